public import Indices
public import Panels
public import Statistics
public import Tables

/// How forecasts of ranks would have done: made in past years with what was known then, beside what came.
///
/// Of every year with a rule, forecasts for the years after it whose published scores compare. Each is held
/// against "the same rank as last year", told as a normal law around that rank with the likeliest scatter of
/// changes known by then.
public struct ForecastBacktest: Sendable {
  /// How sure the intervals are to be.
  public let level: Double
  /// How many futures were drawn for each forecast.
  public let draws: Int
  /// The models, in the order asked for.
  public let models: [RivalModelChoice]
  let cases: [[ForecastCase]]
  /// The years in which no forecast could be made, with the reason.
  public let notes: [Phrase]

  /// Makes forecasts of the past.
  ///
  /// - Parameters:
  ///   - panel: figures and published scores.
  ///   - rules: the rules known.
  ///   - errors: the sampling errors of figures.
  ///   - models: the models to be tried.
  ///   - span: the years that forecasts are made in.
  ///   - horizon: the farthest look ahead, in years.
  ///   - level: how sure the intervals are to be.
  ///   - draws: how many futures are drawn for each forecast.
  ///   - replicates: what they are repeated by, and how many threads work.
  /// - Throws: `ScenarioError.noForecast` where no year serves; `IndexError`, `PanelError`.
  public init(
    _ panel: Panel, rules: [ScoringRule], errors: FigureErrors?,
    models: [RivalModelChoice] = RivalModelChoice.allCases,
    span: ClosedRange<Int> = 0...9999, horizon: Int = 5, level: Double = 0.9, draws: Int = 10_000,
    replicates: Replicates
  ) throws {
    let origins = ForecastOrigin.all(of: rules, in: panel, horizon: horizon, span: span)
    var cases = models.map { _ in [ForecastCase]() }
    var notes: [Phrase] = []
    for origin in origins {
      let history = try RivalHistory(panel, rule: origin.rule, errors: errors)
      for (number, model) in models.enumerated() {
        do {
          let simulation = try Simulation(
            history, model: model.model, through: origin.rule.year + origin.outcomes.count)
          cases[number] += Self.cases(
            of: origin, simulation.futures(draws: draws, replicates: replicates), history,
            level: level)
        } catch ScenarioError.noHistory(_, let year) {
          notes.append(
            Phrase("No forecast by the model \(model.rawValue) in \(year): no past changes."))
        }
      }
    }
    guard cases.contains(where: { !$0.isEmpty }) else {
      throw ScenarioError.noForecast(from: span.lowerBound, through: span.upperBound)
    }
    self.level = level
    self.draws = draws
    self.models = models
    self.cases = cases
    self.notes = notes
  }

  private static func cases(
    of origin: ForecastOrigin, _ futures: Futures, _ history: RivalHistory, level: Double
  ) -> [ForecastCase] {
    origin.outcomes.enumerated().flatMap { ahead, outcome -> [ForecastCase] in
      guard let same = origin.same[ahead] else { return [] }
      return zip(history.provinces, history.rows).compactMap { province, row in
        guard let before = origin.before[row], let after = outcome[row],
          after <= history.provinces.count
        else { return nil }
        return ForecastCase(
          origin: origin.rule.year, horizon: ahead + 1, province: row, before: before,
          after: after,
          forecast: futures.ranks(of: province, in: origin.rule.year + ahead + 1),
          same: same, level: level)
      }
    }
  }
}
