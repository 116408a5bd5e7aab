import ArgumentParsing
import Indices
import Tables

/// A composite index of any table.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Make a composite index of any table of indicators, and rank by it.",
    discussion: """
      The steps are those of the handbook of OECD and JRC: figures are divided by their
      denominators, gaps filled, outliers treated, figures made scores, and scores put
      together level by level. Without options each indicator scores from 1, its worst
      value, to 10, its best, and the index is the weighted mean, as in the PCI.

      --indicators names a table with a row for each indicator and each aggregate: code,
      direction (1 where more is better, else -1), weight, parent, level; where they are
      needed denominator, target, lower, upper. Weights count among the children of a
      parent. Without parents there is one index of all. The first column of --table
      names the unit; every indicator is the column of its code. The names that COINr
      has for these columns go too.

      Outliers are treated where skewness is beyond ±2 and excess kurtosis above 3.5.
      With --time there is an index for each time, scored among the figures of that time,
      or with --scaling pooled among those of all.

      EXAMPLES:
        minhbach index --table data.csv --indicators indicators.csv
        minhbach index --table panel.csv --indicators indicators.csv --time year
        minhbach index --table data.csv --indicators indicators.csv --range 0,100 \\
          --imputation group-mean --group region --treatment winsorise
        minhbach index --table data.csv --indicators indicators.csv --range 1,100 \\
          --aggregation geometric,level3=arithmetic
        minhbach index --table data.csv --indicators indicators.csv --stage normalised
      """)

  @Option(help: ArgumentHelp("The figures: one unit a row.", valueName: "file"))
  var table: String

  @Option(help: ArgumentHelp("What the index is made of.", valueName: "file"))
  var indicators: String

  @Option(
    help: ArgumentHelp(
      "The column that names the unit. Default: uCode if there is one, else the first.",
      valueName: "column"))
  var unit: String?

  @Option(help: ArgumentHelp("The column of years or other times.", valueName: "column"))
  var time: String?

  @Option(help: "Score among the figures of each time, or of all times together.")
  var scaling: CompositeIndex.Scaling = .each

  @OptionGroup var method: MethodOptions

  @Option(
    help: ArgumentHelp(
      "Print the table of one step instead.", valueName: "step"))
  var stage: CompositeIndex.Stage?

  @OptionGroup var output: OutputOptions
  var streams = StandardStreams()

  func validate() throws {
    if scaling == .pooled, time == nil {
      throw ValidationError("--scaling pooled is for figures of several times: add --time.")
    }
    if scaling == .pooled, method.reference != nil {
      throw ValidationError("A reference is a unit of one time: leave out --scaling pooled.")
    }
  }

  func run() throws {
    let structure = try IndexStructure(reading: TableFile(indicators).table())
    let index = try method.index(of: structure)
    let panel = try IndicatorPanel(
      reading: TableFile(table).table(), columns: structure.columns,
      layout: IndicatorPanel.Layout(unit: unit, time: time, group: method.group))
    let scores = try index.evaluate(
      panel, scaling: scaling, keeping: stage.map { [$0] } ?? [], threads: 2)
    let words = try output.words()
    let answer = IndexAnswer(
      index: index, scores: scores, time: time, scaling: scaling, words: words)
    try answer.checkNames()
    try output.write(
      Answer(
        table: stage.map(answer.table(of:)) ?? answer.table(),
        display: stage.map { words.shown(answer.table(of: $0)) } ?? answer.display(),
        settings: answer.settings(method)), to: streams)
  }
}
