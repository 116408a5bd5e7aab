public import Tables
import Indices
import Panels
import Sensitivity
import Statistics

extension Target {
  /// The plan, one row per year and indicator.
  ///
  /// Columns: year, indicator, value, change (since the first year), unit, effort (of that change, in
  /// yearly variations), limit (the farthest value allowed in the final year), score and rank of the
  /// year, certificate; base_rate, the share of the base_rate_cases that stood near and got there; and
  /// gain_rate, the share of the gain_rate_cases that gained as much score net of the country's median.
  public func table() -> Table {
    let all = years
    let baseRate = baseRate
    let gainRate = gainRate
    let rows = path.dropFirst().enumerated().flatMap { offset, milestone in
      steps.map { step -> [Cell] in
        let value = step.value(after: offset + 1, of: all)
        return [
          Cell(milestone.year), .text(step.component.indicator), .number(value),
          .number(value - step.value), .text(units[step.component.indicator] ?? ""),
          .number(step.effort * Double(offset + 1) / Double(all)), .number(step.limit),
          .number(milestone.score), Cell(milestone.rank), .text(certificate.rawValue),
          Cell(baseRate.share), Cell(baseRate.trials), Cell(gainRate.share),
          Cell(gainRate.trials),
        ]
      }
    }
    return Table(
      title: "target",
      columns: [
        "year", "indicator", "value", "change", "unit", "effort", "limit", "score", "rank",
        "certificate", "base_rate", "base_rate_cases", "gain_rate", "gain_rate_cases",
      ],
      rows: rows, notes: notes())
  }

  /// What is worth knowing before the plan is believed.
  ///
  /// - Parameter name: how an indicator is called; by its code if nothing else is said.
  /// - Returns: sentences.
  public func notes(naming name: (String) -> String = { $0 }) -> [String] {
    let atLimit = steps.filter { $0.target == $0.limit && $0.effort > 0 }
      .map { name($0.component.indicator) }
    let borrowed = steps.filter { $0.effort > 0 && $0.variation.isBorrowed }
      .map { name($0.component.indicator) }
    return [
      outcome,
      "Rivals and ranges are held as in \(rule.year): rivals will move, and where the whole country "
        + "moves, so must the values.",
      atLimit.isEmpty || certificate == .infeasible
        ? nil : "At the limit of what is allowed: \(atLimit.joined(separator: ", ")).",
      YearlyVariation.borrowedNote(on: borrowed, through: rule.year),
    ].compactMap(\.self) + rateNotes + boardNotes
  }

  private var outcome: String {
    let place = "\(province.nameVi) ranks \(standing.rank) in \(rule.year)"
    let best = path.last?.rank ?? standing.rank
    return switch certificate {
    case .reached:
      "\(place): rank \(goal) is reached already; the plan holds every indicator."
    case .optimal:
      "\(place); this is the least effort to rank \(best) by \(finalYear): no other changes within "
        + "the limits need less."
    case .infeasible:
      "\(place); rank \(goal) cannot be had by \(finalYear) within the limits. The best is rank "
        + "\(best), with every indicator at its limit."
    }
  }

  /// What the past tells by plain counts; cases of one pair of years depend on each other, so that an
  /// interval for independent ones would be too narrow.
  private var rateNotes: [String] {
    guard certificate != .reached else { return [] }
    let span = years == 1 ? "a year" : "\(years) years"
    let pairs = history.pairsOfYears(apart: years)
    guard let base = baseRate.share, let gain = gainRate.share else {
      return ["No past years under one rule tell how often such a rise in \(span) came true."]
    }
    let source = pairs == 1 ? "one pair of years" : "\(pairs) pairs of years"
    return [
      "Of \(baseRate.trials) cases that stood within \(Self.baseRateWidth) places of rank "
        + "\(standing.rank) and short of \(goal), \(baseRate.successes) (\(percent(base))) had got "
        + "there in \(span), whatever they did; of \(gainRate.trials), \(gainRate.successes) "
        + "(\(percent(gain))) gained as much score net of the country. Seen in \(source) only."
    ]
  }

  private func percent(_ share: Double) -> String { "\(Int((100 * share).rounded()))%" }
}
