import Indices
import Panels
import Reports
import Scenarios
import Sensitivity
import Statistics
import Tables

/// How likely the next survey gives a better rank, with each indicator's typical change and without.
struct DriverOdds {
  /// With the change of a year, in the order of the effects; nil for one without a variation.
  let improved: [Double?]
  /// With nothing changed.
  let unchanged: Double

  /// Finds the probabilities; nil where the province has no score.
  init?(of drivers: Drivers, _ sampled: SampledRanks) throws {
    guard let place = sampled.place(of: drivers.province) else { return nil }
    let forecast = SurveyForecast(sampled.estimates)
    let better = drivers.standing.rank - 1
    unchanged = try forecast.probability(upTo: better, of: place, changedBy: 0)
    improved = try drivers.effects.map { effect in
      guard drivers.variation[effect.input.name] != nil else { return nil }
      return try forecast.probability(upTo: better, of: place, changedBy: effect.typical.score)
    }
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
      ("probability_better", { Cell(odds?.improved[$0]) }),
      (
        "probability_gain",
        { row in Cell(odds.flatMap { odds in odds.improved[row].map { $0 - odds.unchanged } }) }
      ),
    ])
    table.notes = sampled.notes(on: drivers.province) + table.notes
    return table
  }

  /// The same as people read it.
  func showing(_ odds: DriverOdds?, _ sampled: SampledAnswer, of drivers: Drivers) -> Table {
    var table = self
    table.notes = sampled.notes(on: drivers.province) + table.notes
    guard let odds else { return table }
    let share = NumberFormat.percentage(decimals: 0)
    table.notes.append(
      "Better: the probability that the next survey gives a better rank than \(drivers.standing.rank) with the "
        + "change of one year; with nothing changed it is \(share.string(odds.unchanged)). Rivals' true scores "
        + "are held still, and all firms sampled anew.")
    return table.adding(
      [("better", { .text(odds.improved[$0].map { share.string($0) } ?? "") })],
      before: "best \(drivers.rule.year)")
  }
}
