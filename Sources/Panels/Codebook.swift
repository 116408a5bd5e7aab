public import Tables

/// The indicators there are: what each means, its unit, its direction, and where files hold it.
public struct Codebook: Sendable {
  /// The indicators, in the order of the table.
  public let indicators: [Indicator]
  private let positions: [String: Int]

  /// Collects indicators.
  ///
  /// - Throws: `PanelError.repeatedCode`.
  public init(_ indicators: [Indicator]) throws {
    var positions: [String: Int] = [:]
    for (position, indicator) in indicators.enumerated() {
      guard positions.updateValue(position, forKey: indicator.code) == nil else {
        throw PanelError.repeatedCode(indicator.code)
      }
    }
    self.indicators = indicators
    self.positions = positions
  }

  /// Reads a codebook.
  ///
  /// Columns: code, subindex, kind, name_vi, name_en, unit, direction, scale_minimum and scale_maximum
  /// (empty where the index fixes no range), first_year, last_year (empty while it lasts), breaks
  /// (years that do not compare with the year before) and headings, these two separated by `|`.
  ///
  /// - Throws: `TableError` or `PanelError`, naming the place.
  public init(reading table: Table) throws {
    let records = try Records(
      table,
      required: [
        "code", "subindex", "kind", "name_vi", "name_en", "unit", "direction", "scale_minimum",
        "scale_maximum", "first_year", "last_year", "breaks", "headings",
      ])
    try self.init(records.map(Self.indicator))
  }

  /// The indicator of a given code.
  public subscript(code: String) -> Indicator? {
    positions[code].map { indicators[$0] }
  }

  /// The indicator of a given code.
  ///
  /// - Throws: `PanelError.unknownIndicator` with the nearest codes.
  public func indicator(_ code: String) throws -> Indicator {
    guard let indicator = self[code] else {
      throw PanelError.unknownIndicator(code, nearest: nearest(to: code))
    }
    return indicator
  }

  /// The indicator that a file of one year holds under a heading, or nil.
  ///
  /// White space and Unicode form do not matter; letter case does. A sheet about the whole index, `pci`,
  /// holds the scores of all sub-indices too.
  public func indicator(heading: String, subindex: String, year: Int) -> Indicator? {
    let wanted = heading.withSingleSpaces
    let isWhole = subindex == Self.wholeIndex
    let found = indicators.filter {
      ($0.subindex == subindex || (isWhole && $0.isScore)) && $0.years.contains(year)
        && $0.headings.contains(wanted)
    }
    // A summary heads a score with the words that its own sheet has for a part of it.
    return found.first { !$0.isScore } ?? found.first
  }

  /// The name that stands for the whole index where a sub-index is asked for.
  public static let wholeIndex = "pci"

  /// The names of the sub-indices, the whole index among them, in the order of the table.
  public var subindices: [String] {
    var seen: Set<String> = []
    return indicators.map(\.subindex).filter { seen.insert($0).inserted }
  }

  /// The indicators of a sub-index that are published for a year, its composites and score among them.
  public func indicators(of subindex: String, in year: Int) -> [Indicator] {
    indicators.filter { $0.subindex == subindex && $0.years.contains(year) }
  }

  private static func indicator(_ record: Record) throws -> Indicator {
    _ = try record.integer("first_year")
    return Indicator(
      code: try record.text("code"), subindex: try record.text("subindex"),
      kind: try record.choice("kind"), nameVi: try record.text("name_vi"),
      nameEn: try record.text("name_en"),
      unit: try record.choice("unit"), direction: try record.choice("direction"),
      scale: try scale(record), years: try record.years(), breaks: try record.breaks(),
      headings: (record.optionalText("headings") ?? "").split(separator: "|").map {
        String($0).withSingleSpaces
      })
  }

  private static func scale(_ record: Record) throws -> ClosedRange<Double>? {
    switch (try record.optionalNumber("scale_minimum"), try record.optionalNumber("scale_maximum"))
    {
    case (nil, nil): nil
    case (let low?, let high?) where low < high: low...high
    default:
      throw PanelError.badEntry(
        record.location("scale_maximum"), "both ends of the scale, the lower one first, or none")
    }
  }
}

extension Record {
  /// A cell that holds one of few words.
  ///
  /// - Throws: `PanelError.badEntry` naming the words there are.
  public func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ column: String
  ) throws -> Choice {
    guard let choice = Choice(rawValue: try text(column)) else {
      let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw PanelError.badEntry(location(column), "one of \(words)")
    }
    return choice
  }

  /// A whole number, or nil for an empty cell.
  public func optionalInteger(_ column: String) throws -> Int? {
    optionalText(column) == nil ? nil : try integer(column)
  }
}
