import ArgumentParsing
import Indices
import Panels
import Tables

/// Rebuilt beside published, cell by cell, and what explains the differences.
struct ReconcileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconcile",
    abstract: "Set rebuilt scores beside the published ones, and find what explains differences.",
    discussion: """
      Every published score of a year, and the composites printed beside it, is
      compared with what the rule makes of the indicators. A score that was rounded
      when published agrees with all values that round to it. Where scores differ, the
      pattern of the differences is searched for its cause: an indicator scored the
      wrong way round, a wrong range or weight, rows or columns in each other's place,
      a single wrong value, an indicator left out, or something that is not published.

      EXAMPLES:
        minhbach reconcile --year 2019
        minhbach reconcile --year 2010
        minhbach reconcile --year 2019 --rule mine.csv --format csv
      """)

  @Option(help: "The year. Default: the latest.")
  var year: Int?

  @OptionGroup var scoring: RuleOptions

  @OptionGroup var index: IndexOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions
  var streams = StandardStreams()

  func run() throws {
    let data = try data.load(index.selection)
    let year = try data.scoredYear(year, of: index.subindex, by: scoring.rule)
    try data.requirePublishedScores(of: year)
    let rule = try data.rule(year, of: index.subindex, from: scoring.rule)
    let reconciliation = try Reconciliation(of: data.panel, by: rule)
    let names = Names(words: try output.words(), panel: data.panel)
    try output.write(
      data.answer(
        table: reconciliation.table(name: names.province), display: reconciliation.display(names),
        settings: [
          ("command", .text("reconcile")), ("subindex", .text(index.subindex)),
          ("year", Cell(year)),
          ("disagreements", Cell(reconciliation.disagreements.count)),
        ]), to: streams)
  }
}
