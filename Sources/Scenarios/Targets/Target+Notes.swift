public import Tables
import Indices
import Panels
import Sensitivity
import Statistics

extension Target {
  /// What is worth knowing before the plan is believed.
  ///
  /// - Parameter name: how an indicator is called; by its code if nothing else is said.
  /// - Returns: sentences.
  public func notes(naming name: (String) -> String = { $0 }) -> [Phrase] {
    let atLimit = steps.filter { $0.target == $0.limit && $0.effort > 0 }
      .map { name($0.component.indicator) }
    let borrowed =
      terms.measure == .variation && !terms.isCosted
      ? steps.filter { $0.effort > 0 && $0.variation.isBorrowed }
        .map { name($0.component.indicator) } : []
    return [
      outcome(name),
      Phrase(
        """
        The least effort is found with rivals and ranges held as in \(rule.year): rivals will move, \
        and where the whole country moves, so must the values.
        """),
      atLimit.isEmpty || certificate == .infeasible
        ? nil : Phrase("At the limit of what is allowed: \(atLimit)."),
      YearlyVariation.borrowedNote(on: borrowed, through: rule.year), measureNote,
      uncostedNote(name),
    ].compactMap(\.self) + rateNotes + boardNotes
  }

  private func outcome(_ name: (String) -> String) -> Phrase {
    let place = Phrase("\(province.nameVi) ranks \(standing.rank) in \(rule.year)")
    let best = path.last?.rank ?? standing.rank
    switch certificate {
    case .reached:
      if case .ranks(let ranks) = goal, standing.rank < ranks.lowerBound, effort == 0 {
        return Phrase(
          """
          \(place): that is better than the ranks from \(ranks.lowerBound) to \(ranks.upperBound) \
          already; the plan holds every indicator.
          """)
      }
      return effort > 0
        ? Phrase(
          "\(place): \(goal.subject) is reached already; the plan makes the changes asked for.")
        : Phrase("\(place): \(goal.subject) is reached already; the plan holds every indicator.")
    case .likely:
      return Phrase("\(place): \(goal.subject) is as likely as was asked for without any change.")
    case .optimal:
      return Phrase(
        """
        \(place); this is the least effort to rank \(best) by \(finalYear): no other changes within \
        the limits need less.
        """)
    case .bounded:
      let gap = lowerBound.map { max(0, 1 - $0 / effort) } ?? 1
      // Broken-off searches end within thousandths: two decimals, rounded up.
      return Phrase(
        """
        \(place); this is the best plan found to rank \(best) by \(finalYear): the search was broken \
        off, and no plan within the limits needs less than \
        \(gap, .percentage(decimals: 2), rounding: .up) below it.
        """)
    case .infeasible:
      let what = isAskedFor ? Phrase("so safe a score") : goal.subject
      return Phrase(
        """
        \(place); \(what) cannot be had by \(finalYear) within the limits. The best is rank \
        \(best), \(reasons(name)).
        """)
    }
  }

  /// What keeps a goal out of reach.
  private func reasons(_ name: (String) -> String) -> [Phrase] {
    let everything = Phrase("with every indicator at its limit")
    guard let shortfall else { return [everything] }
    let free = steps.indices.filter { program.levers[$0].most > 0 }
    if shortfall.lockedLevers.isEmpty, !shortfall.isCountBinding,
      shortfall.bindingConditions.isEmpty
    {
      return [everything]
    }
    func names(_ numbers: [Int]) -> [String] {
      numbers.map { name(steps[$0].component.indicator) }
    }
    let conditions = shortfall.bindingConditions.map { program.conditions[$0].name }
    return [
      shortfall.leversAtMost.count == free.count
        ? Phrase("with every indicator that may be changed at its limit")
        : Phrase("with \(names(shortfall.leversAtMost)) at the limit"),
      shortfall.isCountBinding
        ? Phrase("no more than \(program.atMost ?? 0) to be changed") : nil,
      conditions.isEmpty ? nil : Phrase("no room left by \(conditions)"),
      shortfall.lockedLevers.isEmpty
        ? nil : Phrase("and held still: \(names(shortfall.lockedLevers))"),
    ].compactMap(\.self)
  }

  private var measureNote: Phrase? {
    if terms.isCosted { return Phrase("Effort is counted in the costs of the file.") }
    return terms.measure == .equal
      ? Phrase("One unit of effort is a hundredth of an indicator's range in the rule.") : nil
  }

  private func uncostedNote(_ name: (String) -> String) -> Phrase? {
    let uncosted = steps.filter {
      terms.isCosted && terms.entries[$0.component.indicator]?.cost == nil
    }.map { name($0.component.indicator) }
    return uncosted.isEmpty
      ? nil : Phrase("Held still, because the file tells no cost: \(uncosted).")
  }

  /// What the past tells by plain counts; cases of one pair of years depend on each other, so that an
  /// interval for independent ones would be too narrow.
  private var rateNotes: [Phrase] {
    guard certificate != .reached, certificate != .likely else { return [] }
    let span = years == 1 ? Phrase("in a year") : Phrase("in \(years) years")
    let pairs = history.pairsOfYears(apart: years)
    guard let base = baseRate.share, let gain = gainRate.share else {
      return [
        Phrase("No past years under one rule tell how often such a rise \(span) came true.")
      ]
    }
    let source = pairs == 1 ? Phrase("one pair of years") : Phrase("\(pairs) pairs of years")
    return [
      Phrase(
        """
        Of \(baseRate.trials) cases that stood within \(Self.baseRateWidth) places of rank \
        \(standing.rank) and short of \(goalRank), \(baseRate.successes) \
        (\(base, .percentage(decimals: 0))) had got there \(span), whatever they did; of \
        \(gainRate.trials), \(gainRate.successes) (\(gain, .percentage(decimals: 0))) gained as much \
        score net of the country. Seen in \(source) only.
        """)
    ]
  }
}
