import ArgumentParsing
import Indices
import Panels
import Tables

/// Where the ranges come from that tell weights from slopes.
enum RangeKnowledge: String, ExpressibleByArgument, CaseIterable {
  case history, rule
}

/// The rule of a year, learned from its published scores.
struct CalibrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Learn the rule of a year from the published scores alone.",
    discussion: """
      Least squares on the provinces' scores give the slope of each indicator: ± 9
      weight / (maximum − minimum). Weights and ranges behind the slopes are searched
      for among round weights and the extremes that this year and those before it have
      shown, as they are or typed rounded; they count as proved when together they give
      every published score back. Each constant says how it was found, and --format
      csv adds the interval that the scores leave it.

      With --all every sub-index and every year is learned, and one line for each says
      what can be told. With --as-rule the rule is written as the table that 'minhbach
      score --rule' reads. With --ranges rule the ranges of the bundled rule are given.

      EXAMPLES:
        minhbach calibrate --year 2019
        minhbach calibrate --subindex legal_institutions --year 2009
        minhbach calibrate --year 2019 --as-rule --output 2019.csv
        minhbach calibrate --all --format csv
      """)

  @Option(help: "The year to learn. Default: the latest.")
  var year: Int?

  @Flag(help: "Learn every sub-index and the total in every year, and tell how well each is known.")
  var all = false

  @Flag(help: "Write the rule as a table that can be edited and scored by.")
  var asRule = false

  @Option(help: "Where ranges are taken from.")
  var ranges: RangeKnowledge = .history

  @OptionGroup var index: IndexOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions
  var streams = StandardStreams()

  func validate() throws {
    if all, asRule || year != nil || ranges == .rule {
      throw ValidationError("--all takes no --year, --as-rule or --ranges.")
    }
  }

  func run() throws {
    if all { return try survey() }
    let data = try data.load(index.selection)
    let year = try data.year(year, of: index.subindex)
    try data.requirePublishedScores(of: year)
    let given = ranges == .rule ? try data.rule(year, of: index.subindex).ranges : [:]
    let calibration = try Calibration(
      panel: data.panel, subindex: index.subindex, year: year, given: given)
    let settings: [(String, Cell)] = [
      ("command", .text("calibrate")), ("subindex", .text(index.subindex)), ("year", Cell(year)),
      ("ranges", .text(ranges.rawValue)), ("standing", .text(calibration.standing.rawValue)),
      ("provinces", Cell(calibration.form.provinces.count)),
      ("largest_residual", .number(calibration.largestResidual)),
    ]
    let names = Names(words: try output.words(), panel: data.panel)
    if asRule {
      let table = try rule(calibration)
      return try output.write(
        data.answer(table: table, display: table, settings: settings), default: .csv, to: streams)
    }
    try output.write(
      data.answer(
        table: calibration.table(), display: calibration.display(names), settings: settings),
      to: streams)
  }

  /// The rule as a table, with how each end was found.
  private func rule(_ calibration: Calibration) throws -> Table {
    guard let rule = calibration.rule() else {
      throw IndexError.untoldRule(subindex: calibration.subindex, year: calibration.year)
    }
    return rule.table(found: calibration)
  }

  /// One line for each sub-index and year.
  private func survey() throws {
    let data = try data.load(.all)
    try data.requirePublishedScores(of: data.panel.years.first ?? 0)
    let parts =
      data.codebook.subindices.filter { $0 != Codebook.wholeIndex } + [Codebook.wholeIndex]
    var progress = ProgressBar(steps: parts.count, quiet: output.quiet, streams: streams)
    var calibrations: [Calibration] = []
    for (position, part) in parts.enumerated() {
      progress.show(done: position, next: part)
      calibrations += Calibration.history(of: data.panel, subindex: part)
    }
    progress.finish()
    let table = Calibration.survey(calibrations, panel: data.panel)
    try output.write(
      data.answer(
        table: table, display: Calibration.surveyDisplay(calibrations, try output.words()),
        settings: [("command", .text("calibrate")), ("all", .text("yes"))]), to: streams)
  }
}
