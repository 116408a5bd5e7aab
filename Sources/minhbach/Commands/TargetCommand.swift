import ArgumentParsing
import Indices
import Panels
import Scenarios
import Tables

/// The least-effort path of a province to a goal.
struct TargetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "target",
    abstract: "Find the least effort that takes a province to a goal.",
    discussion: """
      Name one goal: a rank, an interval of ranks, a score, the median, the first so
      many, places gained, a place in the region, a third of the ranking. Effort is
      counted in each indicator's own yearly variation, net of the median change of all
      provinces, or as --effort and --costs say. No indicator goes beyond what any
      province has reached up to the year, nor faster per year than one province-year in
      ten has improved. Rivals and ranges are held as in the year. The plan is proved to
      be the least; a goal out of reach is told as such, with the best that can be had
      and what binds.

      EXAMPLES:
        minhbach target "Đắk Nông" --year 2017 --rank 40 --by 2020
        minhbach target "Đắk Nông" --year 2017 --ranks 30-40 --by 2020 --probability 0.8
        minhbach target "Kon Tum" --median --by 2021 --at-most 2 --plans 3
        minhbach target "Trà Vinh" --gain 20 --by 2021 --costs costs.csv --output plan.csv
      """)

  @Argument(help: "The province, in any spelling.")
  var province: String

  @Option(help: "The year to start from. Default: the latest.")
  var year: Int?

  @OptionGroup var goal: GoalOptions

  @Option(help: ArgumentHelp("The final year.", valueName: "year"))
  var by: Int

  @OptionGroup var effort: EffortOptions
  @OptionGroup var futures: FutureOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions
  var streams = StandardStreams()

  func validate() throws { try goal.require() }

  func run() throws {
    let data = try data.load()
    let year = try data.year(year)
    let rule = try data.rule(year)
    let province = try data.gazetteer.province(named: province)
    let terms = try effort.terms(of: rule)
    let sampled = try futures.sampling.ranks(data, self.data, year)
    // A province without a score is told before the goal is looked at.
    _ = try rule.values(of: province, in: data.panel)
    func plan(gaining gain: Double?) throws -> Target {
      try Target(
        of: province, goal: goal.goal, by: by, under: terms, gaining: gain, panel: data.panel,
        rule: rule, rules: data.rules())
    }
    let odds = try FutureOdds(
      futures.history(data, self.data, year), through: max(by, year + 1),
      watching: Futures.watched(
        for: Aim(goal.goal, of: province, on: rule.scoreboard(of: data.panel)), of: province),
      futures)
    let (target, reached) = try RobustTarget.least(
      forProbability: goal.probability, by: odds, from: year, plan: plan(gaining:))
    let answer = try TargetAnswer(
      target.alternatives(effort.plans), wanted: effort.plans, probability: goal.probability,
      odds, isRounded: output.isForPeople, sampled,
      Names(words: try output.words(), panel: data.panel))
    try output.write(
      data.answer(
        table: answer.table, display: answer.display,
        settings: [
          ("command", .text("target")), ("province", .text(target.province.nameVi)),
          ("year", Cell(year)), ("goal", .text(target.goal.words)),
          ("rank", Cell(target.goalRank)), ("by", Cell(by)),
          ("score_needed", .number(target.scoreNeeded)), ("effort", .number(target.effort)),
          ("certificate", .text(target.certificate.rawValue)),
          ("probability", Cell(goal.probability)),
          ("is_probable", reached.map { .boolean($0) } ?? .empty),
        ] + futures.settings), to: streams)
  }
}
