/// The ranks of units by some methods on some tables, summed up as a two-way layout needs them.
struct CrossedRanks: Sendable {
  /// The parts of a rank's variance.
  struct Variances: Sendable {
    /// That of the tables.
    let tables: Double
    /// That of the methods.
    let methods: Double
    /// That of both together.
    let both: Double

    var total: Double { tables + methods + both }
  }

  private let units: Int
  private let tables: Int
  private let methods: Int
  /// By unit, then by table.
  private var ofTables: [Double]
  /// By unit, then by method.
  private var ofMethods: [Double]
  private var squares: [Double]
  /// How often each rank came: by unit, then by rank.
  private var counts: [Int]

  /// Prepares sums.
  init(units: Int, tables: Int, methods: Int) {
    (self.units, self.tables, self.methods) = (units, tables, methods)
    ofTables = [Double](repeating: 0, count: units * tables)
    ofMethods = [Double](repeating: 0, count: units * methods)
    squares = [Double](repeating: 0, count: units)
    counts = [Int](repeating: 0, count: units * units)
  }

  /// Takes the ranks of all units by one method on one table.
  mutating func add(_ ranks: [Int], table: Int, method: Int) {
    for (unit, rank) in ranks.enumerated() {
      let rank = Double(rank)
      ofTables[unit * tables + table] += rank
      ofMethods[unit * methods + method] += rank
      squares[unit] += rank * rank
      counts[unit * units + Int(rank) - 1] += 1
    }
  }

  /// How often a unit had each rank.
  func counts(of unit: Int) -> ArraySlice<Int> { counts[unit * units..<(unit + 1) * units] }

  /// The mean rank of a unit.
  func mean(of unit: Int) -> Double {
    sum(ofTables, unit, tables) { $0 } / Double(tables * methods)
  }

  /// The parts of the variance of a unit's rank; one may come out below zero by chance.
  func variances(of unit: Int) -> Variances {
    let (rows, columns) = (Double(tables), Double(methods))
    let mean = mean(of: unit)
    let all = rows * columns * mean * mean
    let betweenTables = sum(ofTables, unit, tables) { $0 * $0 } / columns - all
    let betweenMethods = sum(ofMethods, unit, methods) { $0 * $0 } / rows - all
    let rest = squares[unit] - all - betweenTables - betweenMethods
    let both = rest / ((rows - 1) * (columns - 1))
    return Variances(
      tables: (betweenTables / (rows - 1) - both) / columns,
      methods: (betweenMethods / (columns - 1) - both) / rows, both: both)
  }

  private func sum(
    _ values: [Double], _ unit: Int, _ count: Int, _ part: (Double) -> Double
  ) -> Double {
    values[unit * count..<(unit + 1) * count].reduce(0) { $0 + part($1) }
  }
}
