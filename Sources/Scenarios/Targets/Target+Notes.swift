import Indices
import Panels
import Sensitivity
import Statistics
import Tables

extension Target {
  /// What is worth knowing before the plan is believed.
  ///
  /// - Parameter name: how an indicator is called; by its code if nothing else is said.
  /// - Returns: sentences.
  public func notes(naming name: (String) -> String = { $0 }) -> [String] {
    let atLimit = steps.filter { $0.target == $0.limit && $0.effort > 0 }
      .map { name($0.component.indicator) }
    let borrowed =
      terms.measure == .variation && !terms.isCosted
      ? steps.filter { $0.effort > 0 && $0.variation.isBorrowed }
        .map { name($0.component.indicator) } : []
    return [
      outcome(name),
      "The least effort is found with rivals and ranges held as in \(rule.year): rivals will move, and where "
        + "the whole country moves, so must the values.",
      atLimit.isEmpty || certificate == .infeasible
        ? nil : "At the limit of what is allowed: \(atLimit.joined(separator: ", ")).",
      YearlyVariation.borrowedNote(on: borrowed, through: rule.year), measureNote,
      uncostedNote(name),
    ].compactMap(\.self) + rateNotes + boardNotes.texts
  }

  private func outcome(_ name: (String) -> String) -> String {
    let place = "\(province.nameVi) ranks \(standing.rank) in \(rule.year)"
    let best = path.last?.rank ?? standing.rank
    switch certificate {
    case .reached:
      return "\(place): \(goal.name) is reached already; the plan "
        + (effort > 0 ? "makes the changes asked for." : "holds every indicator.")
    case .likely:
      return "\(place): \(goal.name) is as likely as was asked for without any change."
    case .optimal:
      return
        "\(place); this is the least effort to rank \(best) by \(finalYear): no other changes within "
        + "the limits need less."
    case .bounded:
      let gap = lowerBound.map { max(0, 1 - $0 / effort) } ?? 1
      return
        "\(place); this is the best plan found to rank \(best) by \(finalYear): the search was broken "
        + "off, and no plan within the limits needs less than \(Self.percent(gap, decimals: 2)) below it."
    case .infeasible:
      let what = isAskedFor ? "so safe a score" : goal.name
      return
        "\(place); \(what) cannot be had by \(finalYear) within the limits. The best is rank "
        + "\(best), \(reasons(name))."
    }
  }

  /// What keeps a goal out of reach.
  private func reasons(_ name: (String) -> String) -> String {
    guard let shortfall else { return "with every indicator at its limit" }
    let free = steps.indices.filter { program.levers[$0].most > 0 }
    if shortfall.lockedLevers.isEmpty, !shortfall.isCountBinding,
      shortfall.bindingConditions.isEmpty
    {
      return "with every indicator at its limit"
    }
    func names(_ numbers: [Int]) -> String {
      numbers.map { name(steps[$0].component.indicator) }.joined(separator: ", ")
    }
    let conditions = shortfall.bindingConditions.map { program.conditions[$0].name }
    return
      ([
        shortfall.leversAtMost.count == free.count
          ? "with every indicator that may be changed at its limit"
          : "with \(names(shortfall.leversAtMost)) at the limit",
        shortfall.isCountBinding
          ? "no more than \(program.atMost ?? 0) to be changed" : nil,
        conditions.isEmpty ? nil : "no room left by \(conditions.joined(separator: ", "))",
        shortfall.lockedLevers.isEmpty
          ? nil : "and held still: \(names(shortfall.lockedLevers))",
      ] as [String?]).compactMap(\.self).joined(separator: ", ")
  }

  private var measureNote: String? {
    if terms.isCosted { return "Effort is counted in the costs of the file." }
    return terms.measure == .equal
      ? "One unit of effort is a hundredth of an indicator's range in the rule." : nil
  }

  private func uncostedNote(_ name: (String) -> String) -> String? {
    let uncosted = steps.filter {
      terms.isCosted && terms.entries[$0.component.indicator]?.cost == nil
    }.map { name($0.component.indicator) }
    return uncosted.isEmpty
      ? nil : "Held still, because the file tells no cost: \(uncosted.joined(separator: ", "))."
  }

  /// What the past tells by plain counts; cases of one pair of years depend on each other, so that an
  /// interval for independent ones would be too narrow.
  private var rateNotes: [String] {
    guard certificate != .reached, certificate != .likely else { return [] }
    let span = years == 1 ? "a year" : "\(years) years"
    let pairs = history.pairsOfYears(apart: years)
    guard let base = baseRate.share, let gain = gainRate.share else {
      return ["No past years under one rule tell how often such a rise in \(span) came true."]
    }
    let source = pairs == 1 ? "one pair of years" : "\(pairs) pairs of years"
    return [
      "Of \(baseRate.trials) cases that stood within \(Self.baseRateWidth) places of rank "
        + "\(standing.rank) and short of \(goalRank), \(baseRate.successes) (\(Self.percent(base))) had got "
        + "there in \(span), whatever they did; of \(gainRate.trials), \(gainRate.successes) "
        + "(\(Self.percent(gain))) gained as much score net of the country. Seen in \(source) only."
    ]
  }

  private static func percent(_ share: Double, decimals: Int = 0) -> String {
    guard decimals > 0 else { return "\(Int((100 * share).rounded()))%" }
    // Broken-off searches end within thousandths: two decimals, rounded up.
    let hundredths = Int((10_000 * share).rounded(.up))
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)%"
  }
}
