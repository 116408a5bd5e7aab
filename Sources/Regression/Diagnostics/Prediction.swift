import LinearAlgebra
import Statistics

/// What a regression says of one row, and how sure it is.
public struct Prediction: Sendable, Hashable {
  /// The number of the row among the observations, counted from zero.
  public let row: Int
  /// What is expected.
  public let expected: Double
  /// The standard error of what is expected, that of the coefficients and of the fixed effects together.
  public let standardError: Double
  /// The interval of what is expected.
  public let meanLow: Double
  public let meanHigh: Double
  /// What the row holds less what is expected; nil where it holds nothing.
  public let residual: Double?
  /// How far a row's own response decides what is expected of it, from 0 to 1; nil for a row that was not estimated
  /// from.
  public let leverage: Double?
  /// The interval of one more observation like it: wider by the errors' own spread.
  public let low: Double
  public let high: Double
}

/// A regression with a dummy for each fixed effect, which knows how sure the effects themselves are.
struct DummyRegression {
  private let fit: LinearFit
  /// The place of the first dummy of each effect.
  private let firstDummies: [Int]
  private let solution: LeastSquaresSolution
  private let columnCount: Int

  /// The most numbers the dummies may have, 400 MB.
  private static let mostNumbers = 50_000_000

  /// Estimates the regression of a sample once more, with dummies.
  ///
  /// - Throws: `notForModel` where they would be too many.
  init(_ estimation: Estimation) throws {
    fit = estimation.fit
    let sample = estimation.sample
    guard estimation.specification.model == .pooled || estimation.specification.model == .within
    else {
      throw RegressionError.notForModel(
        "predictions",
        "they are of the models pooled and within, not \(fit.specification.model.rawValue)")
    }
    var firstDummies: [Int] = []
    var count = sample.regressors.count + (fit.effects.isEmpty && fit.hasIntercept ? 1 : 0)
    for effect in fit.effects {
      firstDummies.append(count)
      count += effect.count
    }
    guard count * sample.rowCount <= Self.mostNumbers else {
      throw RegressionError.notForModel(
        "predictions", "\(sample.rowCount) rows and \(count) coefficients need too much room")
    }
    self.firstDummies = firstDummies
    columnCount = count
    var columns = Matrix(rows: sample.rowCount, columns: count)
    for row in 0..<sample.rowCount {
      let values = sample.regressors.map { $0[row] }
      let codes = fit.effects.map { Int($0.codes[row]) }
      for (column, value) in Self.entries(
        values, codes, firstDummies, hasIntercept: fit.hasIntercept)
      {
        columns[row, column] = value
      }
    }
    solution = try LeastSquaresSolution(columns, sample.response, weights: sample.weights)
  }

  /// The columns of one row that are not zero.
  private static func entries(
    _ values: [Double], _ codes: [Int], _ firstDummies: [Int], hasIntercept: Bool
  ) -> [(Int, Double)] {
    values.enumerated().map { ($0.offset, $0.element) }
      + (hasIntercept ? [(values.count, 1)] : [])
      + zip(firstDummies, codes).map { ($0 + $1, 1) }
  }

  /// What is expected of a row, and the variance of that in variances of the errors.
  func expected(_ values: [Double], codes: [Int]) -> (value: Double, variance: Double) {
    var row = [Double](repeating: 0, count: columnCount)
    for (column, value) in Self.entries(
      values, codes, firstDummies, hasIntercept: fit.hasIntercept)
    {
      row[column] = value
    }
    let kept = solution.kept.map { row[$0] }
    let solved = solution.inverseGram.times(kept)
    return (
      zip(kept, solution.coefficients).reduce(0) { $0 + $1.0 * $1.1 },
      zip(kept, solved).reduce(0) { $0 + $1.0 * $1.1 }
    )
  }
}

extension Estimation {
  /// What the regression says of rows whose regressors and effects are known, also of those whose response
  /// is missing.
  ///
  /// Errors are taken to be of one variance; rows of an effect's group that no estimated row is of are left out,
  /// since nothing is known of its effect, and rows without a weight where there are weights.
  ///
  /// - Parameters:
  ///   - observations: the observations the regression was estimated from.
  ///   - level: the confidence of the intervals.
  /// - Returns: one prediction per row, in the order of the rows.
  /// - Throws: `notForModel` for models other than pooled and within, or for too many effects.
  public func predictions(of observations: Observations, level: Double = 0.95) throws
    -> [Prediction]
  {
    let regression = try DummyRegression(self)
    let columns = try specification.regressors.flatMap(observations.columns(of:)).map(\.values)
    let weights = try specification.weights.map {
      try observations.columns(of: .column($0))[0].values
    }
    let response = try observations.columns(of: specification.response)[0].values
    let estimated = Set(sample.rows)
    let labels = try fit.effects.map { try observations.labels(of: $0.name) }
    let codes = fit.effects.map { effect in
      Dictionary(uniqueKeysWithValues: effect.labels.enumerated().map { ($1, $0) })
    }
    let variance = fit.residualVariance
    let reach = StudentTDistribution(degreesOfFreedom: Double(fit.residualDegreesOfFreedom))
      .upperQuantile((1 - level) / 2)
    return (0..<observations.rowCount).compactMap { row in
      let values = columns.map { $0[row] }
      let groups = labels.indices.compactMap { number in
        labels[number][row].flatMap { codes[number][$0] }
      }
      guard observations.isChosen(row), values.allSatisfy(\.isFinite), groups.count == labels.count,
        weights.map({ $0[row] > 0 && $0[row].isFinite }) ?? true
      else { return nil }
      let (expected, part) = regression.expected(values, codes: groups)
      let error = (variance * part).squareRoot()
      let own = variance / (weights.map { $0[row] } ?? 1)
      let spread = (own + error * error).squareRoot()
      return Prediction(
        row: row, expected: expected, standardError: error,
        meanLow: expected - reach * error, meanHigh: expected + reach * error,
        residual: response[row].isFinite ? response[row] - expected : nil,
        leverage: estimated.contains(row) ? part * (weights.map { $0[row] } ?? 1) : nil,
        low: expected - reach * spread, high: expected + reach * spread)
    }
  }
}
