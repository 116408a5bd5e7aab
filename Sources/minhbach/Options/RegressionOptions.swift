public import ArgumentParsing
public import Regression

/// What a regression's standard errors are, as the command line writes it.
struct ErrorOption: ExpressibleByArgument, Equatable {
  let kind: ErrorKind

  init?(argument: String) {
    guard let kind = ErrorKind(argument) else { return nil }
    self.kind = kind
  }

  var defaultValueDescription: String { kind.description }
}

extension SmallSample: ExpressibleByArgument {}

/// What becomes of rows that are alone in a group.
enum SingletonChoice: String, ExpressibleByArgument, CaseIterable {
  case keep, drop
}

/// How coefficients are estimated and how sure they are.
struct RegressionOptions: ParsableArguments {
  @Option(
    help: """
      How rows are compared: all alike or within effects (pooled), each unit with itself (within), units' means \
      (between), changes (first-difference), random effects of units (random); or a regression of the rank of the \
      response on that of the first regressor, of either on the other's level.
      """)
  var model: ModelChoice = .pooled

  @Option(
    help: ArgumentHelp(
      "The standard errors: classical, hc0, hc1, hc2, hc3, cluster:COLUMN, cluster:COLUMN,COLUMN, "
        + "cr2:COLUMN, crv3:COLUMN, driscoll-kraay[:LAGS], newey-west[:LAGS], pcse[:COLUMN]. "
        + "Default: clustered by unit where there is one, else classical.", valueName: "kind"))
  var errors: ErrorOption?

  @Option(help: "Whose small-sample factor standard errors have.")
  var smallSample: SmallSample = .fixest

  @Flag(name: .customLong("no-intercept"), help: "Leave out the intercept.")
  var hasNoIntercept = false

  @Option(help: "What becomes of rows that are alone in a group of an effect.")
  var singletons: SingletonChoice = .keep

  @OptionGroup var confidence: ConfidenceOptions

  /// The errors asked for, or those that suit the rows.
  func errors(unit: String?) -> ErrorKind {
    errors?.kind ?? unit.map { .cluster([$0]) } ?? .classical
  }

  /// The regression that the options describe.
  func specification(_ rows: ObservationOptions, unit: String?) throws -> Specification {
    let effects = rows.effects?.columns ?? []
    let model = self.model.model ?? .pooled
    guard effects.isEmpty || model == .pooled || model == .within else {
      throw ValidationError("--effects go with --model pooled or within, not \(model.rawValue).")
    }
    return Specification(
      response: try rows.responseTerm(), regressors: try rows.regressorTerms(), model: model,
      hasIntercept: !hasNoIntercept, effects: effects, weights: rows.weights,
      clusters: errors(unit: unit).clusters, isDroppingSingletons: singletons == .drop)
  }
}
