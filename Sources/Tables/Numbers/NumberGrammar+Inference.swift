extension NumberGrammar {
  /// Finds out how the numbers of a table are written.
  ///
  /// Decimals follow a point, unless the table comes from a CSV file whose cells are set apart by
  /// semicolons or tabs: there the texts that look like numbers decide. A text such as 3,5 or
  /// 1.234,5 stands for the comma, one such as 3.5 or 1,234.5 for the point; all must agree. One
  /// such as 1,234, which may be a number with decimals or a whole number with its thousands set
  /// apart, decides nothing; nor, between semicolons, does one such as 1.234.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - columns: The columns that are asked, counted from 1; nil for all of them.
  /// - Throws: `TableError` where two texts disagree, or where texts that decide nothing are all
  ///   there is: the caller must then say which mark the table uses.
  public init(of table: Table, in columns: Set<Int>? = nil) throws(TableError) {
    guard let separator = table.separator, separator == ";" || separator == "\t" else {
      self.init()
      return
    }
    let first = Self.firstPlaces(in: table, columns)
    if let comma = first[.comma], let point = first[.point] {
      let (earlier, later) = comma < point ? (comma, point) : (point, comma)
      throw .mixedDecimalMarks(
        earlier.location(in: table), text: earlier.text(in: table),
        other: later.location(in: table), otherText: later.text(in: table))
    }
    if first[.comma] != nil {
      self.init(decimalMark: .comma)
    } else if first[.point] != nil {
      self.init()
    } else {
      let points = separator == ";" ? first[.pointOrThousands] : nil
      guard let doubtful = first[.commaOrThousands] ?? points else {
        self.init()
        return
      }
      throw .ambiguousNumber(doubtful.location(in: table), text: doubtful.text(in: table))
    }
  }

  /// The first cell of each kind.
  private static func firstPlaces(
    in table: Table, _ columns: Set<Int>?
  ) -> [WrittenMark: Place] {
    var first: [WrittenMark: Place] = [:]
    for (row, cells) in table.rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        guard columns?.contains(column + 1) ?? true, case .text(let text) = cell else { continue }
        let mark = WrittenMark(text)
        if mark != .none, first[mark] == nil { first[mark] = Place(row: row, column: column) }
      }
    }
    return first
  }

  /// A cell by its row and column, counted from 0.
  private struct Place: Comparable {
    let row: Int
    let column: Int

    static func < (one: Place, other: Place) -> Bool {
      (one.row, one.column) < (other.row, other.column)
    }

    func text(in table: Table) -> String {
      table.rows[row][column].description.withoutOuterSpaces
    }

    func location(in table: Table) -> Location {
      table.location(row: row + 1, column: column + 1)
    }
  }
}
