import Indices
import Panels
import Reports
import Scenarios
import Sensitivity
import Statistics
import Tables

/// How likely the next survey gives a better rank, with each indicator's change of a year and without.
struct DriverOdds {
  /// With a typical change, in the order of the effects; nil for one without a variation.
  let typical: [Double?]
  /// With the change of a good year; nil where none is known.
  let good: [Double?]
  /// With nothing changed.
  let unchanged: Double

  /// Finds the probabilities; nil where the province has no score.
  init?(of drivers: Drivers, _ sampled: SampledRanks) throws {
    guard let place = sampled.place(of: drivers.province) else { return nil }
    let forecast = SurveyForecast(sampled.estimates)
    let better = drivers.standing.rank - 1
    func probability(_ move: LocalSensitivity.Move?) throws -> Double? {
      try move.map { try forecast.probability(upTo: better, of: place, changedBy: $0.score) }
    }
    unchanged = try forecast.probability(upTo: better, of: place, changedBy: 0)
    typical = try drivers.effects.map { effect in
      try probability(drivers.variation[effect.input.name] == nil ? nil : effect.typical)
    }
    good = try drivers.effects.map { try probability($0.good) }
  }
}

extension SampledRanks {
  /// The true scores as far as they are known, the province's first, then its rivals'.
  ///
  /// - Parameter drivers: the province and its rivals.
  /// - Returns: the shrunk scores with their errors; nil where one is missing.
  /// - Throws: `ScoreEstimatesError`, never for scores that were shrunk.
  func trueScores(for drivers: Drivers) throws -> ScoreEstimates? {
    let places = ([drivers.province] + drivers.rivals).compactMap(place)
    guard places.count == drivers.rivals.count + 1 else { return nil }
    return try ScoreEstimates(
      places.map { shrunk.values[$0] }, standardErrors: places.map { shrunk.standardErrors[$0] })
  }
}

extension Table {
  /// The effects with the standard error of each value and the probabilities.
  func adding(_ odds: DriverOdds?, _ sampled: SampledAnswer, to drivers: Drivers) -> Table {
    var table = adding([
      (
        "standard_error",
        { row in
          Cell(sampled.ranks?.error(of: drivers.effects[row].input.name, drivers.province))
        }
      ),
      ("probability_better", { Cell(odds?.typical[$0]) }),
      (
        "probability_gain",
        { row in Cell(odds.flatMap { odds in odds.typical[row].map { $0 - odds.unchanged } }) }
      ),
      ("probability_better_feasible_year", { Cell(odds?.good[$0]) }),
    ])
    table.notes = sampled.notes(on: drivers.province) + table.notes
    return table
  }

  /// The same as people read it.
  func showing(
    _ odds: DriverOdds?, _ sampled: SampledAnswer, of drivers: Drivers, _ words: Words
  ) -> Table {
    var table = self
    table.notes = sampled.notes(on: drivers.province) + table.notes
    if drivers.feasible != nil { table.notes.append(drivers.likelyNote(sampled)) }
    guard let odds else { return table }
    let share = words.percentage(decimals: 0)
    table.notes.append(
      Phrase(
        """
        Better: the probability that the next survey gives a better rank than \
        \(drivers.standing.rank) with the change of a good year; with nothing changed it is \
        \(odds.unchanged, share). Rivals' true scores are held still, and all firms sampled anew.
        """))
    return table.adding(
      [(words("better"), { .text(odds.good[$0].map { share.string($0) } ?? "") })],
      before: words("median"))
  }
}

extension Drivers {
  /// What the interval for places rests on.
  func likelyNote(_ sampled: SampledAnswer) -> Phrase {
    let draws = feasible?.laws.first?.goodDraws.count ?? 0
    return sampled.ranks == nil
      ? Phrase(
        """
        Likely: 95% of \(draws) draws, each with a good year of other provinces of the past; the \
        scores are taken as they are.
        """)
      : Phrase(
        """
        Likely: 95% of \(draws) draws, each with a good year of other provinces of the past and \
        other true scores, as far as this year's sample leaves them open.
        """)
  }
}
