/// A regression that has been estimated: its rows, its coefficients, and the variances it rests on.
public struct Estimation: Sendable {
  /// What was asked for.
  public let specification: Specification
  /// The rows it rests on.
  public let sample: EstimationSample
  /// The coefficients.
  public let fit: LinearFit
  /// The variances of a model with random effects; nil for other models.
  public let randomEffects: RandomEffects?

  /// Estimates a regression.
  ///
  /// - Parameters:
  ///   - specification: the regression.
  ///   - observations: rows to choose from.
  ///   - threads: how many threads work at most; nil for as many as there are processors.
  /// - Throws: `RegressionError`, or a fault of the source.
  public init(
    _ specification: Specification, of observations: Observations, threads: Int? = nil
  ) throws {
    try self.init(
      specification, sample: observations.sample(for: specification),
      rowNumber: observations.rowNumber, threads: threads)
  }

  init(
    _ specification: Specification, sample: EstimationSample,
    rowNumber: (Int) -> Int = { $0 + 1 }, threads: Int? = nil
  ) throws {
    let isPooled = specification.model == .pooled || specification.model == .within
    guard isPooled || specification.effects.isEmpty else {
      throw RegressionError.notForModel(
        "--effects",
        "they go with the models pooled and within, not \(specification.model.rawValue)")
    }
    self.specification = specification
    self.sample = sample
    let (data, random) = try Self.data(
      specification, sample, rowNumber: rowNumber, threads: threads)
    randomEffects = random
    fit = try LinearFit(
      data, of: specification, responseName: sample.responseName, notes: sample.notes)
  }

  /// The rows compared as the model says.
  private static func data(
    _ specification: Specification, _ sample: EstimationSample, rowNumber: (Int) -> Int,
    threads: Int?
  ) throws -> (ModelData, RandomEffects?) {
    let hasIntercept = specification.hasIntercept
    func unit() throws(RegressionError) -> Grouping {
      guard let unit = sample.unit else {
        throw .needsPanel("the model \(specification.model.rawValue)", missing: "unit")
      }
      return unit
    }
    switch specification.model {
    case .pooled where specification.effects.isEmpty:
      return (sample.pooled(hasIntercept: hasIntercept), nil)
    case .pooled, .within:
      let effects = sample.effects.isEmpty ? [try unit()] : sample.effects
      return (try sample.within(effects, threads: threads), nil)
    case .between:
      return (sample.between(try unit(), hasIntercept: hasIntercept), nil)
    case .firstDifference:
      guard let time = sample.time else {
        throw RegressionError.needsPanel("the model first-difference", missing: "time")
      }
      return (
        try sample.firstDifferences(
          unit(), time, hasIntercept: hasIntercept, rowNumber: rowNumber), nil
      )
    case .random:
      guard sample.weights == nil else {
        throw RegressionError.notForModel("--weights", "the model random has none")
      }
      let unit = try unit()
      let within = try LinearFit(
        sample.within([unit], threads: threads), of: specification,
        responseName: sample.responseName, notes: [])
      let effects = try sample.randomEffects(unit, hasIntercept: hasIntercept, within: within)
      return (sample.quasiDemeaned(unit, effects, hasIntercept: hasIntercept), effects)
    }
  }
}
