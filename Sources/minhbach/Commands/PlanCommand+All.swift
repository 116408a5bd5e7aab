import ArgumentParsing
import Indices
import Panels
import Plans
import Reports
import Scenarios
import Sensitivity
import Tables

extension PlanCommand {
  /// A plan for every province that has a score, in the order of the panel.
  func answerAll(_ goal: Goal, _ by: Int) throws {
    let data = try data.load()
    let year = try data.year(year)
    let scored = try data.rule(year).scoreboard(of: data.panel)
    // A province that cannot gain so many places has no such plan.
    let provinces = data.panel.provinces(in: year).filter { province in
      guard let rank = scored[province]?.rank else { return false }
      if case .places(let count) = goal { return rank > count }
      return true
    }
    let study = try study(data, goal, by, for: provinces)
    var progress = ProgressBar(steps: provinces.count, quiet: output.quiet, streams: streams)
    let answers = try provinces.enumerated().map { done, province in
      progress.show(done: done, next: "provinces")
      return try study.answer(for: province, goal: goal, by: by)
    }
    progress.finish()
    try output.write(
      data.answer(
        table: Self.table(answers), display: Self.display(answers, study, goal, by),
        settings: [
          ("command", .text("plan")), ("all", .boolean(true)), ("year", Cell(study.year)),
          ("goal", .text(goal.words)), ("by", Cell(by)),
        ] + futures.settings), to: streams)
  }

  /// The plans as a file holds them, with the chance of each.
  private static func table(_ answers: [PlanAnswer]) -> Table {
    let owners = answers.flatMap { answer in answer.plan.lines.map { _ in answer } }
    return Plan.table(of: answers.map(\.plan)).adding([
      ("chance", { Cell(owners[$0].chance?.probability) }),
      ("chance_error", { Cell(owners[$0].chance?.error) }),
      ("chance_unplanned", { Cell(owners[$0].odds?.unplanned.probability) }),
      ("certificate", { .text(owners[$0].target.certificate.rawValue) }),
    ])
  }

  /// One line a province: where it stands, what it needs, and how likely that is.
  private static func display(
    _ answers: [PlanAnswer], _ study: PlanStudy, _ goal: Goal, _ by: Int
  ) -> Table {
    let words = study.names.words
    let rows = answers.sorted { $0.target.standing.rank < $1.target.standing.rank }
      .map { row($0, study.names) }
    return Table(
      title: words("Plans to \(goal.phrase) by \(by), from \(study.year)"),
      columns: words.columns("province") + ["\(study.year)", "\(by)"]
        + words.columns("effort", "chance", "without", "most effort"), rows: rows,
      notes: [
        Phrase(
          """
          One province at a time, each among rivals that move without a plan of their own: not all of \
          them can rise at once. --format csv gives every target of every year.
          """)
      ] + study.sampled.notes)
  }

  private static func share(_ chance: SimulatedChance?, _ words: Words) -> Cell {
    chance.map { .text(words.percentage(decimals: 0).string($0.probability)) } ?? .empty
  }

  private static func row(_ answer: PlanAnswer, _ names: Names) -> [Cell] {
    let target = answer.target
    let moved = target.steps.filter { $0.effort > 0 }.sorted { $0.effort > $1.effort }
    return [
      .text(names.province(target.province)), Cell(target.standing.rank),
      Cell(target.path.last?.rank ?? target.standing.rank),
      .text(names.words.decimals(2).string(target.effort)),
      share(answer.chance, names.words), share(answer.odds?.unplanned, names.words),
      .text(
        moved.prefix(3).map { names.indicator($0.component.indicator) }.joined(separator: "; ")),
    ]
  }
}
