public import Statistics

/// Which inputs matter at all, by few evaluations: Morris's elementary effects.
///
/// A model of k inputs is asked at r (k + 1) points: r walks through a grid, chosen among many to be the
/// farthest from one another, in each of which every input moves once. All is in shares of the inputs'
/// laws, so that effects compare: an effect is what the output would change by if it went on so over the
/// whole range.
///
/// Sources: Morris (1991), doi:10.1080/00401706.1991.10484804; Campolongo, Cariboni & Saltelli (2007),
/// doi:10.1016/j.envsoft.2006.10.004.
public struct MorrisScreening: Sendable, Hashable {
  /// The number of walks r.
  public let trajectories: Int
  /// How many walks are drawn for them to be chosen from.
  public let candidates: Int
  /// The number of levels of the grid.
  public let levels: Int
  /// How often the walks are drawn anew for the standard error.
  public let resamples: Int
  /// How often intervals are to hold the true μ*.
  public let level: Double
  /// The seed and the threads.
  public let replicates: Replicates

  /// Chooses how a model is screened.
  ///
  /// - Parameters:
  ///   - trajectories: the number of walks, one at least.
  ///   - candidates: how many are drawn for them to be chosen from; the number of walks to take all.
  ///   - levels: the number of levels of the grid; even.
  ///   - resamples: how often the walks are drawn anew for the standard error.
  ///   - level: how often intervals are to hold the true μ*, above 0 and below 1.
  ///   - replicates: the seed and the threads.
  public init(
    trajectories: Int = 20, candidates: Int = 500, levels: Int = 4, resamples: Int = 1000,
    level: Double = 0.95, replicates: Replicates
  ) {
    precondition(trajectories >= 1, "screening needs one trajectory at least")
    precondition(
      candidates >= trajectories, "no more trajectories can be kept than are drawn")
    precondition(levels >= 2 && levels.isMultiple(of: 2), "the number of levels is even")
    precondition(level > 0 && level < 1, "a level lies between 0 and 1")
    self.trajectories = trajectories
    self.candidates = candidates
    self.levels = levels
    self.resamples = resamples
    self.level = level
    self.replicates = replicates
  }

  /// Screens the inputs of a model.
  ///
  /// - Parameters:
  ///   - model: what is asked.
  ///   - inputs: its inputs, in order.
  /// - Returns: an index per input.
  public func effects(of model: some Model, inputs: [Input]) -> MorrisEffects {
    let design = MorrisTrajectories(
      spread: trajectories, of: candidates, inputs: inputs.count, levels: levels,
      replicates: replicates)
    let shares = design.shares(of: inputs)
    let points = Points(
      columns: zip(inputs, shares.columns).map { input, column in
        column.map { input.law.quantile($0) }
      }, count: shares.count)
    let found = ElementaryEffects(shares: shares, outputs: model.outputs(at: points))
    return MorrisEffects(
      indices: found.indices(
        names: inputs.map(\.name), resamples: resamples, level: level,
        // The numbers of the walks' own replicates are not used twice.
        replicates: Replicates(seed: ~replicates.seed, threads: replicates.threads)),
      evaluations: shares.count, trajectories: trajectories, seed: replicates.seed)
  }
}

/// What screening found.
public struct MorrisEffects: Sendable, Hashable {
  /// One index per input, in their order.
  public let indices: [MorrisIndex]
  /// How often the model was asked.
  public let evaluations: Int
  /// The number of walks.
  public let trajectories: Int
  /// What it is repeated by.
  public let seed: UInt64
}
