import LinearAlgebra
import Tables

extension Estimation {
  /// Breusch and Pagan's Lagrange multiplier test of a random effect: whether residuals of the pooled
  /// regression are alike within groups.
  ///
  /// LM = n² A² / (2 (Σ T_g² − n)) with A = Σ_g (Σ e)² / Σ e² − 1, for groups of any sizes.
  /// Sources: Breusch & Pagan (1980), doi:10.2307/2297111; Baltagi & Li (1990), doi:10.1080/07474939008800180.
  ///
  /// - Parameter grouping: the units, or the times.
  /// - Returns: nil where every row is a group of its own, or rows have weights.
  /// - Throws: what is wrong with the pooled regression.
  public func breuschPaganTest(_ grouping: Grouping) throws -> TestResult? {
    let residuals = try alternative(.pooled).residuals
    var sums = [Double](repeating: 0, count: grouping.count)
    for (row, code) in grouping.codes.enumerated() { sums[Int(code)] += residuals[row] }
    let n = Double(residuals.count)
    let pairs = grouping.sizes.reduce(0) { $0 + Double($1) * Double($1) } - n
    guard pairs > 0, fit.weights == nil else { return nil }
    let share =
      sums.reduce(0) { $0 + $1 * $1 } / residuals.reduce(0) { $0 + $1 * $1 } - 1
    return TestResult(
      name: Phrase("Breusch–Pagan LM"),
      hypothesis: Phrase("there is no random effect of \(grouping.name)"),
      statistic: n * n * share * share / (2 * pairs), distribution: .chiSquared(1))
  }

  /// Pesaran's test: whether residuals of different units move together.
  ///
  /// CD = √(2 / (N (N − 1))) Σ_{i<j} √T_ij ρ_ij over the pairs of units with T_ij times in common, ρ their residuals'
  /// correlation. Source: Pesaran (2015), doi:10.1080/07474938.2014.956623.
  ///
  /// - Returns: nil without units and times, for more than 3,000 units, where a unit has a time twice, and where
  ///   no two units have three times in common.
  public func pesaranTest() -> TestResult? {
    guard let unit = fit.unit, let time = fit.time, unit.count <= 3000 else { return nil }
    let times = time.count
    var table = [Double](repeating: .nan, count: unit.count * times)
    for row in 0..<fit.rowCount {
      let place = Int(unit.codes[row]) * times + Int(time.codes[row])
      guard table[place].isNaN else { return nil }
      table[place] = fit.residuals[row]
    }
    var sum = 0.0
    var pairs = 0
    for first in 0..<unit.count {
      for second in (first + 1)..<max(unit.count, first + 1) {
        guard let pair = Self.correlation(table, first * times, second * times, length: times)
        else { continue }
        sum += Double(pair.count).squareRoot() * pair.correlation
        pairs += 1
      }
    }
    guard pairs > 0 else { return nil }
    return TestResult(
      name: Phrase("Pesaran CD"),
      hypothesis: Phrase("residuals of different units do not move together"),
      statistic: sum / Double(pairs).squareRoot(), distribution: .normal)
  }

  /// The correlation of two stretches of a table over the places that both have.
  private static func correlation(
    _ table: [Double], _ one: Int, _ other: Int, length: Int
  ) -> (correlation: Double, count: Int)? {
    var (n, a, b) = (0, 0.0, 0.0)
    for place in 0..<length where !(table[one + place] + table[other + place]).isNaN {
      n += 1
      a += table[one + place]
      b += table[other + place]
    }
    guard n > 2 else { return nil }
    a /= Double(n)
    b /= Double(n)
    var (product, first, second) = (0.0, 0.0, 0.0)
    for place in 0..<length where !(table[one + place] + table[other + place]).isNaN {
      let (x, y) = (table[one + place] - a, table[other + place] - b)
      product += x * y
      first += x * x
      second += y * y
    }
    return first > 0 && second > 0 ? (product / (first * second).squareRoot(), n) : nil
  }

  /// Wooldridge's test: whether the errors of a unit are correlated from one time to the next.
  ///
  /// Residuals within units are regressed on those one time before; without correlation of the errors the
  /// slope is −1/(T − 1), T being the mean number of a unit's rows. Errors are clustered by unit.
  /// Source: Wooldridge (2010), §10.5.4.
  ///
  /// - Returns: nil without units and times, where a unit has a time twice, or where too few rows have one
  ///   before them.
  public func serialCorrelationTest() throws -> TestResult? {
    guard let unit = sample.unit, let time = sample.time, sample.weights == nil else { return nil }
    let within = try alternative(.within)
    let moments = EstimationSample.moments(of: time)
    var before: [[Int]: Int] = [:]
    for row in 0..<sample.rowCount {
      let key = [Int(unit.codes[row]), moments[row]]
      guard before.updateValue(row, forKey: key) == nil else { return nil }
    }
    let pairs = (0..<sample.rowCount).compactMap { row in
      before[[Int(unit.codes[row]), moments[row] - 1]].map { (row, $0) }
    }
    guard pairs.count > 3 else { return nil }
    let lagged = EstimationSample(
      response: pairs.map { within.residuals[$0.0] }, responseName: "residual",
      regressors: [pairs.map { within.residuals[$0.1] }], regressorNames: ["lag(residual)"],
      weights: nil, unit: unit.rows(pairs.map(\.0)), time: nil, effects: [], clusters: [],
      rows: Array(pairs.indices), notes: [])
    let auxiliary = try Estimation(
      Specification(response: .column("residual"), regressors: [.column("lag(residual)")]),
      sample: lagged
    ).fit
    guard let slope = auxiliary["lag(residual)"] else { return nil }
    let covariance = try auxiliary.covariance(.cluster([unit.name]), smallSample: .plm)
    let expected = -1 / (Double(sample.rowCount) / Double(unit.count) - 1)
    let statistic = (slope - expected) / (covariance.standardErrors.last ?? .nan)
    return TestResult(
      name: Phrase("Wooldridge"),
      hypothesis: Phrase("errors of a unit are not correlated over time"),
      statistic: statistic * statistic, distribution: .fisherF(1, Double(pairs.count - 2)))
  }

  /// Breusch and Pagan's test of errors' variances in Koenker's form: whether squared residuals vary with the
  /// regressors: n R² of their regression.
  ///
  /// Source: Koenker (1981), doi:10.1016/0304-4076(81)90062-2.
  ///
  /// - Returns: nil where nothing varies.
  public func heteroskedasticityTest() throws -> TestResult? {
    let slopes = fit.names.indices.filter { fit.names[$0] != ModelData.intercept }
    guard fit.weights == nil, !slopes.isEmpty else { return nil }
    let sample = EstimationSample(
      response: fit.residuals.map { $0 * $0 }, responseName: "square",
      regressors: slopes.map(fit.design.column), regressorNames: slopes.map { fit.names[$0] },
      weights: nil, unit: nil, time: nil, effects: [], clusters: [],
      rows: Array(0..<fit.rowCount), notes: [])
    let auxiliary = try Estimation(
      Specification(response: .column("square"), regressors: slopes.map { .column(fit.names[$0]) }),
      sample: sample
    ).fit
    guard auxiliary.totalSquares > 0 else { return nil }
    let share = 1 - auxiliary.residualSquares / auxiliary.totalSquares
    return TestResult(
      name: Phrase("Breusch–Pagan"), hypothesis: Phrase("errors are of one variance"),
      statistic: Double(fit.rowCount) * share,
      distribution: .chiSquared(Double(auxiliary.parameterCount - 1)))
  }
}
