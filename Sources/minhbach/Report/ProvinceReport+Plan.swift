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
        chances.map { .lead(Prose(words($0))) },
        .table(
          DataTable(
            id: "plan-table",
            caption: words(
              "The least effort that reaches the goal as scores stand, in round numbers"),
            plan.display())),
      ].compactMap(\.self) + plan.display().notes.map { .note(Prose(words($0))) })
  }

  /// How likely the goal is, with the plan and without.
  private var chances: Phrase? {
    guard let odds = plan?.odds, let last = odds.chances.last else { return nil }
    return Phrase(
      """
      With this plan the goal has a chance of \(last.probability, .percentage(decimals: 0)) \
      (± \(last.error, .percentage(decimals: 1))), without it \
      \(odds.unplanned.probability, .percentage(decimals: 0)): rivals move, and firms are sampled anew.
      """)
  }
}
