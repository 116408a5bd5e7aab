import ArgumentParsing
import Panels
import Scenarios
import Tables

/// Scenario files.
struct ScenarioCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenario",
    abstract: "Write a scenario to start from.",
    subcommands: [ScenarioNewCommand.self])
}

/// A scenario to fill in.
struct ScenarioNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a scenario of a province with nothing set.",
    discussion: """
      One row for each year and indicator, with the figure of the first year beside it.
      Where something is planned fill in 'at_least' (a target: reached or bettered) or
      'value' (what if: exactly this), and leave the rest empty; a column 'change' may
      give differences from the first year, 'beyond' what comes on top of what would come
      by itself. Then: minhbach simulate.

      EXAMPLES:
        minhbach scenario new "Đắk Nông" --output plan.csv
        minhbach scenario new "Đắk Nông" --year 2017 --through 2020 --output plan.xlsx
      """)

  @Argument(help: "The province, in any spelling.")
  var province: String

  @Option(help: "The year to start from, whose rule runs on. Default: the latest.")
  var year: Int?

  @Option(help: ArgumentHelp("The last year. Default: the next.", valueName: "year"))
  var through: Int?

  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions
  var streams = StandardStreams()

  func run() throws {
    let data = try data.load()
    let year = try data.year(year)
    let last = through ?? year + 1
    guard last > year else { throw ScenarioError.noTime(from: year, to: last) }
    guard last <= year + Scenario.longest else {
      throw ScenarioError.tooFar(last, last: year + Scenario.longest)
    }
    let names = Names(words: try output.words(), panel: data.panel)
    let table = try Scenario.template(
      of: data.gazetteer.province(named: province), rule: data.rule(year), panel: data.panel,
      through: last, naming: names.indicator)
    // A file to be edited: as CSV where no other form is asked for, also when it is printed.
    try output.write(
      data.answer(table: table, display: table, settings: [("command", .text("scenario new"))]),
      default: .csv, to: streams)
  }
}
