public import Statistics

/// What moves the probability that an output is at most a goal, such as a rank to reach.
///
/// Two answers from one sample: the Sobol' indices of whether the goal is reached (Raguet & Marrel 2018,
/// arXiv:1801.10047), which count what helps and what hinders alike; and for each input the probability with
/// that input fixed at a value asked about, the others as they come.
public struct TargetSensitivity: Sendable {
  /// A probability with its standard error.
  public struct Probability: Sendable, Hashable {
    /// The probability.
    public let value: Double
    /// The standard error, of points taken for random.
    public let standardError: Double
  }

  /// The goal.
  public let goal: Double
  /// The probability that it is reached.
  public let probability: Probability
  /// The indices of whether it is; nil where fewer than 30 points reach it, or fewer miss it.
  public let indices: SobolIndices?
  /// For each input, what the probability gains when the input is fixed at the value asked about.
  public let gains: [Probability]

  /// The fewest points that reach the goal, and that miss it, from which its variance is told.
  public static let fewest = 30

  /// Studies a goal.
  ///
  /// - Parameters:
  ///   - goal: the largest output that reaches it.
  ///   - sample: what the model gave.
  ///   - model: the model.
  ///   - good: for each input the value asked about.
  ///   - options: how indices are estimated.
  ///   - replicates: what the resampling is repeated by, and how many threads work.
  /// - Precondition: there is a value for each input, and a point.
  public init(
    reaching goal: some BinaryInteger, in sample: PickFreezeSample, of model: some Model,
    good: [Double], options: SobolIndices.Options, _ replicates: Replicates
  ) {
    precondition(good.count == sample.design.names.count, "every input needs a value")
    let goal = Double(goal)
    @Sendable func reached(_ output: Double) -> Double { output <= goal ? 1 : 0 }
    let points = sample.design.first
    let before = sample.first.map(reached)
    self.goal = goal
    probability = Probability(before)
    let hits = before.count { $0 == 1 }
    indices =
      min(hits, before.count - hits) < Self.fewest
      ? nil : SobolIndices(sample.mapped(reached), options: options, replicates)
    gains = replicates.chunks(of: good.indices, length: 1) { inputs in
      inputs.map { input in
        let fixed = points.fixing(input, at: good[input])
        let after = model.outputs(at: fixed).map(reached)
        // The same points with and without: what they share falls out.
        return Probability(zip(after, before).map { $0 - $1 })
      }
    }.flatMap { $0 }
  }
}

extension TargetSensitivity.Probability {
  /// The mean of outcomes.
  fileprivate init(_ outcomes: [Double]) {
    precondition(!outcomes.isEmpty, "a probability needs a point")
    value = outcomes.mean ?? 0
    standardError = (outcomes.standardDeviation ?? 0) / Double(outcomes.count).squareRoot()
  }
}
