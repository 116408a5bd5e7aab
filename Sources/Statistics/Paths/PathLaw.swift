/// How figures of units move over the years to come: means, and what shocks of each year do to them.
///
/// A figure of unit u, indicator j and year k is
///
///     mean[k, j, u] + Σ factor[k, l, j, u] × shock[l, j, u] over years l ≤ k + share[k, j, u] × common[k, j],
///
/// or a floor, error × shock added, where that is better; held within limits by who draws it. Shocks of different units and years are independent; those of one
/// unit and year go together by a correlation, or are drawn together as a row of past ones. Any Gaussian
/// process is such a law, its factor the Cholesky factor of its covariance over the years.
public struct PathLaw: Sendable {
  /// Where shocks come from.
  public enum Shocks: Sendable {
    /// Standard normal ones, correlated among the indicators of a unit and year: the rows of a lower triangle, each
    /// with a number for each indicator, whose product with its transpose is the correlation.
    case normal(factor: [[Double]])
    /// Rows of one number per indicator, drawn with replacement.
    case drawn([[Double]])
  }

  /// The number of units.
  public let units: Int
  /// The number of indicators.
  public let indicators: Int
  /// The number of years.
  public let years: Int
  /// Where shocks come from.
  public let shocks: Shocks
  /// What all units share: rows of one change per indicator, of which each year draws one; they add up.
  public let commonChanges: [[Double]]
  private(set) var means: [Double]
  private(set) var factors: [Double]
  private(set) var shares: [Double]
  /// What figures reach at least, NaN where nothing is; empty where there is no floor at all.
  private(set) var floors: [Double] = []
  private(set) var floorErrors: [Double] = []

  /// Starts with figures that stay where they are, and move with what all units share.
  ///
  /// - Parameters:
  ///   - values: one row per indicator, a number for each unit.
  ///   - years: how many years.
  ///   - shocks: where shocks come from.
  ///   - commonChanges: what all units share; empty for nothing.
  /// - Precondition: there is a unit, an indicator and a year; rows have a number for each; the correlation is of the
  ///   indicators.
  public init(values: [[Double]], years: Int, shocks: Shocks, commonChanges: [[Double]] = []) {
    let units = values.first?.count ?? 0
    precondition(units > 0 && years > 0, "paths take a unit, an indicator and a year")
    precondition(
      values.allSatisfy { $0.count == units }, "each indicator has a number for each unit")
    switch shocks {
    case .normal(let factor):
      precondition(
        factor.count == values.count && factor.allSatisfy { $0.count == values.count },
        "the correlation is of the indicators")
    case .drawn(let rows):
      precondition(
        !rows.isEmpty && rows.allSatisfy { $0.count == values.count },
        "a row of shocks has a number for each indicator")
    }
    precondition(
      commonChanges.allSatisfy { $0.count == values.count },
      "a row of shared changes has a number for each indicator")
    self.units = units
    self.years = years
    self.shocks = shocks
    self.commonChanges = commonChanges
    indicators = values.count
    let size = units * values.count
    means = (0..<years).flatMap { _ in values.flatMap(\.self) }
    factors = [Double](repeating: 0, count: size * years * (years + 1) / 2)
    shares = [Double](repeating: 1, count: size * years)
  }

  /// The standard deviation of the shocks of an indicator.
  ///
  /// - Parameter indicator: its number.
  /// - Returns: 1 for normal shocks; zero where all rows that are drawn from have the same.
  public func shockDeviation(of indicator: Int) -> Double {
    guard case .drawn(let rows) = shocks else { return 1 }
    let mean = rows.reduce(0) { $0 + $1[indicator] } / Double(rows.count)
    let squares = rows.reduce(0) { $0 + ($1[indicator] - mean) * ($1[indicator] - mean) }
    return (squares / Double(rows.count)).squareRoot()
  }

  /// The mean of a figure, as if nothing were shared.
  public subscript(mean year: Int, indicator: Int, unit: Int) -> Double {
    get { means[place(year, indicator, unit)] }
    set { means[place(year, indicator, unit)] = newValue }
  }

  /// What a shock of a year adds to a figure of that year or a later one.
  public subscript(factor year: Int, of shock: Int, indicator: Int, unit: Int) -> Double {
    get { factors[factorPlace(year, shock, indicator, unit)] }
    set { factors[factorPlace(year, shock, indicator, unit)] = newValue }
  }

  /// Whether a figure moves with what all units share.
  public subscript(isShared year: Int, indicator: Int, unit: Int) -> Bool {
    get { shares[place(year, indicator, unit)] != 0 }
    set { shares[place(year, indicator, unit)] = newValue ? 1 : 0 }
  }

  /// Sets what a figure reaches at least, in the direction that is better, but for an error that a shock of the year adds.
  ///
  /// - Parameters:
  ///   - floor: what it reaches.
  ///   - error: what a shock of one adds.
  ///   - year: the year.
  ///   - indicator: the indicator.
  ///   - unit: the unit.
  /// - Precondition: both are finite numbers.
  public mutating func setFloor(
    _ floor: Double, error: Double, in year: Int, of indicator: Int, _ unit: Int
  ) {
    precondition(floor.isFinite && error.isFinite, "a floor is a finite number")
    if floors.isEmpty {
      floors = [Double](repeating: .nan, count: means.count)
      floorErrors = [Double](repeating: 0, count: means.count)
    }
    floors[place(year, indicator, unit)] = floor
    floorErrors[place(year, indicator, unit)] = error
  }

  /// All numbers of the law.
  var determinants: [Double] {
    let shocks: [Double] =
      switch shocks {
      case .normal(let factor): [0] + factor.flatMap(\.self)
      case .drawn(let rows): [Double(rows.count)] + rows.flatMap(\.self)
      }
    return shocks + commonChanges.flatMap(\.self) + means + factors + shares + floors
      + floorErrors
  }

  private func place(_ year: Int, _ indicator: Int, _ unit: Int) -> Int {
    precondition(
      (0..<years).contains(year) && (0..<indicators).contains(indicator)
        && (0..<units).contains(unit), "there is no such figure")
    return (year * indicators + indicator) * units + unit
  }

  private func factorPlace(_ year: Int, _ shock: Int, _ indicator: Int, _ unit: Int) -> Int {
    precondition((0...year).contains(shock), "a shock moves figures of its year and later ones")
    let row = place(0, indicator, unit)
    precondition(year < years, "there is no such year")
    return (year * (year + 1) / 2 + shock) * units * indicators + row
  }
}
