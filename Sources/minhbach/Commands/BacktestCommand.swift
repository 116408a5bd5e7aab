import ArgumentParsing
import Scenarios
import Statistics
import Tables

/// How forecasts of ranks would have done in the past.
struct BacktestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: "Try forecasts on the past: made with what was known then, beside what came.",
    discussion: """
      From every year with a rule, ranks of the later years are foretold that compare
      with it, by each model of how provinces move, and set beside the published ranks:
      how often intervals held them, how much probability they were given (log score),
      and how far off the middle of the forecast was. All is held against "the same rank
      as last year". --calibration tells how often gains of 5 to 30 places came true,
      by the probability they were given; --base-rates tells, without any model, how many
      of the provinces at some rank stood among the first 10, 20, … years later.

      EXAMPLES:
        minhbach backtest
        minhbach backtest --rivals panel,held --horizon 1
        minhbach backtest --calibration
        minhbach backtest --base-rates --horizon 3
        minhbach backtest --from 2013 --format csv --output backtest.csv
      """)

  @Option(
    help: ArgumentHelp(
      "The models, separated by commas: panel, resampled, drift, held. Default: all.",
      valueName: "models"))
  var rivals: String?

  @Option(help: ArgumentHelp("The farthest look ahead.", valueName: "years"))
  var horizon = 5

  @Option(help: "The first year that forecasts are made in.")
  var from: Int?

  @Option(help: "The last year that forecasts are made in.")
  var to: Int?

  @Flag(help: "Tell how often gains came true, by the probability they were given.")
  var calibration = false

  @Flag(help: "Tell how many of the provinces at some rank stood where years later.")
  var baseRates = false

  @Option(help: "How sure the intervals are to be, between 0 and 1.")
  var level = 0.9

  @Option(help: ArgumentHelp("How many futures are drawn for each forecast.", valueName: "number"))
  var draws = 10_000

  @Option(help: "What everything drawn is repeated by.")
  var seed: UInt64 = 1

  @Option(help: "How many threads work. Default: as many as there are processors.")
  var threads: Int?

  @OptionGroup var sampling: SamplingOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions
  var streams = StandardStreams()

  func validate() throws {
    _ = try models()
    guard (1...20).contains(horizon) else {
      throw ValidationError("--horizon is a number of years from 1 to 20.")
    }
    guard level > 0, level < 1 else {
      throw ValidationError("--level is a confidence between 0 and 1, such as 0.9.")
    }
    guard (1000...1_000_000).contains(draws) else {
      throw ValidationError(
        "--draws is a number from 1000 to 1000000: of fewer the log score cannot be told.")
    }
    guard threads ?? 1 >= 1, threads ?? 1 <= 1024 else {
      throw ValidationError("--threads is a number from 1 to 1024.")
    }
    if let from, let to, from > to {
      throw ValidationError("--from \(from) comes after --to \(to).")
    }
    if calibration, baseRates {
      throw ValidationError("--calibration and --base-rates are two questions: ask one.")
    }
    try data.requireFormerUnits()
  }

  /// The models asked for, each once.
  private func models() throws -> [RivalModelChoice] {
    guard let rivals else { return RivalModelChoice.allCases }
    let names = rivals.split(separator: ",").map { String($0).withoutOuterSpaces }
    let models = try names.map { name in
      guard let model = RivalModelChoice(rawValue: name) else {
        throw ValidationError(
          "--rivals: there is no model \"\(name)\"; there are "
            + RivalModelChoice.allCases.map(\.rawValue).joined(separator: ", ") + ".")
      }
      return model
    }
    guard !models.isEmpty, Set(models).count == models.count else {
      throw ValidationError("--rivals names each model once, such as panel,held.")
    }
    return models
  }

  func run() throws {
    // Of 2020 scores alone were published: enough to tell what came.
    let data = try data.load(.several([DataOptions.subindex]))
    let last = try data.year(nil)
    if baseRates {
      let transitions = try RankTransitions(
        data.panel, rules: data.rules(), span: (from ?? 0)...(to ?? 9999), horizon: horizon)
      return try output.write(
        data.answer(
          table: transitions.table(), display: transitions.display(try output.words()),
          settings: [("command", .text("backtest")), ("horizon", Cell(horizon))]), to: streams)
    }
    let words = try output.words()
    let backtest = try ForecastBacktest(
      data.panel, rules: data.rules(),
      errors: sampling.errors(data, self.data, through: last)?.errors,
      models: models(), span: (from ?? 0)...(to ?? 9999), horizon: horizon, level: level,
      draws: draws, replicates: .init(seed: seed, threads: threads))
    try output.write(
      data.answer(
        table: calibration ? backtest.calibrationTable() : backtest.table(),
        display: calibration ? backtest.calibrationDisplay(words) : backtest.display(words),
        settings: [
          ("command", .text("backtest")), ("level", .number(level)), ("horizon", Cell(horizon)),
          ("draws", Cell(draws)), ("seed", .number(Double(seed))),
        ]), to: streams)
  }
}
