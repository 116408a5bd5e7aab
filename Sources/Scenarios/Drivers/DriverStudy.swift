import Indices
public import Sensitivity
public import Statistics

/// What moves a province's rank over the changes that a year may bring, by methods that check one another.
///
/// The inputs are the province's indicators a year on: each its value and a change that happened to provinces
/// which stood near, net of what all share (`FeasibleChanges`). The output is the rank, the values of all others
/// held still. Variance-based indices and screening take the inputs for independent; Shapley effects join
/// them by the correlations that past changes had.
public struct DriverStudy: Sendable {
  /// Which parts are asked for.
  public struct Parts: OptionSet, Sendable, Hashable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    /// Sobol' indices of the rank and of the score.
    public static let variance = Parts(rawValue: 1)
    /// Morris's elementary effects.
    public static let screening = Parts(rawValue: 2)
    /// Shapley effects of correlated changes.
    public static let shapley = Parts(rawValue: 4)
    /// What moves the probability of reaching a rank.
    public static let target = Parts(rawValue: 8)
    /// All of them.
    public static let all: Parts = [.variance, .screening, .shapley, .target]
  }

  /// How the study is made.
  public struct Options: Sendable, Hashable {
    /// The parts.
    public var parts = Parts.all
    /// The most points of Sobol's sequence.
    public var draws = 1 << 14
    /// How indices are estimated.
    public var indices = SobolIndices.Options()
    /// Whether to tell the indices of pairs.
    public var pairs = false
    /// The number of Morris's walks.
    public var walks = 1000
    /// Among how many walks they are chosen to lie far apart; where there are no more, all are taken.
    public var candidateWalks: Int { walks <= 100 ? 500 : walks }
    /// The rank whose probability is studied; nil for ten places better than the province's, or half its rank
    /// where that is nearer.
    public var goal: Int?

    /// The usual choices.
    public init() {}
  }

  /// The province and what each indicator alone does.
  public let drivers: Drivers
  /// The inputs, in the order of the rule.
  public let inputs: [Input]
  /// The indices of the rank, of as many points as settle their order; nil where not asked for, or where the rank
  /// does not move at all.
  public let rank: SettledIndices?
  /// The indices of the score, at the same points.
  public let score: SobolIndices?
  /// What moves the probability of the goal.
  public let target: TargetSensitivity?
  /// The elementary effects on the rank.
  public let screening: MorrisEffects?
  /// The Shapley effects on the rank.
  public let shapley: ShapleyEstimates?
  /// The rank to reach.
  public let goal: Int
  /// How the study was made.
  public let options: Options

  /// Studies a province.
  ///
  /// - Parameters:
  ///   - drivers: the province.
  ///   - options: how.
  ///   - replicates: what everything drawn is repeated by, and how many threads work.
  ///   - progress: told how many points the doubling has come to.
  /// - Throws: `ScenarioError.noHistory` where no past changes are known, `DependenceError` never for
  ///   correlations that were shrunk to be positive definite.
  /// - Precondition: a goal is a rank.
  public init(
    of drivers: Drivers, options: Options = Options(), _ replicates: Replicates,
    progress: (Int) -> Void = { _ in }
  ) throws {
    guard let feasible = drivers.feasible else {
      throw ScenarioError.noHistory(subindex: drivers.rule.subindex, year: drivers.rule.year)
    }
    let index = drivers.index
    let inputs = zip(feasible.laws, index.values).map { law, value in
      Input(law.indicator, .empirical(law.changes.map { value + $0 }))
    }
    let goal = options.goal ?? max(index.rank - 10, (index.rank + 1) / 2)
    precondition((1...index.rivalCount + 1).contains(goal), "a goal is a rank")
    let settled =
      options.parts.isDisjoint(with: [.variance, .target])
      ? nil
      : SettledIndices(
        inputs, of: index, counts: min(256, options.draws)...options.draws, pairs: options.pairs,
        options: options.indices, replicates
      ) { progress($0.count) }
    rank = settled
    score = settled.flatMap { settled in
      let sample = PickFreezeSample(
        settled.sample.design, of: FunctionModel(index.score(at:)), replicates)
      return SobolIndices(sample, options: options.indices, replicates)
    }
    target =
      options.parts.contains(.target)
      ? settled.map {
        Self.target(goal, of: drivers, feasible, $0.sample, options.indices, replicates)
      } : nil
    screening =
      options.parts.contains(.screening)
      ? MorrisScreening(
        trajectories: options.walks, candidates: max(options.walks, options.candidateWalks),
        level: options.indices.level, replicates: replicates
      ).effects(of: index, inputs: inputs) : nil
    shapley =
      options.parts.contains(.shapley)
      ? ShapleyEffects(
        evaluations: Self.evaluationsPerPoint * options.draws, level: options.indices.level,
        replicates: replicates
      ).estimates(
        of: index,
        inputs: try DependentInputs(inputs, correlations: feasible.past.correlation)) : nil
    self.drivers = drivers
    self.inputs = inputs
    self.goal = goal
    self.options = options
  }

  /// What moves the probability of the goal, good years being what is asked about.
  private static func target(
    _ goal: Int, of drivers: Drivers, _ feasible: FeasibleChanges, _ sample: PickFreezeSample,
    _ options: SobolIndices.Options, _ replicates: Replicates
  ) -> TargetSensitivity {
    let index = drivers.index
    return TargetSensitivity(
      reaching: goal, in: sample, of: index,
      good: zip(feasible.laws, index.inputs).map { law, input in
        input.improved(by: max(0, law.good), index.ranges)
      }, options: options, replicates)
  }

  /// Evaluations for Shapley effects by point of Sobol's sequence, at the most of which indices take 14.
  private static let evaluationsPerPoint = 6

  /// Where an effect's input stands in the rule, as it does in all indices.
  public func position(of effect: LocalSensitivity) -> Int { drivers.position(of: effect) }
}
