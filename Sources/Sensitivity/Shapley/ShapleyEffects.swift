public import Statistics

/// How the variance of any model's output is shared among inputs that may move together.
///
/// What a set S of inputs explains is v(S) = Var E(y | x_S) / Var y, and an input's effect is its Shapley
/// value in this game: the mean, over all orders in which the inputs can become known, of what knowing
/// it adds. Effects add up to one. For independent inputs they lie between the first-order and the total
/// Sobol' index.
///
/// Sources: Owen (2014), doi:10.1137/130936233; Song, Nelson & Staum (2016), doi:10.1137/15M1048070.
public struct ShapleyEffects: Sendable, Hashable {
  /// How effects are estimated.
  public enum Method: Sendable, Hashable {
    /// By walks from one point to another, an input at a time in an order of its own.
    ///
    /// A walk has a point more than there are inputs. The kth point keeps the first k inputs of its order
    /// from a point x and has the others drawn anew given these, with the same random numbers all along
    /// the walk. With y the output at x and y_k that at the kth, (y − y_k)² / 2 has the mean
    /// E Var(y | x_S), and what an input adds is the difference of two such terms that have almost
    /// everything in common. For independent inputs the walk can be read from both ends, and the mean
    /// of both readings, (y − y₀)(y_k − y_k₋₁) / 2, is taken.
    ///
    /// The default: the smallest errors of the three, for any number of inputs. For a rank of 63 by a sum of
    /// twelve inputs and 50,000 evaluations, the root mean squared error of an effect is 0.0050
    /// (permutations 0.0217, subsets 0.0094) for independent inputs, and 0.0066 (0.0146, 0.0068) where
    /// neighbours correlate by 0.6; subsets take four times as long beside the model's own time.
    ///
    /// Source: Goda (2021), doi:10.1016/j.ress.2021.107702, for independent inputs; dependent ones are
    /// walked through the independent normals that make them in the walk's order.
    case walks
    /// By the variances of a few outputs with the others given, along random orders.
    ///
    /// For each place of an order, one point of the inputs that come later, and the variance of some
    /// outputs with these given: Song, Nelson & Staum (2016), doi:10.1137/15M1048070, who find one
    /// outer point and three inner outputs to be best.
    case permutations(inner: Int = 3)
    /// By all sets of inputs, each with points of its own.
    ///
    /// For each set, the mean of (y − y′)² / 2 over pairs of points that have the set's values in common.
    /// The first of each pair are shared by all sets; the number of pairs is the same for all sizes of
    /// sets together, which is what the Shapley weights ask for: Broto, Bachoc & Depecker (2020),
    /// doi:10.1137/18M1234631. For 14 inputs at most.
    case subsets
  }

  /// The most inputs of which all sets are looked at.
  public static let mostInputsOfSubsets = 14

  /// How effects are estimated.
  public let method: Method
  /// How often the model may be asked, about.
  public let evaluations: Int
  /// How often intervals are to hold the true effect.
  public let level: Double
  /// The seed and the threads.
  public let replicates: Replicates

  /// Chooses how effects are estimated.
  ///
  /// - Parameters:
  ///   - method: how effects are estimated.
  ///   - evaluations: how often the model may be asked. It is asked as often as goes up into this
  ///     number, but for what a method needs at least.
  ///   - level: how often intervals are to hold the true effect, above 0 and below 1.
  ///   - replicates: the seed and the threads.
  public init(
    _ method: Method = .walks, evaluations: Int = 100_000, level: Double = 0.95,
    replicates: Replicates
  ) {
    precondition(evaluations > 0, "a model must be asked")
    precondition(level > 0 && level < 1, "a level lies between 0 and 1")
    if case .permutations(let inner) = method {
      precondition(inner >= 2, "a variance needs two inner outputs at least")
    }
    self.method = method
    self.evaluations = evaluations
    self.level = level
    self.replicates = replicates
  }

  /// Estimates the effects of a model's inputs.
  ///
  /// - Parameters:
  ///   - model: what is asked.
  ///   - inputs: its inputs, in order, and how they move together.
  /// - Returns: an effect per input.
  /// - Precondition: the outputs are finite.
  public func estimates(of model: some Model, inputs: DependentInputs) -> ShapleyEstimates {
    let found =
      switch method {
      case .walks: walks(of: model, inputs: inputs)
      case .permutations(let inner): permutations(of: model, inputs: inputs, inner: inner)
      case .subsets: subsets(of: model, inputs: inputs)
      }
    return ShapleyEstimates(
      effects: zip(inputs.inputs, zip(found.effects, found.errors)).map { input, numbers in
        EffectEstimate(
          name: input.name, value: numbers.0, standardError: numbers.1, level: level)
      }, variance: found.variance, evaluations: found.evaluations, seed: replicates.seed,
      method: method)
  }

  /// What a method hands back: shares that add up to one, their errors, and what they rest on.
  struct Found {
    let effects: [Double]
    let errors: [Double]
    let variance: Double
    let evaluations: Int
  }

  /// Where the generators of orders start: their numbers are not those of the normals.
  private static let firstOrder = 1 << 40

  /// The order that a generator draws, or for few inputs the next of all orders in turn.
  ///
  /// - Parameters:
  ///   - number: the number of the order.
  ///   - count: the number of inputs.
  /// - Returns: every input once.
  func order(_ number: Int, of count: Int) -> [Int] {
    guard count <= Self.mostInputsOfAllOrders else {
      var random = replicates.generator(Self.firstOrder + number)
      return Array(0..<count).shuffled(using: &random)
    }
    // The digits of the number in factorial base choose among the inputs that are left.
    var (left, rest) = (Array(0..<count), number)
    return (0..<count).map { place in
      defer { rest /= count - place }
      return left.remove(at: rest % (count - place))
    }
  }

  /// The number of orders that are all taken in turn, or one where they are drawn.
  ///
  /// - Parameter count: the number of inputs.
  /// - Returns: what the number of walks is a multiple of.
  func orders(of count: Int) -> Int {
    count <= Self.mostInputsOfAllOrders ? (1...max(count, 1)).reduce(1, *) : 1
  }

  private static let mostInputsOfAllOrders = 5
}

/// The estimated Shapley effects of a model's inputs.
public struct ShapleyEstimates: Sendable, Hashable {
  /// One per input, in their order; they add up to one, or are all zero where the output does not vary.
  public let effects: [EffectEstimate]
  /// The estimated variance of the output.
  public let variance: Double
  /// How often the model was asked.
  public let evaluations: Int
  /// What it is repeated by.
  public let seed: UInt64
  /// How effects were estimated.
  public let method: ShapleyEffects.Method
}
