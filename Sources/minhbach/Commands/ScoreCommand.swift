import ArgumentParsing
import Indices
import Panels
import Statistics
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
      ranges are those of the year's rule, or of a rule of your own (--rule): a table
      of indicator, dimension, weight, minimum, maximum and direction, as 'minhbach
      calibrate --as-rule' writes it. Rules of 2009 to 2012 are fitted: they miss the
      published scores, and say by how much. Equal scores share the
      better rank, unless --ties says otherwise.

      With --subindex pci the sub-indices are weighted to the total.

      Each score has the standard error that the number of firms behind it gives, and
      each rank the interval of likely ranks; see 'minhbach ranks'.

      With --units 34 earlier years are merged onto the units of 2025: a unit's value
      is the mean of its former provinces', missing where one of theirs is. Ranges stay
      those of the rule, and merged units have no published score.

      EXAMPLES:
        minhbach score --year 2019
        minhbach score --year 2017 --format csv > scores.csv
        minhbach score --year 2019 --units 34
        minhbach score --subindex pci --year 2021
        minhbach score --year 2019 --rule equal-weights.csv
      """)

  @Option(help: "The year to score. Default: the latest.")
  var year: Int?

  @OptionGroup var scoring: RuleOptions

  @Option(help: "How equal scores share ranks.")
  var ties: TieRule = .minimum

  @OptionGroup var index: IndexOptions
  @OptionGroup var sampling: SamplingOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions
  var streams = StandardStreams()

  func run() throws {
    var data = try self.data.load(index.selection, years: year.map { $0...$0 })
    // A year without figures is refused with the years there are.
    if data.panel.years.isEmpty { data = try self.data.load(index.selection) }
    let year = try data.scoredYear(year, of: index.subindex, by: scoring.rule)
    let board = try data.rule(year, of: index.subindex, from: scoring.rule).scoreboard(
      of: data.panel)
    let names = Names(words: try output.words(), panel: data.panel)
    let sampled = try sampling.ranks(
      data, self.data, year, of: index.subindex, rule: scoring.rule)
    let likely = sampled.ranks?.likelyRanks() ?? [:]
    try output.write(
      data.answer(
        table: board.table(ties: ties, name: names.province).adding(sampled, likely, to: board),
        display: board.display(names, ties: ties).showing(
          sampled, likely, of: board, names.words),
        settings: [
          ("command", .text("score")), ("subindex", .text(index.subindex)), ("year", Cell(year)),
        ]
      ).drawing(
        TableSheet.Chart(
          .bar, title: names.words("Scores of \(year)"), category: "province", values: ["score"],
          labels: [names.words("score")])),
      to: streams)
  }
}
