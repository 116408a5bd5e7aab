import Glibc
import Panels
import Statistics

/// Rows of a source with what is known of their units and times, from which terms are computed.
public struct Observations: Sendable {
  private let source: any ObservationSource
  let index: PanelIndex

  /// Takes a source.
  ///
  /// - Parameters:
  ///   - source: the columns.
  ///   - unit: the column of units, such as provinces; nil where rows have nothing in common.
  ///   - time: the column of times, such as years.
  /// - Throws: `RegressionError.unknownColumn`.
  public init(
    _ source: any ObservationSource, unit: String? = nil, time: String? = nil
  ) throws(RegressionError) {
    self.source = source
    func codes(_ name: String) throws(RegressionError) -> PanelIndex.Codes {
      PanelIndex.Codes(name: name, try Self.labels(of: name, in: source))
    }
    var unitCodes: PanelIndex.Codes?
    var timeCodes: PanelIndex.Codes?
    if let unit { unitCodes = try codes(unit) }
    if let time { timeCodes = try codes(time) }
    index = PanelIndex(unit: unitCodes, time: timeCodes)
  }

  /// The name of the column of units, if one was named.
  public var unitName: String? { index.unit?.name }

  /// The name of the column of times, if one was named.
  public var timeName: String? { index.time?.name }

  /// The number of rows.
  public var rowCount: Int { source.rowCount }

  /// The names of the columns.
  public var columnNames: [String] { source.columnNames }

  /// The number of a row in the source, for people.
  public func rowNumber(_ row: Int) -> Int { source.rowNumber(row) }

  /// Whether a row is one that was asked for; others serve lags and changes alone.
  func isChosen(_ row: Int) -> Bool { source.isChosen(row) }

  /// The texts of a column by number.
  func labels(of column: String) throws(RegressionError) -> NumberedLabels {
    try Self.labels(of: column, in: source)
  }

  private static func labels(
    of column: String, in source: any ObservationSource
  ) throws(RegressionError) -> NumberedLabels {
    guard source.columnNames.contains(column) else {
      throw unknown(column, in: source)
    }
    return source.numberedLabels(of: column)
  }

  private static func unknown(
    _ column: String, in source: any ObservationSource
  ) -> RegressionError {
    .unknownColumn(column, nearest: NearestNames.names(to: column, among: source.columnNames))
  }

  /// The columns of numbers that a term stands for, NaN where they are missing.
  ///
  /// - Parameter term: the term; only `factor` and its products have other than one column.
  /// - Returns: names and numbers, one number a row.
  /// - Throws: `RegressionError`, or a fault of the source.
  func columns(of term: Term) throws -> [(name: String, values: [Double])] {
    switch term {
    case .factor(let name): return try indicators(of: name)
    case .product(let terms):
      return try terms.dropFirst().reduce(columns(of: terms[0])) { left, term in
        let right = try columns(of: term)
        return left.flatMap { a in
          right.map { b in ("\(a.name):\(b.name)", zip(a.values, b.values).map { $0 * $1 }) }
        }
      }
    default: return [(term.description, try values(of: term))]
    }
  }

  /// The numbers of a term that is one column.
  private func values(of term: Term) throws -> [Double] {
    switch term {
    case .column(let name):
      guard source.columnNames.contains(name) else { throw Self.unknown(name, in: source) }
      return try source.numbers(of: name)
    case .power(let base, let exponent):
      return try values(of: base).map { value in
        (1..<exponent).reduce(value) { power, _ in power * value }
      }
    case .lag(let base, let count):
      return try earlier(count, of: base, for: term)
    case .difference(let base):
      return try zip(values(of: base), earlier(1, of: base, for: term)).map { $0 - $1 }
    case .logarithm(let base): return try logarithms(of: base)
    case .rank(let base): return ranks(of: try values(of: base))
    case .factor(let name):
      throw RegressionError.badTerm(
        term.description, "factor(\(name)) stands for several columns and can only be multiplied")
    case .product(let terms):
      let factors = try terms.map(values(of:))
      return factors.dropFirst().reduce(factors[0]) { zip($0, $1).map { $0 * $1 } }
    }
  }

  /// The numbers of the same unit so many times before, NaN where there is none that compares.
  private func earlier(_ count: Int, of base: Term, for term: Term) throws -> [Double] {
    let values = try values(of: base)
    let history = try index.history(for: term.description, rowNumber: source.rowNumber)
    let columns = base.columns.sorted()
    return values.indices.map { row in
      guard let other = history.row(count, before: row),
        columns.allSatisfy({ source.isComparable($0, other, with: row) })
      else { return .nan }
      return values[other]
    }
  }

  private func logarithms(of base: Term) throws -> [Double] {
    let values = try values(of: base)
    if let row = values.indices.first(where: { values[$0] <= 0 && isChosen($0) }) {
      throw RegressionError.badValue(
        "the number under log(\(base))", row: source.rowNumber(row), values[row])
    }
    return values.map { $0 > 0 ? log($0) : .nan }
  }

  /// Ranks among the rows of the same time, of all rows where there are no times; 1 for the largest.
  private func ranks(of values: [Double]) -> [Double] {
    var ranks = [Double](repeating: .nan, count: values.count)
    let times = index.time?.codes ?? [Int32](repeating: 0, count: values.count)
    var rows = [[Int]](repeating: [], count: index.time?.labels.count ?? 1)
    for row in values.indices where !values[row].isNaN && times[row] >= 0 {
      rows[Int(times[row])].append(row)
    }
    for group in rows {
      let found = Ranking(tolerance: 0).ranks(of: group.map { values[$0] }, ties: .average)
      for (row, rank) in zip(group, found) { ranks[row] = rank }
    }
    return ranks
  }

  private func indicators(of name: String) throws(RegressionError) -> [(
    name: String, values: [Double]
  )] {
    let all = try labels(of: name)
    // A label that only rows have which were not asked for makes no column.
    let labels =
      (0..<rowCount).allSatisfy(isChosen)
      ? all : NumberedLabels((0..<rowCount).map { isChosen($0) ? all[$0] : nil })
    let codes = PanelIndex.Codes(name: name, labels).ascending()
    guard codes.labels.count <= 1000 else {
      throw .badTerm("factor(\(name))", "\(codes.labels.count) labels are too many; use --effects")
    }
    return codes.labels.enumerated().dropFirst().map { number, label in
      (
        "factor(\(name))=\(label)",
        codes.codes.map { $0 < 0 ? .nan : $0 == Int32(number) ? 1 : 0 }
      )
    }
  }
}
