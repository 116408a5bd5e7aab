import ArgumentParsing
import Indices
import Panels
import Reports
import Tables

/// Rebuilt scores and ranks beside the published ones.
struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Rebuild the scores and ranks of a year and set them beside the published ones.",
    discussion: """
      Each indicator scores 9 (x − minimum) / (maximum − minimum) + 1, or 11 less
      that where lower is better; the sub-index is the weighted sum. Weights and
      ranges are those of the year's rule. Equal scores share the better rank.

      With --units 34 earlier years are merged onto the units of 2025: a unit's value
      is the mean of its former provinces', missing where one of theirs is. Ranges stay
      those of the rule, and merged units have no published score.

      EXAMPLES:
        minhbach score --year 2019
        minhbach score --year 2017 --format csv > scores.csv
        minhbach score --year 2019 --units 34
      """)

  @Option(help: "The year to score. Default: the latest.")
  var year: Int?

  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions
  var streams = StandardStreams()

  func run() throws {
    var data = try self.data.load(years: year.map { $0...$0 })
    // A year without figures is refused with the years there are.
    if data.panel.years.isEmpty { data = try self.data.load() }
    let year = try data.year(year)
    let board = try data.rule(year).scoreboard(of: data.panel)
    let names = Names(language: output.lang, panel: data.panel)
    try output.write(
      data.answer(
        table: board.table(name: names.province), display: board.display(names),
        settings: [("command", .text("score")), ("year", Cell(year))]), to: streams)
  }
}
