import ArgumentParsing
import Regression
import Tables

/// Principal components of columns.
struct ComponentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "components",
    abstract: "Tell which few directions a set of columns varies in.",
    discussion: """
      Principal components: the direction in which rows differ most, then the next. Columns
      are divided by their standard deviations unless --covariance is given. How many stand
      out from chance is told by parallel analysis: their variances are compared with those
      of as many independent columns. Clusters of rows are drawn anew to tell how sure the shares are.

      EXAMPLES:
        minhbach components --columns planning_documents,legal_documents,website_score,website_use \\
          --years 2016
        minhbach components --table data.csv --columns a,b,c,d --show scores --format csv
      """)

  /// What is printed.
  enum View: String, ExpressibleByArgument, CaseIterable {
    case loadings, scores
  }

  @OptionGroup var source: SourceOptions

  @Option(help: ArgumentHelp("The columns or terms, with commas between.", valueName: "terms"))
  var columns: String

  @Flag(help: "Leave columns in their own units.")
  var covariance = false

  @Option(help: "What each column has to do with each component, or the scores of each row.")
  var show: View = .loadings

  @OptionGroup var confidence: ConfidenceOptions

  @OptionGroup var chance: DrawOptions
  @OptionGroup var output: OutputOptions
  var streams = StandardStreams()

  func validate() throws {
    do {
      guard try !Term.list(parsing: columns).isEmpty else {
        throw ValidationError("--columns names no term.")
      }
    } catch let error as RegressionError {
      throw ValidationError("\(error)")
    }
  }

  func run() throws {
    let terms = try Term.list(parsing: columns)
    let loaded = try source.load(NeededColumns(of: terms))
    // The first column stands for a response, so that the rows are those that have every figure.
    let sample = try loaded.observations.sample(
      for: Specification(response: terms[0], regressors: terms))
    let words = try output.words()
    let answer = try ComponentsAnswer(
      sample, isScaled: !covariance, level: confidence.level, draws: chance.draws,
      replicates: chance.replicates, words: words)
    let (table, display) =
      show == .loadings
      ? (answer.table(), answer.display())
      : (
        answer.scoreTable(loaded.observations),
        words.shown(answer.scoreTable(loaded.observations))
      )
    let settings =
      [("command", Cell.text("components"))] + source.settings + answer.settings + chance.settings
    try output.write(
      loaded.data?.answer(table: table, display: display, settings: settings)
        ?? Answer(table: table, display: display, settings: settings), to: streams)
  }
}
