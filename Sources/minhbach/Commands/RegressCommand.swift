import ArgumentParsing
import Regression
import Tables

/// Regressions of any table, or of the PCI's panel.
struct RegressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "regress",
    abstract: "Tell what goes together with what, and how sure that is.",
    discussion: """
      Least squares of a response on regressors: of all rows alike, within fixed effects,
      between units, of changes, or with random effects. Without --table the rows are the
      provinces and years of the PCI, and the columns its indicators and scores by their
      codes ('minhbach export --subindex all' lists them), with province, year and region.

      A term is a column, or lag(x), lag(x, 2), lead(x), diff(x), log(x), rank(x) (1 for
      the largest of its time), factor(x), x^2, or an interaction a:b; a*b is a, b and a:b.
      Lags and changes never reach across years whose figures do not compare. A name with
      such signs in it stands between backquotes.

      Standard errors, the factor that corrects them for small samples and the test's
      distribution are told with every result. What cannot be told apart is left out,
      and named. For programs, degrees_of_freedom is empty where t is compared with the normal
      distribution.

      EXAMPLES:
        minhbach regress --response transparency --regressors "lag(transparency)" \\
          --effects year --years 2013-2016
        minhbach regress --response pci --regressors transparency,entry_costs \\
          --effects province,year --errors cluster:province
        minhbach regress --response "rank(transparency)" --regressors website_use \\
          --effects province,year --years 2013-2016 --show tests
        minhbach regress --table grunfeld.csv --response inv --regressors value,capital \\
          --unit firm --time year --effects firm,year --errors driscoll-kraay:2
        minhbach regress --response transparency --regressors "lag(transparency)" \\
          --model rank-rank --years 2013-2016
        minhbach regress --table longley.csv --response y --regressors x1,x2,x3 \\
          --errors hc3 --format json
      """)

  @OptionGroup var rows: ObservationOptions
  @OptionGroup var regression: RegressionOptions
  @OptionGroup var bootstrap: BootstrapOptions

  @Option(
    help: """
      What to print: the coefficients; tests of the model and of its errors; how far regressors \
      stand in for one another; or what is expected of each row, with intervals. Default: coefficients.
      """)
  var show: RegressionView?

  @Option(
    help: ArgumentHelp(
      "Show tests, the first of them whether these coefficients are zero together, with commas between.",
      valueName: "terms"))
  var test: String?

  @Flag(help: "Mark p-values below 0.05, 0.01 and 0.001 by stars.")
  var stars = false

  @OptionGroup var output: OutputOptions
  var streams = StandardStreams()

  /// What is printed: the coefficients, unless another view or a test was asked for.
  private var view: RegressionView { show ?? (test == nil ? .coefficients : .tests) }

  func validate() throws {
    guard test == nil || view == .tests else {
      throw ValidationError("--test is for --show tests, not \(view.rawValue).")
    }
    guard regression.model.form == nil else {
      try validateRanks()
      return
    }
    guard
      view == .coefficients
        || bootstrap.bootstrap == .none && bootstrap.adjust == .none && !stars
    else {
      throw ValidationError(
        "--bootstrap, --adjust and --stars are for --show coefficients, not \(view.rawValue).")
    }
  }

  func run() throws {
    let loaded = try rows.load(clusters: regression.errors?.kind.clusters ?? [])
    let unit = loaded.observations.unitName
    let specification = try regression.specification(rows, unit: unit)
    if let form = regression.model.form {
      try answerRanks(form, specification, loaded)
      return
    }
    let estimation = try Estimation(
      specification, of: loaded.observations, threads: bootstrap.chance.threads)
    let errors = regression.errors(unit: unit)
    let covariance = try estimation.fit.covariance(errors, smallSample: regression.smallSample)
    let answer = RegressionAnswer(
      estimation: estimation, covariance: covariance, level: regression.confidence.level,
      isStarred: stars, arithmetic: ArithmeticNotes(specification, loaded.data?.codebook),
      resampling: ResampledColumns(
        try bootstrap.run(
          estimation, errors: errors, unit: unit, level: regression.confidence.level),
        bootstrap, estimates: estimation.fit.estimates(covariance)), words: try output.words())
    let settings = rows.settings + answer.settings
    let (table, display) =
      switch view {
      case .coefficients: (answer.table(), answer.display())
      case .tests: try (answer.testTable(asked: test), answer.testDisplay(asked: test))
      case .collinearity: try (answer.collinearityTable(), answer.collinearityDisplay())
      case .predictions:
        try (
          answer.predictionTable(of: loaded.observations),
          answer.predictionDisplay(of: loaded.observations)
        )
      }
    let complete = [("command", Cell.text("regress"))] + settings
    try output.write(
      loaded.data?.answer(table: table, display: display, settings: complete)
        ?? Answer(table: table, display: display, settings: complete), to: streams)
  }
}

extension RegressCommand {
  private func validateRanks() throws {
    guard rows.effects == nil, bootstrap.bootstrap == .none, view == .coefficients,
      bootstrap.adjust == .none, !stars, !regression.hasNoIntercept
    else {
      throw ValidationError(
        "A regression of ranks goes without --effects, --bootstrap, --adjust, --test, --show, --stars "
          + "and --no-intercept.")
    }
  }

  /// Regresses ranks, each among the rows of its time.
  private func answerRanks(
    _ form: RankRankRegression.Form, _ specification: Specification, _ loaded: LoadedObservations
  ) throws {
    guard regression.errors == nil || specification.clusters.count <= 1,
      regression.errors.map({ $0.kind == .heteroskedastic(.hc0) || $0.kind.clusters.count == 1 })
        ?? true
    else {
      throw ValidationError(
        "Errors of ranks are cluster:COLUMN, or hc0 for rows that are independent.")
    }
    let sample = try loaded.observations.sample(for: specification)
    let answer = try RankRegressionAnswer(
      sample, form, clusters: specification.clusters.first, level: regression.confidence.level,
      notes: ArithmeticNotes(specification, loaded.data?.codebook).notes + sample.notes,
      words: try output.words())
    let settings = [("command", Cell.text("regress"))] + rows.settings + answer.settings
    try output.write(
      loaded.data?.answer(table: answer.table(), display: answer.display(), settings: settings)
        ?? Answer(table: answer.table(), display: answer.display(), settings: settings),
      to: streams)
  }
}

/// What a regression can tell.
enum RegressionView: String, ExpressibleByArgument, CaseIterable {
  case coefficients, tests, collinearity, predictions
}
