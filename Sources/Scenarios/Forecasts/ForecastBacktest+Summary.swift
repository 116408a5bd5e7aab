import Statistics

extension ForecastBacktest {
  /// How a model did, over some cases.
  public struct Summary: Sendable, Hashable {
    /// The model.
    public let model: RivalModelChoice
    /// How many years ahead; nil for all together.
    public let horizon: Int?
    /// The first and the last year that forecasts were made in.
    public let origins: ClosedRange<Int>
    /// The number of cases: provinces, years and horizons.
    public let cases: Int
    /// The share of intervals that held the rank that came.
    public let coverage: Double
    /// How many ranks an interval is wide, on average.
    public let width: Double
    /// The mean logarithm of the probability given to the rank that came.
    public let logScore: Double
    /// The same of "the same rank as last year".
    public let sameLogScore: Double
    /// The standard error of the difference of both, provinces taken for independent.
    public let differenceError: Double
    /// How many places the middle of the forecast was off, on average.
    public let rankError: Double
    /// The same of last year's rank.
    public let sameRankError: Double
  }

  /// How each model did: by horizon, and over all.
  ///
  /// - Parameter span: the years that forecasts were made in.
  /// - Returns: nothing of a model without cases.
  public func summaries(of span: ClosedRange<Int> = 0...9999) -> [Summary] {
    zip(models, cases).flatMap { model, cases -> [Summary] in
      let cases = cases.filter { span.contains($0.origin) }
      let horizons = Set(cases.map(\.horizon)).sorted()
      let parts = horizons.map { horizon in (horizon, cases.filter { $0.horizon == horizon }) }
      return parts.compactMap { Summary(model, horizon: $0, $1) }
        + [Summary(model, horizon: nil, cases)].compactMap(\.self)
    }
  }

  /// How often what was given some probability came true.
  public struct Calibration: Sendable, Hashable {
    /// The model.
    public let model: RivalModelChoice
    /// The probabilities that count.
    public let range: ClosedRange<Double>
    /// The number of forecasts.
    public let cases: Int
    /// The mean probability given.
    public let foretold: Double
    /// The share that came true.
    public let cameTrue: Double
  }

  /// The ends of the bins of probability.
  private static let ends = [0, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9, 1]

  /// How often goals came true, by the probability they were given: of every province, a gain of 5, 10, 15, 20 and 30
  /// places over each horizon.
  ///
  /// - Parameter gains: the places gained that are asked about.
  /// - Returns: one row for each model and bin that has cases.
  public func calibrations(gains: [Int] = [5, 10, 15, 20, 30]) -> [Calibration] {
    zip(models, cases).flatMap { model, cases -> [Calibration] in
      let goals = cases.flatMap { known in
        gains.filter { $0 < known.before }.map { gain in
          (
            probability: known.cumulative[known.before - gain - 1],
            isTrue: known.after <= known.before - gain
          )
        }
      }
      return zip(Self.ends, Self.ends.dropFirst()).compactMap { low, high in
        let inside = goals.filter {
          $0.probability >= low && ($0.probability < high || high == 1)
        }
        guard !inside.isEmpty else { return nil }
        let count = Double(inside.count)
        return Calibration(
          model: model, range: low...high, cases: inside.count,
          foretold: inside.reduce(0) { $0 + $1.probability } / count,
          cameTrue: Double(inside.count { $0.isTrue }) / count)
      }
    }
  }
}

extension ForecastBacktest.Summary {
  /// Sums up cases; nil where there are none.
  fileprivate init?(_ model: RivalModelChoice, horizon: Int?, _ cases: [ForecastCase]) {
    guard let first = cases.map(\.origin).min(), let last = cases.map(\.origin).max() else {
      return nil
    }
    let count = Double(cases.count)
    func mean(_ number: (ForecastCase) -> Double) -> Double {
      cases.reduce(0) { $0 + number($1) } / count
    }
    self.model = model
    self.horizon = horizon
    origins = first...last
    self.cases = cases.count
    coverage = mean { $0.isCovered ? 1 : 0 }
    width = mean { Double($0.width) }
    logScore = mean(\.logScore)
    sameLogScore = mean(\.sameLogScore)
    rankError = mean { Double($0.error) }
    sameRankError = mean { Double(abs($0.after - $0.before)) }
    // The sums of a province's differences from the mean, squared: clusters of a mean.
    let difference = logScore - sameLogScore
    let sums = Dictionary(grouping: cases, by: \.province).mapValues { own in
      own.reduce(0) { $0 + $1.logScore - $1.sameLogScore - difference }
    }
    let provinces = Double(sums.count)
    let squares = sums.keys.sorted().reduce(0) { $0 + (sums[$1] ?? 0) * (sums[$1] ?? 0) }
    differenceError =
      provinces > 1 ? (squares * provinces / (provinces - 1)).squareRoot() / count : 0
  }
}
