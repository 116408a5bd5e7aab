/// A sample made ready for a penalised regression, within effects or not.
public struct PenalisedRows: Sendable {
  /// The sums and products by fold.
  public let moments: FoldMoments
  /// How much of the penalty each column bears; nil where all bear the whole.
  public let factors: [Double]?
  /// The number of regressors: columns after them are effects of time.
  public let regressors: Int

  /// Makes a sample ready.
  ///
  /// - Parameters:
  ///   - sample: the rows, with no effects, those of the units, or those of units and times.
  ///   - folds: which rows are left out together.
  ///   - threads: how many threads work at most; nil for as many as there are processors.
  /// - Throws: `notForModel` for other effects, or `RegularisedError`.
  public init(_ sample: EstimationSample, folds: FoldAssignment, threads: Int? = nil) throws {
    regressors = sample.regressors.count
    guard let first = sample.effects.first else {
      moments = try FoldMoments(
        columns: sample.regressors, response: sample.response, weights: sample.weights,
        folds: folds, threads: threads)
      factors = nil
      return
    }
    let unit = sample.effects.first { $0.name == sample.unit?.name } ?? first
    let others = sample.effects.filter { $0.name != unit.name }
    guard unit.name == sample.unit?.name, others.count <= 1 else {
      throw RegressionError.notForModel(
        "--effects", "a penalised regression has those of the units, and of one other grouping")
    }
    let panel = PenalisedPanel(
      columns: sample.regressors, response: sample.response, weights: sample.weights, unit: unit,
      time: others.first)
    moments = try panel.moments(folds: folds, threads: threads)
    factors = panel.factors
  }
}
