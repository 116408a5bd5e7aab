import ArgumentParsing
import Indices
import MinhBachKit
import Panels
import Plans
import Scenarios
import Tables

/// Reported values against a plan.
struct TrackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "track",
    abstract: "Set reported values beside a plan: reached, on course, late, not reported.",
    discussion: """
      The plan is a file that 'minhbach plan' wrote, or one of the same columns.
      Reports are a table of date (2019-06-01) or period (2019-06, 2019-Q2, 2019-H1,
      2019), indicator and value, and if known firms (how many were asked) or
      standard_error, and source. Shares are written as 0.95 or 95%. Of each indicator
      the latest report up to --date counts.

      A value is late when it is behind the path, and by more than the sampling error
      of such a figure can explain. The chance of the plan's goal is told anew with
      what is reported in place of what the plan found: among the rivals of the year
      the plan starts from, or, where a later survey is known, of that --year.

      EXAMPLES:
        minhbach track "Đắk Nông" --plan plan.csv --reports reports.csv
        minhbach track "Đắk Nông" --plan plan.csv --reports reports.xlsx --date 2019-06-01
        minhbach track "Đắk Nông" --plan plan.csv --reports reports.csv --year 2018
        minhbach track daknong --plan plan.csv --checklist ticked.csv --lang vi
      """)

  @Argument(help: "The province, in any spelling.")
  var province: String

  @Option(help: ArgumentHelp("The plan.", valueName: "file"))
  var plan: String

  @Option(
    help: ArgumentHelp("What was reported. Default: nothing yet.", valueName: "file"))
  var reports: String?

  @Option(
    help: ArgumentHelp(
      "The day to look from; later reports do not count. Default: the last day reported of.",
      valueName: "day"))
  var date: CalendarDate?

  @Option(
    help: """
      The year whose rivals and rule the chances are told by. Default: that of the plan's current values.
      """)
  var year: Int?

  @OptionGroup var reporting: CalendarOptions
  @OptionGroup var list: ChecklistOptions
  @OptionGroup var futures: FutureOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions
  var streams = StandardStreams()

  func run() throws {
    let data = try data.load()
    let province = try data.gazetteer.province(named: province)
    let plan = try PlanFile(gazetteer: data.gazetteer, codebook: data.codebook)
      .plan(of: province, in: TableFile(plan).table())
    let reports =
      try reports.map {
        try ProgressReport(
          reading: TableFile($0).table(), codebook: data.codebook, from: plan.begin)
      } ?? ProgressReport([])
    let date = date ?? reports.lastDate ?? plan.begin
    guard date >= plan.begin else {
      throw ValidationError("--date \(date) is before the plan begins, on \(plan.begin).")
    }
    let year = year ?? plan.currentYear
    if self.year != nil { try data.panel.requireYear(year) }
    let sampled = try sampledYear(year, data)
    let progress = Progress(of: plan, by: reports, on: date) { code in
      sampled.ranks?.error(of: code, province)
    }
    let chances = try chances(of: plan, year, data)?.outlook(progress)
    let answer = ProgressAnswer(
      progress: progress,
      chances: chances,
      ranks: try PlanStanding(of: province, year, data).map { standing in
        PlanOutlook(of: progress) { standing.rank($0) }
      },
      withoutChance: withoutChance(plan, hasChance: chances != nil, year), rivalYear: year,
      model: futures.rivals,
      // A year's survey is published in the spring of the next.
      laterYear: data.panel.years.last { $0 > year && $0 < date.year },
      calendar: try reporting.calendar(data.datasets, of: province),
      checklist: try list.load(data.datasets)?.list,
      names: Names(words: try output.words(), panel: data.panel))
    try output.write(
      data.answer(table: answer.table(), display: answer.display(), settings: settings(answer)),
      to: streams)
  }

  private func settings(_ answer: ProgressAnswer) -> [(String, Cell)] {
    let (plan, chances, ranks) = (answer.progress.plan, answer.chances, answer.ranks)
    let counts = answer.checklist?.counts(on: answer.progress.date)
    return [
      ("command", .text("track")), ("province", .text(plan.province.nameVi)),
      ("date", .text("\(answer.progress.date)")), ("year", Cell(answer.rivalYear)),
      ("goal", plan.goal.map { .text($0.text) } ?? .empty), ("by", Cell(plan.finalYear)),
      ("level", .number(answer.progress.level)),
      ("chance_before", Cell(chances?.before.probability)),
      ("chance_planned", Cell(chances?.planned.probability)),
      ("chance_standing", Cell(chances?.standing.probability)),
      ("chance_projected", Cell(chances?.projected.probability)),
      ("chance_error", Cell(chances.map { Swift.max($0.standing.error, $0.planned.error) })),
      ("rank_before", ranks.map { Cell($0.before) } ?? .empty),
      ("rank_planned", ranks.map { Cell($0.planned) } ?? .empty),
      ("rank_standing", ranks.map { Cell($0.standing) } ?? .empty),
      ("rank_projected", ranks.map { Cell($0.projected) } ?? .empty),
      ("next_report", answer.due.first.map { .text("\($0.before)") } ?? .empty),
      ("checklist_items", Cell(counts.map { Double($0.reduce(0) { $0 + $1.items }) })),
      ("checklist_done", Cell(counts.map { Double($0.reduce(0) { $0 + $1.done }) })),
    ] + futures.settings
  }

  /// The errors of the year of the rivals, or why there are none.
  private func sampledYear(_ year: Int, _ data: LoadedData) throws -> SampledAnswer {
    do {
      return try futures.sampling.ranks(data, self.data, data.year(year))
    } catch let error as PanelError {
      // An analyst may plan from a year of which nothing is published.
      guard case .noFigures = error, futures.sampling.isUntouched else { throw error }
      return .none(Phrase("No sampling errors: there are no figures for \(year)."))
    }
  }

  /// How chances are told; nil where they cannot be.
  private func chances(
    of plan: Plan, _ year: Int, _ data: LoadedData
  ) throws -> TrackedChances? {
    // An analyst may plan from a year of which nothing is published, or that has no rule.
    guard data.panel.years.contains(year),
      try data.datasets.ruleYears(of: DataOptions.subindex).contains(year),
      !data.panel.ingredients(of: DataOptions.subindex, in: year).isEmpty
    else { return nil }
    do {
      return try TrackedChances(plan, data, self.data, year, futures)
    } catch let error as ScenarioError {
      throw ValidationError("\(self.plan): \(error).")
    }
  }

  /// Why the chance of the goal is not told.
  private func withoutChance(_ plan: Plan, hasChance: Bool, _ year: Int) -> Phrase? {
    if hasChance { return nil }
    if plan.goal == nil {
      return Phrase("The plan names no goal (column goal): no chance is told.")
    }
    if plan.finalYear <= year {
      return Phrase(
        "The survey of \(plan.finalYear) is out: there is no chance to tell any more.")
    }
    return Phrase(
      "No chance is told: there are no figures, no rule or no past of \(year) for the province.")
  }
}
