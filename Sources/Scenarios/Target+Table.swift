public import Tables
import Indices
import Panels
import Statistics

extension Target {
  /// The plan, one row per year and indicator.
  ///
  /// Columns: year, indicator, value, change (since the first year), unit, effort (of that change, in
  /// yearly variations), limit (the farthest value allowed in the final year), score and rank of the
  /// year, certificate, and the base rate with its 95 % interval and number of cases.
  public func table() -> Table {
    let all = path.count - 1
    let rows = path.dropFirst().enumerated().flatMap { offset, milestone in
      steps.map { step -> [Cell] in
        let value = step.value(after: offset + 1, of: all)
        return [
          Cell(milestone.year), .text(step.component.indicator), .number(value),
          .number(value - step.value), .text(units[step.component.indicator] ?? ""),
          .number(step.effort * Double(offset + 1) / Double(all)), .number(step.limit),
          .number(milestone.score), Cell(milestone.rank), .text(certificate.rawValue),
          Cell(baseRate.share), .number(baseRate.wilsonInterval.lowerBound),
          .number(baseRate.wilsonInterval.upperBound), Cell(baseRate.trials),
        ]
      }
    }
    return Table(
      title: "target",
      columns: [
        "year", "indicator", "value", "change", "unit", "effort", "limit", "score", "rank",
        "certificate", "base_rate", "base_rate_low", "base_rate_high", "base_rate_cases",
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
      "Rivals and ranges are held as in \(rule.year): rivals will move, and no probability is given "
        + "yet.",
      baseRateNote,
      atLimit.isEmpty || certificate == .infeasible
        ? nil : "At the limit of what is allowed: \(atLimit.joined(separator: ", ")).",
      YearlyVariation.borrowedNote(on: borrowed, through: rule.year),
    ].compactMap(\.self) + boardNotes
  }

  private var outcome: String {
    let place = "\(province.nameVi) ranks \(rank) in \(rule.year)"
    let best = path.last?.rank ?? rank
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

  private var baseRateNote: String {
    let years = finalYear - rule.year
    guard let share = baseRate.share else {
      return
        "No past years under one rule tell how often such a rise over \(years) years came true."
    }
    let interval = baseRate.wilsonInterval
    return "Of \(baseRate.trials) cases within \(Self.baseRateWidth) places of rank \(rank), "
      + "\(baseRate.successes) ranked \(goal) or better \(years) years later, whatever they did: "
      + "\(percent(share)) (95 % interval \(percent(interval.lowerBound)) to "
      + "\(percent(interval.upperBound)))."
  }

  private func percent(_ share: Double) -> String { "\(Int((100 * share).rounded())) %" }
}
