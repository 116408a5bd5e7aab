import Indices
import Panels
import Reports
import Scenarios
import Statistics
import Tables

extension ProvinceReport {
  /// The plan with its chance.
  var planSection: Section {
    guard let plan else {
      return Section(
        id: "plan", heading: words("A plan"),
        blocks: [.paragraph(Prose(words("No rank is better than the first: it can only be kept.")))]
      )
    }
    return Section(
      id: "plan", heading: words("A plan to \(plan.target.goal.phrase) by \(shared.finalYear)"),
      blocks: [
        outOfReach.map { .lead(Prose(words($0))) },
        chances.map { .lead(Prose(words($0))) },
        .table(DataTable(id: "plan-table", caption: words(caption(of: plan)), plan.display())),
      ].compactMap(\.self) + plan.display().notes.map { .note(Prose(words($0))) })
  }

  /// What the table shows, as far as the certificate vouches for it.
  private func caption(of plan: PlanAnswer) -> Phrase {
    switch plan.target.certificate {
    case .infeasible: Phrase("What comes nearest to the goal, in round numbers")
    case .reached: Phrase("The goal is reached as scores stand: every indicator is held")
    case .likely: Phrase("The goal is as likely as was asked for: every indicator is held")
    case .optimal, .bounded:
      plan.probability.map {
        Phrase(
          "The least effort found for a chance of \($0, .percentage(decimals: 0)), in round numbers"
        )
      } ?? Phrase("The least effort that reaches the goal as scores stand, in round numbers")
    }
  }

  /// That the goal cannot be had, before any chance is told.
  private var outOfReach: Phrase? {
    guard let target = plan?.target, target.certificate == .infeasible else { return nil }
    return Phrase(
      """
      As scores stand, no changes within the limits reach the goal by \(target.finalYear): the best is rank \
      \(target.path.last?.rank ?? standing.rank).
      """)
  }

  /// How likely the goal is, with the plan and without.
  private var chances: Phrase? {
    guard let odds = plan?.odds, let last = odds.chances.last, let met = odds.met.last else {
      return nil
    }
    return Phrase(
      """
      The goal has a chance of \(met.probability, .chance(decimals: 0)) \
      (± \(met.error, .chance(decimals: 1))) where the targets are reached, \
      \(last.probability, .chance(decimals: 0)) (± \(last.error, .chance(decimals: 1))) where the plan's changes \
      come on top of what would come by itself, and \(odds.unplanned.probability, .chance(decimals: 0)) \
      (± \(odds.unplanned.error, .chance(decimals: 1))) without a plan: rivals move, and firms are sampled anew.
      """)
  }
}
