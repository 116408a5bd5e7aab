import ArgumentParsing
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
      For each indicator alone, with rivals and ranges held still: the value at which
      the next place is gained; the places gained by one standard deviation of its
      yearly change, net of the median change of all provinces (what all share moves
      no rank); and the places gained by reaching the best province. The indicators
      that gain most in a year come first. For each, too, the probability that the next
      survey gives a better rank than this one, with the change of a year and without:
      rivals' true scores held still, all firms sampled anew.

      EXAMPLES:
        minhbach sensitivity "Đắk Nông" --year 2017
        minhbach sensitivity kontum --format csv --output kontum.csv
      """)

  @Argument(help: "The province, in any spelling.")
  var province: String

  @Option(help: "The year to stand in. Default: the latest.")
  var year: Int?

  @OptionGroup var sampling: SamplingOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions
  var streams = StandardStreams()

  func run() throws {
    let data = try data.load()
    let year = try data.year(year)
    let drivers = try Drivers(
      of: data.gazetteer.province(named: province), panel: data.panel, rule: data.rule(year),
      rules: data.rules())
    let sampled = try sampling.ranks(data, self.data, year)
    let odds = try sampled.ranks.flatMap { try DriverOdds(of: drivers, $0) }
    try output.write(
      data.answer(
        table: drivers.table().adding(odds, sampled, to: drivers),
        display: drivers.display(Names(language: output.lang, panel: data.panel))
          .showing(odds, sampled, of: drivers),
        settings: [
          ("command", .text("sensitivity")), ("province", .text(drivers.province.nameVi)),
          ("year", Cell(year)),
          ("score", .number(drivers.standing.score)), ("rank", Cell(drivers.standing.rank)),
        ]), to: streams)
  }
}
