import ArgumentParsing
import Indices
import Panels
import Reports
import Statistics
import Tables

/// What is assumed of sampling, and how the figures bear it out.
struct SamplingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sampling",
    abstract: "Tell how much of the yearly changes is sampling, and what is assumed of it.",
    discussion: """
      For each indicator of transparency: the law by which its figures scatter around
      what all firms would have answered, the middle number of firms behind a figure,
      and the yearly changes beside those that sampling alone would make, net of the
      mean change of all provinces. A share of sampling near 100% means that the figures
      changed as they would had nothing but the sample changed.

      With --model the assumptions are written as the table that --sampling reads. With
      --correlations: how changes of two indicators go together, beside the correlation
      of errors that is assumed.

      EXAMPLES:
        minhbach sampling
        minhbach sampling --from 2013 --to 2016
        minhbach sampling --correlations
        minhbach sampling --model --output sampling.csv
        minhbach ranks --year 2019 --sampling sampling.csv
      """)

  @Option(help: ArgumentHelp("The first year. Default: 2013.", valueName: "year"))
  var from = 2013

  @Option(help: ArgumentHelp("The last year. Default: the latest.", valueName: "year"))
  var to: Int?

  @Flag(help: "Write the assumptions.")
  var model = false

  @Flag(help: "Tell how changes of two indicators go together.")
  var correlations = false

  @OptionGroup var sampling: SamplingOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions
  var streams = StandardStreams()

  func validate() throws {
    if model, correlations {
      throw ValidationError("--model and --correlations are two answers: leave out one.")
    }
    if let to, to <= from {
      throw ValidationError("--to is a year after \(from): changes are between years.")
    }
  }

  func run() throws {
    try self.data.requireFormerUnits()
    let data = try self.data.load()
    if model {
      let table = try sampling.model(data).table()
      try output.write(
        Answer(table: table, display: table, settings: [("command", .text("sampling"))]),
        default: .csv, to: streams)
      return
    }
    let known = try data.rules().map(\.year).filter { (from...(to ?? .max)).contains($0) }
    let years = known.filter { data.panel.years.contains($0) }
    guard years.count > 1 else {
      throw ValidationError("There are no two years with figures and rules from \(from) on.")
    }
    let figures = try years.map { year in
      try sampling.figures(
        of: year, data, rule: nil, sampling.firms(data, self.data, year))
    }
    let changes = YearlyChanges(figures, in: data.panel)
    let names = Names(words: try output.words(), panel: data.panel)
    let answer = SamplingAnswer(
      changes: changes, backtest: ShrinkageBacktest(figures), assumptions: figures, names: names,
      years: years)
    try output.write(
      data.answer(
        table: correlations ? answer.tableOfPairs() : answer.table(),
        display: correlations ? answer.displayOfPairs() : answer.display(),
        settings: [
          ("command", .text("sampling")), ("from", Cell(years.first ?? from)),
          ("to", Cell(years.last ?? from)),
        ]), to: streams)
  }
}
