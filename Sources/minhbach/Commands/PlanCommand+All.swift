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
  func answerAll(_ goal: PlanStudy.Goal, _ by: Int) throws {
    let data = try data.load()
    let study = try study(data)
    let scored = try study.rule.scoreboard(of: data.panel)
    let provinces = data.panel.provinces(in: study.year).filter { scored[$0] != nil }
    var progress = ProgressBar(steps: provinces.count, quiet: output.quiet, streams: streams)
    let answers = try provinces.enumerated().map { done, province in
      progress.show(done: done, next: "provinces")
      return try study.answer(for: province, goal: goal, by: by, isOneOfMany: true)
    }
    progress.finish()
    try output.write(
      data.answer(
        table: Self.table(answers), display: Self.display(answers, study, goal, by),
        settings: [
          ("command", .text("plan")), ("all", .boolean(true)), ("year", Cell(study.year)),
          goal.setting, ("by", Cell(by)),
        ]), to: streams)
  }

  /// The plans as a file holds them, with the chance of each.
  private static func table(_ answers: [PlanAnswer]) -> Table {
    let owners = answers.flatMap { answer in answer.plan.lines.map { _ in answer } }
    return Plan.table(of: answers.map(\.plan)).adding([
      ("chance", { Cell(owners[$0].chance) }),
      ("certificate", { .text(owners[$0].target.certificate.rawValue) }),
    ])
  }

  /// One line a province: where it stands, what it needs, and how likely that is.
  private static func display(
    _ answers: [PlanAnswer], _ study: PlanStudy, _ goal: PlanStudy.Goal, _ by: Int
  ) -> Table {
    let words = PlanWords(language: study.names.language)
    let rows = answers.sorted { $0.target.standing.rank < $1.target.standing.rank }
      .map { row($0, study.names) }
    return Table(
      title: words(
        "Plans \(goal.inWords(words)) by \(by), from \(study.year)",
        "Kế hoạch \(goal.inWords(words)) vào năm \(by), từ năm \(study.year)"),
      columns: [
        words.province, "\(study.year)", "\(by)", words("effort", "nỗ lực"), words.chance,
        words("most effort", "nỗ lực nhiều nhất"),
      ], rows: rows,
      notes: [
        words(
          "One province at a time: rivals and ranges are held as in \(study.year), and not all of them can "
            + "rise at once. --format csv gives every target of every year.",
          "Từng tỉnh một, các tỉnh khác giữ nguyên như năm \(study.year).")
      ] + study.sampled.notes)
  }

  private static func row(_ answer: PlanAnswer, _ names: Names) -> [Cell] {
    let target = answer.target
    let moved = target.steps.filter { $0.effort > 0 }.sorted { $0.effort > $1.effort }
    return [
      .text(names.province(target.province)), Cell(target.standing.rank),
      Cell(target.path.last?.rank ?? target.standing.rank),
      .text(NumberFormat.decimals(2).string(target.effort)),
      answer.chance.map { .text(NumberFormat.percentage(decimals: 0).string($0)) } ?? .empty,
      .text(
        moved.prefix(3).map { names.indicator($0.component.indicator) }.joined(separator: "; ")),
    ]
  }
}

extension PlanStudy.Goal {
  /// The goal as settings name it.
  fileprivate var setting: (String, Cell) {
    switch self {
    case .rank(let rank): ("rank", Cell(rank))
    case .gain(let places): ("gain", Cell(places))
    }
  }

  fileprivate func inWords(_ words: PlanWords) -> String {
    switch self {
    case .rank(let rank): words("to rank \(rank) or better", "đạt hạng \(rank) hoặc cao hơn")
    case .gain(let places):
      words("to \(String.counted("\(places)", "place")) more", "tăng \(places) bậc")
    }
  }
}
