internal import CKernels

/// The probability of each rank for scores with independent normal errors, without draws.
///
/// Given unit i's own error t, each other unit stands above it with a probability pₖ of its own, so that the
/// number above is Poisson-binomial:
///
///     P(rank of i = r) = ∫ φ(t) P(r − 1 of the others are above xᵢ + sᵢ t) dt
///
/// by quadrature, the inner distribution by adding one unit after the other (Hong 2013,
/// doi:10.1016/j.csda.2012.10.006), which only sums up what is positive. Good to about 1e-13, absolute.
public struct RankProbabilities: Sendable, Hashable {
  /// The number of units.
  public let units: Int
  private let probabilities: [Double]

  /// Computes the probabilities.
  ///
  /// Equal scores without errors share the better rank; others are equal with probability zero.
  ///
  /// - Parameters:
  ///   - estimates: scores with independent errors.
  ///   - threads: how many threads work at most; nil for as many as there are processors.
  /// - Precondition: errors are independent, but for a shock shared by all.
  public init(of estimates: ScoreEstimates, threads: Int? = nil) {
    guard case .independent(let errors) = estimates.law else {
      preconditionFailure("ranks of dependent scores are drawn, by GaussianRanks")
    }
    let scores = estimates.values
    units = estimates.count
    probabilities = Replicates(seed: 0, threads: threads).chunks(of: 0..<units, length: 1) {
      Self.distribution(of: $0.lowerBound, scores: scores, errors: errors)
    }.flatMap { $0 }
  }

  /// The probability of each rank of a unit, the first rank first.
  ///
  /// - Parameter unit: the number of the unit.
  /// - Returns: as many numbers as there are units; they sum to one.
  public subscript(unit: Int) -> ArraySlice<Double> {
    precondition((0..<units).contains(unit), "there is no such unit")
    return probabilities[unit * units..<(unit + 1) * units]
  }

  /// The probability that a unit has a given rank or a better one.
  ///
  /// - Parameters:
  ///   - unit: the number of the unit.
  ///   - rank: the last rank that counts.
  /// - Returns: from 0 to 1.
  public func probability(of unit: Int, upTo rank: Int) -> Double {
    min(1, self[unit].prefix(max(0, rank)).reduce(0, +))
  }

  /// The mean rank of a unit.
  ///
  /// - Parameter unit: the number of the unit.
  /// - Returns: from 1 to the number of units.
  public func mean(of unit: Int) -> Double {
    self[unit].enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }
  }

  /// The standard deviation of a unit's rank.
  ///
  /// - Parameter unit: the number of the unit.
  /// - Returns: zero where the rank is certain.
  public func standardDeviation(of unit: Int) -> Double {
    let mean = mean(of: unit)
    return self[unit].enumerated().reduce(0) {
      let distance = Double($1.offset + 1) - mean
      return $0 + distance * distance * $1.element
    }.squareRoot()
  }

  /// The rank that a unit has or betters with a given probability at least.
  ///
  /// - Parameters:
  ///   - share: the probability, from 0 to 1.
  ///   - unit: the number of the unit.
  /// - Returns: the smallest rank whose cumulative probability reaches it, but for rounding of 1e-12.
  public func quantile(_ share: Double, of unit: Int) -> Int {
    precondition((0...1).contains(share), "a quantile is asked for at a share from 0 to 1")
    return Self.quantile(share, in: self[unit])
  }

  /// The smallest rank whose cumulative probability reaches a share, but for rounding of 1e-12.
  static func quantile(_ share: Double, in probabilities: ArraySlice<Double>) -> Int {
    var sum = 0.0
    for (offset, probability) in probabilities.enumerated() {
      sum += probability
      if sum >= share - 1e-12 { return offset + 1 }
    }
    return probabilities.count
  }

  /// The probability of each rank of one unit.
  static func distribution(
    of unit: Int, scores: [Double], errors: [Double]
  ) -> [Double] {
    let (score, error) = (scores[unit], errors[unit])
    let others = scores.indices.filter { $0 != unit }
    let sums = { (points: [Double], weights: [Double]) in
      Self.sums(
        others.map { (scores[$0] - score, errors[$0]) }, error: error, points, weights)
    }
    guard error > 0 else { return sums([0], [1]) }
    return NormalQuadrature(
      edges: others.map {
        NormalQuadrature.Edge(place: (scores[$0] - score) / error, width: errors[$0] / error)
      }
    ).integrals(sums)
  }

  /// The probabilities of ranks given a unit's own error, summed up over points with their weights.
  ///
  /// - Parameters:
  ///   - others: how far the other units' scores are above, and their errors.
  ///   - error: the unit's own error.
  ///   - points: in units of it.
  ///   - weights: the weight of each point.
  /// - Returns: a number per rank.
  private static func sums(
    _ others: [(distance: Double, error: Double)], error: Double, _ points: [Double],
    _ weights: [Double]
  ) -> [Double] {
    let count = others.count + 1
    let padding = [Double](repeating: 0, count: (8 - points.count % 8) % 8)
    var sums = [Double](repeating: 0, count: 8 * count)
    var room = sums
    unsafe minhbach_count_above(
      points.count + padding.count, points.map { error * $0 } + padding, weights + padding,
      others.count, others.map(\.distance), others.map { 1 / $0.error }, NormalTable.shared.known,
      &room, &sums)
    return (0..<count).map { place in
      let eight = sums[8 * place..<8 * place + 8]
      return eight.reduce(0, +)
    }
  }
}
