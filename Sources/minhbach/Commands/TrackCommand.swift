import ArgumentParsing
import Indices
import Panels
import Plans
import Tables

/// Reported values against a plan.
struct TrackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "track",
    abstract: "Set reported values beside a plan: reached, on course, late, not reported.",
    discussion: """
      The plan is a file that 'minhbach plan' wrote, or one of the same columns. Reports are
      a table of date (2019-06-01) or period (2019-06, 2019-Q2, 2019-H1, 2019), indicator and
      value, and if known firms (how many were asked) or standard_error, and source. Shares
      are written as 0.95 or 95%. Of each indicator the latest report up to --date counts.

      A value is late when it is behind the path, and by more than the sampling error of
      such a figure can explain. The chance of the plan's rank is told anew with what is
      reported in place of what the plan found.

      EXAMPLES:
        minhbach track "Đắk Nông" --plan plan.csv --reports reports.csv
        minhbach track "Đắk Nông" --plan plan.csv --reports reports.xlsx --date 2019-06-01
        minhbach track "Đắk Nông" --plan plan.csv --reports reports.csv --checklist ticked.csv --lang vi
      """)

  @Argument(help: "The province, in any spelling.")
  var province: String

  @Option(help: ArgumentHelp("The plan.", valueName: "file"))
  var plan: String

  @Option(help: ArgumentHelp("What was reported.", valueName: "file"))
  var reports: String

  @Option(
    help: ArgumentHelp(
      "The day to look from; later reports do not count. Default: the last day reported of.",
      valueName: "day"))
  var date: CalendarDate?

  @OptionGroup var reporting: PlanOptions
  @OptionGroup var list: ChecklistOptions
  @OptionGroup var sampling: SamplingOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions
  var streams = StandardStreams()

  func run() throws {
    let data = try data.load()
    let province = try data.gazetteer.province(named: province)
    let plan = try PlanFile(gazetteer: data.gazetteer, codebook: data.codebook)
      .plan(of: province, in: TableFile(plan).table())
    let reports = try ProgressReport(
      reading: TableFile(reports).table(), codebook: data.codebook, from: plan.begin)
    let date = date ?? reports.lastDate ?? plan.begin
    guard date >= plan.begin else {
      throw ValidationError("--date \(date) is before the plan begins, on \(plan.begin).")
    }
    let sampled = try sampledYear(of: plan, data)
    let progress = Progress(of: plan, by: reports, on: date) { code in
      sampled.ranks?.error(of: code, province)
    }
    let chance = plan.goal.flatMap { goal in
      sampled.ranks.flatMap { PlanChance(of: goal, province, $0) }
    }
    let answer = ProgressAnswer(
      progress: progress,
      outlook: try chance.map { chance in
        try GoalOutlook(of: progress) { try chance.probability($0) }
      },
      withoutChance: withoutChance(plan, sampled, chance),
      calendar: try reporting.calendar(data.datasets, of: province),
      checklist: try list.load(data.datasets)?.list,
      names: Names(language: output.lang, panel: data.panel))
    try output.write(
      data.answer(table: answer.table(), display: answer.display(), settings: settings(answer)),
      to: streams)
  }

  private func settings(_ answer: ProgressAnswer) -> [(String, Cell)] {
    let (plan, outlook) = (answer.progress.plan, answer.outlook)
    let counts = answer.checklist?.counts(on: answer.progress.date)
    return [
      ("command", .text("track")), ("province", .text(plan.province.nameVi)),
      ("date", .text("\(answer.progress.date)")), ("year", Cell(plan.currentYear)),
      ("rank", Cell(plan.goal.map(Double.init))), ("by", Cell(plan.finalYear)),
      ("level", .number(answer.progress.level)), ("chance_before", Cell(outlook?.before)),
      ("chance_planned", Cell(outlook?.planned)), ("chance_standing", Cell(outlook?.standing)),
      ("chance_projected", Cell(outlook?.projected)),
      ("next_report", answer.due.first.map { .text("\($0.before)") } ?? .empty),
      ("checklist_items", Cell(counts.map { Double($0.reduce(0) { $0 + $1.items }) })),
      ("checklist_done", Cell(counts.map { Double($0.reduce(0) { $0 + $1.done }) })),
    ]
  }

  /// The errors of the year the plan starts from, or why there are none.
  private func sampledYear(of plan: Plan, _ data: LoadedData) throws -> SampledAnswer {
    do {
      return try sampling.ranks(data, self.data, data.year(plan.currentYear))
    } catch let error as PanelError {
      // An analyst may plan from a year of which nothing is published.
      guard case .noFigures = error, sampling.isUntouched else { throw error }
      return .none("No sampling errors: there are no figures for \(plan.currentYear).")
    }
  }

  /// Why the chance of the goal is not told.
  private func withoutChance(
    _ plan: Plan, _ sampled: SampledAnswer, _ chance: PlanChance?
  ) -> String? {
    if chance != nil { return nil }
    guard plan.goal != nil else {
      return "The plan names no rank (goal_rank): no chance is told."
    }
    return sampled.notes.first
      ?? "No chance is told: the province has no score, or every rank will do."
  }
}
