import Statistics

/// RP: ranks of 63 provinces over three years to come, drawn by correlated random walks on ranges that figures widen.
///
/// The case is the number of draws, such as 1e4. No peer offers it.
struct RankPathsWorkload {
  let arguments: Arguments
  private static let years = 3
  /// The correlation of neighbouring indicators; ρ to the power of their distance for others.
  private static let correlation = 0.3

  init(_ arguments: Arguments) {
    self.arguments = arguments
  }

  func report() throws -> Report {
    guard let size = Double(arguments.name), size >= 1 else {
      throw Arguments.Mistake("the case \(arguments.name) is not like 1e4")
    }
    let indicators = try RankNoiseWorkload(arguments).indicators()
    let replicates = Replicates(seed: 1, threads: arguments.threads)
    let (drawn, seconds) = Report.timing(arguments) {
      Self.paths(indicators).ranks(draws: Int(size), replicates: replicates)
    }
    let last = drawn.years[Self.years - 1].ranks
    return Report(
      seconds: seconds,
      answers: [
        ("draws", "\(Int(size))"), ("mean_rank", Report.json(last.map(\.mean))),
        ("sd_rank", Report.json(last.map(\.standardDeviation))),
      ])
  }

  private static func paths(_ indicators: [RankNoise.Indicator]) -> RankPaths {
    let own = (1 - correlation * correlation).squareRoot()
    var law = PathLaw(
      values: indicators.map(\.values), years: years,
      shocks: .normal(
        factor: indicators.indices.map { row in
          indicators.indices.map { column in
            guard column <= row else { return 0 }
            let power = (column..<row).reduce(1.0) { product, _ in product * correlation }
            return column == 0 ? power : power * own
          }
        }))
    for (number, indicator) in indicators.enumerated() {
      for (unit, error) in indicator.errors.enumerated() {
        for year in 0..<years {
          for shock in 0...year { law[factor: year, of: shock, number, unit] = error }
        }
      }
    }
    return RankPaths(
      indicators.map { indicator in
        RankPaths.Indicator(
          weight: indicator.weight, isRising: indicator.isRising,
          range: (indicator.values.min() ?? 0)...(indicator.values.max() ?? 1),
          limits: -.infinity ... .infinity)
      }, law: law)
  }
}
