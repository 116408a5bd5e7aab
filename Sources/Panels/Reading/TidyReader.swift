public import Tables

/// Reads figures from a table such as an analyst keeps.
///
/// Long: the columns province, year, indicator and value, one figure a row. Wide: province, year, and one
/// column per indicator; or indicator, and one column per year. Columns go by English or Vietnamese
/// headings, by codes or names of indicators, or by what the caller tells. Provinces go by any
/// spelling. Numbers are written with a point or a comma, a share also as a percentage; blank cells and
/// the usual signs for a missing value are passed over.
public struct TidyReader: Sendable {
  /// What the caller knows of a table that it does not say itself.
  public struct Assumptions: Sendable, Hashable {
    /// The meaning of columns, by heading.
    public var columns: [String: ColumnMeaning]
    /// The province of a table without a column of provinces.
    public var province: Province?
    /// The year of a table without years.
    public var year: Int?
    /// The only years that are wanted, of a table with a column of years; nil for all.
    public var only: ClosedRange<Int>?

    /// Collects assumptions; none are needed for a table that says all itself.
    public init(
      columns: [String: ColumnMeaning] = [:], province: Province? = nil, year: Int? = nil,
      only: ClosedRange<Int>? = nil
    ) {
      self.columns = columns
      self.province = province
      self.year = year
      self.only = only
    }
  }

  /// The provinces.
  public let gazetteer: Gazetteer
  /// The indicators.
  public let codebook: Codebook
  /// What is known of the table beside what it says.
  public let assumptions: Assumptions

  /// Prepares to read.
  public init(gazetteer: Gazetteer, codebook: Codebook, assumptions: Assumptions = .init()) {
    self.gazetteer = gazetteer
    self.codebook = codebook
    self.assumptions = assumptions
  }

  /// Whether a table's first row says what its figures are of: provinces or indicators, and years.
  public static func canRead(_ table: Table) -> Bool {
    let meanings = table.header.compactMap { ColumnMeaning(heading: $0.description) }
    let hasYears = meanings.contains {
      if case .figuresOf = $0 { true } else { $0 == .year }
    }
    return hasYears && (meanings.contains(.province) || meanings.contains(.indicator))
  }

  /// The figures of a table.
  ///
  /// - Throws: `TableError` or `PanelError`, naming file, line and column; also for a figure given
  ///   twice.
  public func panel(of table: Table) throws -> Panel {
    try panel(of: figures(of: table).figures)
  }

  /// The figures of a table as they were typed, and what is to be known of them.
  ///
  /// - Throws: as `panel(of:)`.
  public func figures(of table: Table) throws -> (figures: [TypedFigure], remarks: [Remark]) {
    var rows = try TidyRows(table, reader: self)
    return (try rows.figures(), rows.remarks)
  }

  /// The figures of a table, by sub-index and year, ready for a store.
  ///
  /// - Throws: as `panel(of:)`.
  public func readings(of table: Table) throws -> [Reading] {
    let (figures, remarks) = try figures(of: table)
    let panel = try panel(of: figures)
    let place = table.location(row: 1, column: 1)
    // What is worth knowing of the whole table is said once.
    var notes = table.notes.map { Remark(.note, place: place.file, $0.text) } + remarks
    return panel.years.flatMap { year in
      let figures = Dictionary(grouping: panel.figures.filter { $0.year == year }) { figure in
        panel.indicator(figure.indicator)?.subindex ?? ""
      }
      return figures.sorted { $0.key < $1.key }.map { subindex, figures in
        defer { notes = [] }
        let codes = Set(figures.map(\.indicator))
        return Reading(
          file: place.file, sheet: place.sheet ?? "", year: year, subindex: subindex,
          indicators: panel.indicators.filter { codes.contains($0.code) }, figures: figures,
          isWhole: false, remarks: notes)
      }
    }
  }

  private func panel(of figures: [TypedFigure]) throws -> Panel {
    do {
      return try Panel(figures.map(\.figure), gazetteer: gazetteer, codebook: codebook)
    } catch let error as PanelError {
      guard case .repeatedFigure = error else { throw error }
      // Only now is its place worth looking for.
      var seen: Set<String> = []
      let again = figures.first { entry in
        let figure = entry.figure
        return !seen.insert("\(figure.province) \(figure.year) \(figure.indicator)").inserted
      }
      throw again.map { PanelError.repeatedFigure($0.place) } ?? error
    }
  }
}
