import ArgumentParsing
import Indices
import Panels
import Scenarios
import Sensitivity
import Tables

/// Which indicators move a province's rank most.
struct SensitivityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sensitivity",
    abstract: "Find which indicators move the rank of a province most.",
    discussion: """
      The values of all other provinces are held still. --method says how it is asked:

        all      The methods side by side, in the order of what a good year gains, with
                 how sure that order is and a sentence on each indicator.
        local    For each indicator alone: the value at which the next place is gained;
                 the places gained by a good year, by reaching the median and the best.
                 A good year is the improvement, net of the median change of all
                 provinces (what all share moves no rank), that one case in ten
                 exceeded among provinces that stood near in the indicator. For each,
                 too, how sure these places are, and the probability that the next
                 survey gives a better rank.
        ladder   For each indicator alone: every value at which a place is gained or
                 lost.
        pairs    For every two indicators, a good year each: the places gained together
                 beyond the sum of what each gains alone.
        sobol    What share of the rank's variance each indicator makes, alone and with
                 the others, over changes that a year has brought to provinces which
                 stood near, each for itself. Points are doubled until the order stands.
        shapley  The same, indicators changing together as they did in the past.
        morris   The mean size of what each indicator does to the rank, by few
                 evaluations.
        target   What a good year of each adds to the probability of reaching --goal.

      With --country all provinces are summed up: which indicators move ranks most in the
      country, --by region or tier. With --backtest the answers of past years are held
      against the year after each.

      With --function a published function is studied in place of a province, at --draws
      base points: Sobol' indices, Morris's screening and Shapley effects of each input
      beside the exact ones. With --table there is no model to be asked: of the columns
      of any table, it is told which move the one called --response, by rank-statistic
      Sobol' indices and PAWN.

      --country sums up what a good year of each indicator gains over all provinces, or
      over each region or third of the ranking (--by), and what makes scores vary.
      --backtest holds the answers of past years, each from figures up to its year
      alone, against the year after: whether provinces that gained in the indicators
      named moved up, and how good years turned out.

      EXAMPLES:
        minhbach sensitivity "Đắk Nông" --year 2017
        minhbach sensitivity kontum --format csv --output kontum.csv
        minhbach sensitivity "Trà Vinh" --method ladder --ranges moving
        minhbach sensitivity "Quảng Ngãi" --year 2019 --method pairs
        minhbach sensitivity "Trà Vinh" --method target --goal 30
        minhbach sensitivity --function ishigami --draws 131072
        minhbach sensitivity --table runs.csv --response y --inputs a,b,c
        minhbach sensitivity --country --year 2019 --by region
        minhbach sensitivity --backtest
      """)

  @Argument(help: "The province, in any spelling.")
  var province: String?

  @Option(
    help: "The year to stand in; with --backtest, the last looked at. Default: the latest.")
  var year: Int?

  @Option(help: "How it is asked which indicators move the rank.")
  var method: SensitivityMethod = .all

  @Option(
    help: ArgumentHelp(
      "The rank whose probability is studied. Default: ten places better than the province's, or half its rank where "
        + "that is nearer.",
      valueName: "rank"))
  var goal: Int?

  @Option(
    help: ArgumentHelp(
      "Study a published function in place of a province.", valueName: "name"))
  var function: FunctionChoice?

  @OptionGroup var given: GivenDataOptions
  @OptionGroup var all: CountryOptions
  @OptionGroup var ranges: RangesOptions
  @OptionGroup var global: GlobalOptions
  @OptionGroup var sampling: SamplingOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions
  var streams = StandardStreams()

  func validate() throws {
    guard function == nil, given.table == nil else {
      try validateWithoutProvince()
      return
    }
    guard !all.isOfAll else {
      try all.check(province: province, method: method, goal: goal)
      guard global.isModelUntouched else {
        throw ValidationError(
          "--draws, --estimator and --second-order are for one province: leave out --country and --backtest."
        )
      }
      return
    }
    guard province != nil else {
      throw ValidationError("Name a province, or add --country, --backtest, --function or --table.")
    }
    guard goal ?? 1 >= 1 else { throw ValidationError("--goal is a rank of 1 or more.") }
    guard goal == nil || method.parts.contains(.target) else {
      throw ValidationError("--goal is for --method target, or all.")
    }
    guard !method.parts.isEmpty || global.isModelUntouched else {
      throw ValidationError(
        "--draws, --estimator and --second-order are for methods that draw: leave them out, or --method."
      )
    }
    guard !global.secondOrder || method == .sobol else {
      throw ValidationError("--second-order is for --method sobol.")
    }
  }

  func run() throws {
    if let function {
      try answerFunction(function.function)
    } else if given.table != nil {
      try answerTable()
    } else if all.country {
      try answerCountry()
    } else if all.backtest {
      try answerBacktest()
    } else {
      try answerProvince(province ?? "")
    }
  }

  private func answerProvince(_ province: String) throws {
    let data = try data.load()
    let year = try data.year(year)
    let rule = try data.rule(year)
    let drivers = try Drivers(
      of: data.gazetteer.province(named: province), panel: data.panel, rule: rule,
      rules: data.rules(), ranges: ranges.ranges,
      past: try? PastChanges(in: data.panel, rule: rule, replicates: global.replicates))
    let names = Names(words: try output.words(), panel: data.panel)
    let (table, display) = try tables(of: drivers, data, names)
    try output.write(
      data.answer(
        table: table, display: display,
        settings: [
          ("command", .text("sensitivity")), ("province", .text(drivers.province.nameVi)),
          ("year", Cell(year)), ("method", .text(method.rawValue)),
          ("ranges", .text(ranges.ranges.rawValue)),
          ("score", .number(drivers.standing.score)), ("rank", Cell(drivers.standing.rank)),
        ] + (method.parts.isEmpty ? [("seed", .number(Double(global.seed)))] : global.settings)
      ).drawing(chart(names.words)), to: streams)
  }

  /// What moves the rank most, in the measure of the method.
  private func chart(_ words: Words) -> TableSheet.Chart? {
    let (title, column): (String, String)
    switch method {
    case .all, .local:
      (title, column) = (words("Places gained in a good year"), "places_feasible_year")
    case .sobol: (title, column) = (words("Share of the variance of the rank"), "sobol_total")
    case .shapley: (title, column) = (words("Share of the variance of the rank"), "shapley")
    case .target:
      (title, column) = (words("Share of the variance of reaching the goal"), "target_total")
    case .morris: (title, column) = (words("Places moved in a step"), "morris_mu_star")
    case .ladder, .pairs: return nil
    }
    return TableSheet.Chart(
      .bar, title: title, category: "indicator", values: [column], labels: [title])
  }

  /// The answer of the method, for programs and for people.
  private func tables(
    of drivers: Drivers, _ data: LoadedData, _ names: Names
  ) throws -> (table: Table, display: Table) {
    switch method {
    case .sobol, .morris, .shapley, .target:
      let answer = StudyAnswer(
        study: try study(of: drivers), method: method, names: names, order: [])
      return (answer.table(drivers.table()), answer.display(drivers.display(names, [])))
    case .all, .local:
      let sampled = try sampling.ranks(data, self.data, drivers.rule.year)
      let odds = try sampled.ranks.flatMap { try DriverOdds(of: drivers, $0) }
      let draws = drivers.goodYearDraws(
        amid: try sampled.ranks.flatMap { try $0.trueScores(for: drivers) })
      let local = (
        table: drivers.table(draws.places).adding(odds, sampled, to: drivers),
        display: drivers.display(names, draws.places).showing(
          odds, sampled, of: drivers, names.words)
      )
      guard method != .local else { return local }
      let answer = StudyAnswer(
        study: try study(of: drivers), method: method, names: names, order: draws.order)
      return (answer.table(local.table), answer.display(local.display))
    case .ladder:
      let ladders = drivers.ladders
      return (drivers.table(of: ladders), drivers.display(of: ladders, names))
    case .pairs:
      let pairs = drivers.pairs
      return (drivers.table(of: pairs), drivers.display(of: pairs, names))
    }
  }

  /// The study that the method asks for.
  private func study(of drivers: Drivers) throws -> DriverStudy {
    var options = DriverStudy.Options()
    options.parts = method.parts
    options.draws = global.draws
    options.indices = global.indices
    options.pairs = global.secondOrder
    options.walks = global.walks
    if let goal {
      guard goal <= drivers.rivals.count + 1 else {
        throw ValidationError("--goal is a rank from 1 to \(drivers.rivals.count + 1).")
      }
      options.goal = goal
    }
    try global.check(inputs: drivers.index.inputs.count)
    var progress = ProgressBar(steps: global.draws, quiet: output.quiet, streams: streams)
    defer { progress.finish() }
    return try DriverStudy(of: drivers, options: options, global.replicates) {
      progress.show(done: $0, next: "points")
    }
  }
}
