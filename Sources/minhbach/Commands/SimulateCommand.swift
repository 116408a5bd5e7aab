import ArgumentParsing
import Indices
import MinhBachKit
import Panels
import Scenarios
import Tables

/// What a scenario comes to.
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Simulate a scenario: scores, ranks and the chance of a goal, year by year.",
    discussion: """
      A scenario is a CSV or XLSX file with the columns province, year, indicator, and
      at_least (a target: reached or bettered), value (what if: exactly this), change
      (since the year it starts from) or beyond (on top of what would come by itself, as
      the plans of 'minhbach target' are meant); 'minhbach scenario new' writes one to
      fill in. Between years a figure goes in equal steps, after the last it stays. Rivals, and
      figures that nothing is set of, move by a model; surveys add their sampling errors;
      ranges take in new extremes. Beside it stand the same futures with rivals held
      still, and those without the scenario. Without a file it is a forecast.

      EXAMPLES:
        minhbach simulate plan.csv --rank 30 --median
        minhbach simulate plan.csv --ranks 30-40 --through 2022 --draws 100000
        minhbach simulate --province "Trà Vinh" --gain 20 --through 2020
        minhbach simulate --all --through 2020 --format csv --output forecast.csv
        minhbach simulate plan.csv --median --draws 1000000 --replicates 0:500000 --output 1.part
      """)

  @Argument(
    help: ArgumentHelp("The scenario; '-' reads standard input. Default: none.", valueName: "file"))
  var file: String?

  @Option(help: "A province to tell of. Default: those of the scenario.")
  var province: String?

  @Flag(help: "Tell of all provinces.")
  var all = false

  @Option(
    help: "The year to start from, whose rule runs on. Default: the scenario's, else the latest.")
  var year: Int?

  @Option(
    help: ArgumentHelp(
      "The last year. Default: the last of the scenario, else the next.", valueName: "year"))
  var through: Int?

  @OptionGroup var goal: GoalOptions

  @Option(help: "What becomes of the ranges that figures are scored by: moving or held.")
  var ranges: Simulation.Ranges = .moving

  @OptionGroup var futures: FutureOptions
  @OptionGroup var split: SplitOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions
  var streams = StandardStreams()
  var given = GivenArguments()

  func validate() throws {
    guard file != nil || province != nil || all else {
      throw ValidationError(
        "Name a scenario file, or --province or --all for a forecast without one; 'minhbach scenario "
          + "new PROVINCE' writes a scenario to fill in.")
    }
    guard !all || province == nil else {
      throw ValidationError("--all tells of every province: leave out --province.")
    }
    guard goal.probability == nil else {
      throw ValidationError("--probability is for 'minhbach target'; here it is the answer.")
    }
    try split.check(draws: futures.draws, output: output)
    guard split.replicates == nil || file != "-" else { throw SplitOptions.untold }
  }

  func run() throws {
    let asked = try self.asked()
    guard let range = split.replicates?.range else {
      let whole = 0..<futures.draws
      return try answer(asked, [asked.question.part(whole, replicates: futures.replicates)])
    }
    try write(
      asked.question.part(range, replicates: futures.replicates).rows, of: range,
      figures: asked.question.determinants)
  }

  /// What is asked, of which data.
  private struct Asked {
    let question: ScenarioQuestion
    let data: LoadedData
  }

  private func asked() throws -> Asked {
    let data = try data.load()
    let table = try file.map { try TableFile($0).table() }
    let years = try data.datasets.ruleYears(of: DataOptions.subindex)
    let year = try data.year(year ?? table.flatMap { try Scenario.rule(of: $0, among: years) })
    let rule = try data.rule(year)
    let scenario = try table.map {
      try Scenario(
        reading: $0, rule: rule, panel: data.panel, gazetteer: data.gazetteer,
        codebook: data.codebook)
    }
    let history = try RivalHistory(
      data.panel, rule: rule,
      errors: futures.sampling.errors(data, self.data, through: year)?.errors)
    let provinces = try provinces(of: scenario, data, history)
    let last = through ?? scenario?.lastYear ?? year + 1
    try checkMemory(provinces, years: last - year)
    return Asked(
      question: try ScenarioQuestion(
        of: scenario ?? Scenario(), for: provinces, goals: goal.all, through: last,
        history: history, board: rule.scoreboard(of: data.panel), model: futures.rivals,
        ranges: ranges, draws: futures.draws), data: data)
  }

  private func answer(_ asked: Asked, _ parts: [PartialFutures]) throws {
    let study = ScenarioStudy(asked.question, joining: parts)
    try output.write(
      asked.data.answer(
        table: study.table(),
        display: study.display(Names(words: try output.words(), panel: asked.data.panel)),
        settings: [
          ("command", .text("simulate")), ("rule", Cell(study.history.rule.year)),
          ("goals", .text(goal.all.map(\.words).joined(separator: "; "))),
          ("ranges", .text(ranges.rawValue)),
        ] + futures.settings), to: streams)
  }

  /// The most scores that are kept of one set of futures: some hundred megabytes.
  private static let mostScores = 40_000_000

  /// Checks that the scores of all futures fit into memory.
  private func checkMemory(_ provinces: [Province], years: Int) throws {
    let each = max(1, provinces.count) * max(1, years)
    guard split.replicates?.range.count ?? futures.draws <= Self.mostScores / each else {
      throw ValidationError(
        "--draws is at most \(Self.mostScores / each) for \(provinces.count) provinces and \(years) years."
      )
    }
  }

  /// The provinces that are told of.
  private func provinces(
    of scenario: Scenario?, _ data: LoadedData, _ history: RivalHistory
  ) throws -> [Province] {
    if all { return history.provinces }
    if let province { return [try data.gazetteer.province(named: province)] }
    return try scenario?.provinces.map(data.gazetteer.province(named:)) ?? []
  }
}

extension SimulateCommand: SplittableCommand {
  var draws: Int { futures.draws }
  var seed: UInt64 { futures.seed }

  func answer(joining parts: [PartFile]) throws {
    let asked = try self.asked()
    try answer(
      asked,
      try contents(of: parts, figures: asked.question.determinants) { part in
        try asked.question.part(part.header.range, reading: part.rows)
      })
  }
}
