/// The figures that an index is made of: units by columns, of one year or of several together.
///
/// Columns are indicators and what they are divided by. Figures may be missing.
public struct IndicatorTable: Sendable, Hashable {
  /// The units, in the order they were given, each once for each time.
  public let units: [String]
  /// The time of all figures, such as a year; nil where there is none or they are of several.
  public let time: String?
  /// The codes of the columns.
  public let codes: [String]
  /// The figures by column and unit, NaN where missing.
  let columns: [[Double]]
  /// Whether each column has a figure for every unit.
  let isComplete: [Bool]
  /// The group of each unit, for what is imputed by group; nil where units have none.
  public let groups: [String]?

  /// Makes a table.
  ///
  /// - Parameters:
  ///   - units: the units.
  ///   - codes: the codes of the columns, none twice.
  ///   - columns: a figure for each unit, column by column; NaN where missing.
  ///   - time: the time of all figures.
  ///   - groups: the group of each unit.
  /// - Precondition: every column has a figure for every unit, and none is infinite.
  public init(
    units: [String], codes: [String], columns: [[Double]], time: String? = nil,
    groups: [String]? = nil
  ) {
    precondition(columns.count == codes.count, "there must be a column for every code")
    precondition(Set(codes).count == codes.count, "no code may stand twice")
    precondition(
      columns.allSatisfy { $0.count == units.count },
      "every column must have a figure for each unit"
    )
    precondition(groups == nil || groups?.count == units.count, "every unit must have a group")
    self.units = units
    self.codes = codes
    self.columns = columns
    self.time = time
    self.groups = groups
    isComplete = columns.map { column in
      var isComplete = true
      for value in column {
        if value.isNaN { isComplete = false }
        precondition(!value.isInfinite, "figures are finite")
      }
      return isComplete
    }
  }

  /// A table of results, whose columns are of the right length and finite.
  init(unchecked units: [String], codes: [String], columns: [[Double]], time: String?) {
    self.units = units
    self.codes = codes
    self.columns = columns
    self.time = time
    groups = nil
    isComplete = columns.map { !$0.contains(where: \.isNaN) }
  }

  /// The figure of a unit by its number, nil where it is missing.
  ///
  /// - Precondition: there is such a unit and such a column.
  public subscript(unit: Int, code: String) -> Double? {
    guard let column = codes.firstIndex(of: code) else {
      preconditionFailure("there is no column \(code)")
    }
    let value = columns[column][unit]
    return value.isNaN ? nil : value
  }
}
