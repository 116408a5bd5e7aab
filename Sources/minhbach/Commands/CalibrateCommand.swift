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
      weight / (maximum − minimum). Weight and range are told apart where the index
      fixes the range, or where all years of the indicator are in the figures;
      elsewhere the weight lies between weight_low and weight_high. With --ranges
      rule the ranges of the bundled rule are taken as given.

      EXAMPLES:
        minhbach calibrate --year 2019
        minhbach calibrate --year 2019 --ranges rule --format json
      """)

  @Option(help: "The year to learn. Default: the latest.")
  var year: Int?

  @Option(help: "Where ranges are taken from.")
  var ranges: RangeKnowledge = .history

  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions
  var streams = StandardStreams()

  func run() throws {
    let data = try data.load()
    let year = try data.year(year)
    try data.requirePublishedScores(of: year)
    let given = ranges == .rule ? try data.rule(year).ranges : [:]
    let calibration = try Calibration(
      panel: data.panel, subindex: DataOptions.subindex, year: year, given: given)
    try output.write(
      data.answer(
        table: calibration.table(),
        display: calibration.display(Names(language: output.lang, panel: data.panel)),
        settings: [
          ("command", .text("calibrate")), ("year", Cell(year)), ("ranges", .text(ranges.rawValue)),
          ("provinces", Cell(calibration.provinces)),
          ("largest_residual", .number(calibration.largestResidual)),
        ]), to: streams)
  }
}
