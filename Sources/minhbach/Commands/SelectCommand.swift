import ArgumentParsing
import Regression
import Tables

/// Penalised regressions: which of many regressors foretell rows not seen.
struct SelectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "select",
    abstract: "Tell which of many regressors foretell rows that were not seen.",
    discussion: """
      A penalised regression: the lasso sets coefficients to zero, ridge makes them
      small, the elastic net is between them. How strong the penalty must be is found by
      cross-validation: whole units are left out in turn, so that no province helps to
      foretell itself. Two models are told: that of the least error, and the simplest one
      whose error is within one standard error of it.

      With --effects of the units, and of the times, differences within units are
      foretold. Rows, columns and terms are named as for 'minhbach regress'. Coefficients
      are for prediction: they are drawn towards zero and have no standard errors.

      EXAMPLES:
        minhbach select --response pci --regressors transparency,entry_costs,land,informal_charges \\
          --effects province,year --years 2013-2016
        minhbach select --table panel.csv --response y --regressors a,b,c,a:b --unit firm
        minhbach select --table panel.csv --response y --regressors a,b,c --unit firm \\
          --penalty elastic-net --mixing 0.5 --show path --format csv
      """)

  /// The kind of penalty.
  enum Penalty: String, ExpressibleByArgument, CaseIterable {
    case lasso, ridge
    case elasticNet = "elastic-net"
  }

  /// What is printed.
  enum View: String, ExpressibleByArgument, CaseIterable {
    case coefficients, path
  }

  @OptionGroup var rows: ObservationOptions

  @Option(help: "The penalty.")
  var penalty: Penalty = .lasso

  @Option(
    help: ArgumentHelp(
      "The share of absolute values in the penalty of elastic-net, between 0 and 1.",
      valueName: "share"))
  var mixing: Double?

  @Option(help: "How many folds are left out in turn; whole units are dealt to them.")
  var folds = 10

  @Option(help: "How many penalties are tried.")
  var penalties = 100

  @Option(
    help: "Print the two models' coefficients, or the error and the coefficients at every penalty.")
  var show: View = .coefficients

  @Option(help: "The seed of the deal of units to folds.")
  var seed = 1

  @Option(help: "The most threads. Default: as many as there are processors.")
  var threads: Int?

  @OptionGroup var output: OutputOptions
  var streams = StandardStreams()

  func validate() throws {
    guard folds >= 2 else { throw ValidationError("--folds is two or more.") }
    guard (2...10_000).contains(penalties) else {
      throw ValidationError("--penalties is a number from 2 to 10000.")
    }
    guard seed >= 0, threads ?? 1 >= 1 else {
      throw ValidationError("--seed is zero or more, --threads one or more.")
    }
    guard mixing == nil || penalty == .elasticNet else {
      throw ValidationError("--mixing is for --penalty elastic-net.")
    }
    guard (mixing ?? 0.5) > 0, (mixing ?? 0.5) < 1 else {
      throw ValidationError("--mixing lies between 0, which is ridge, and 1, which is lasso.")
    }
  }

  func run() throws {
    let loaded = try rows.load()
    let specification = Specification(
      response: try rows.responseTerm(), regressors: try rows.regressorTerms(),
      effects: rows.effects?.columns ?? [], weights: rows.weights)
    let sample = try loaded.observations.sample(for: specification)
    let dealt = sample.unit ?? Grouping(name: "row", labels: (0..<sample.rowCount).map { "\($0)" })
    guard folds <= dealt.count else {
      throw ValidationError(
        "--folds \(folds) is more than there are groups of \(dealt.name): \(dealt.count).")
    }
    let problem = try PenalisedRows(
      sample, folds: FoldAssignment(dealing: dealt, count: folds, seed: UInt64(seed)),
      threads: threads)
    let net = ElasticNet(
      mixing: share, penalties: .spaced(count: penalties, smallestPart: 1e-3),
      factors: problem.factors)
    let words = try output.words()
    let answer = SelectionAnswer(
      sample: sample, problem: problem,
      validation: try net.crossValidated(problem.moments, threads: threads),
      penalty: penalty.rawValue, folds: folds, dealt: dealt.name,
      notes: ArithmeticNotes(specification, loaded.data?.codebook).notes + sample.notes,
      words: words)
    let (table, display) =
      show == .coefficients
      ? (answer.table(), answer.display()) : (answer.pathTable(), words.shown(answer.pathTable()))
    let settings =
      [("command", Cell.text("select"))] + rows.settings + answer.settings + [("seed", Cell(seed))]
    try output.write(
      loaded.data?.answer(table: table, display: display, settings: settings)
        ?? Answer(table: table, display: display, settings: settings), to: streams)
  }

  /// The share of absolute values.
  private var share: Double {
    switch penalty {
    case .lasso: 1
    case .ridge: 0
    case .elasticNet: mixing ?? 0.5
    }
  }
}
