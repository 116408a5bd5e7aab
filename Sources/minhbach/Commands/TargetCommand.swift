import ArgumentParsing
import Panels
import Scenarios
import Tables

/// The least-effort path of a province to a rank.
struct TargetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "target",
    abstract: "Find the least effort that takes a province to a rank.",
    discussion: """
      Effort is counted in each indicator's own yearly variation, net of the median
      change of all provinces. No indicator goes beyond what any province has reached
      up to the year, nor faster per year than one province-year in ten has improved.
      Rivals and ranges are held as in the year. A goal out of reach is told as such,
      with the best rank that can be had.

      EXAMPLES:
        minhbach target "Đắk Nông" --year 2017 --rank 40 --by 2020
        minhbach target "Trà Vinh" --rank 30 --by 2021 --format csv --output targets.csv
      """)

  @Argument(help: "The province, in any spelling.")
  var province: String

  @Option(help: "The year to start from. Default: the latest.")
  var year: Int?

  @Option(help: "The rank to reach, or a better one.")
  var rank: Int

  @Option(help: ArgumentHelp("The final year.", valueName: "year"))
  var by: Int

  @OptionGroup var sampling: SamplingOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions
  var streams = StandardStreams()

  func run() throws {
    let data = try data.load()
    let year = try data.year(year)
    let target = try Target(
      of: data.gazetteer.province(named: province), rank: rank, by: by, panel: data.panel,
      rule: data.rule(year), rules: data.rules())
    let sampled = try sampling.ranks(data, self.data, year)
    let names = Names(language: output.lang, panel: data.panel)
    let odds = try sampled.ranks.flatMap { try TargetOdds(of: target, $0) }
    // What is shown is a plan in round numbers, and so must be its chances.
    let shown = try sampled.ranks.flatMap { try TargetOdds(of: target.rounded(to: names.grid), $0) }
    try output.write(
      data.answer(
        table: target.table().adding(odds, sampled, to: target),
        display: target.display(names, shown, sampled),
        settings: [
          ("command", .text("target")), ("province", .text(target.province.nameVi)),
          ("year", Cell(year)),
          ("rank", Cell(rank)), ("by", Cell(by)), ("score_needed", .number(target.scoreNeeded)),
          ("effort", .number(target.effort)),
          ("certificate", .text(target.certificate.rawValue)),
        ]), to: streams)
  }
}
