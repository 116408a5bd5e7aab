/// The weights that are thought reasonable: each within a range of its own, all adding up to one.
///
/// A polytope: the box Π [lⱼ, uⱼ] cut by Σ wⱼ = 1.
public struct WeightBox: Sendable, Hashable {
  /// The least weight of each indicator.
  public let lower: [Double]
  /// The greatest weight of each indicator.
  public let upper: [Double]

  /// Sums of weights differ from one by the rounding of a few decimals.
  private static let precision = 1e-9

  /// Takes the least and the greatest weights.
  ///
  /// - Parameters:
  ///   - lower: the least weight of each indicator.
  ///   - upper: the greatest weight of each indicator.
  /// - Precondition: 0 ≤ lower ≤ upper, and some weights between them add up to one.
  public init(lower: [Double], upper: [Double]) {
    precondition(lower.count == upper.count, "every weight has a least and a greatest value")
    precondition(
      zip(lower, upper).allSatisfy { $0 >= 0 && $0 <= $1 && $1.isFinite },
      "a least weight lies between zero and the greatest")
    precondition(
      lower.reduce(0, +) <= 1 + Self.precision && upper.reduce(0, +) >= 1 - Self.precision,
      "no weights between the least and the greatest add up to one")
    self.lower = lower
    self.upper = upper
  }

  /// Takes the weights that lie within a share of given ones.
  ///
  /// - Parameters:
  ///   - weights: weights that add up to one.
  ///   - range: the share by which each may be less or more, such as 0.25; from 0 to 1.
  /// - Precondition: weights are not negative and add up to one; the range lies from 0 to 1.
  public init(around weights: [Double], range: Double) {
    precondition((0...1).contains(range), "weights vary by a share from 0 to 1")
    self.init(
      lower: weights.map { $0 * (1 - range) }, upper: weights.map { min(1, $0 * (1 + range)) })
  }

  /// Finds the weights that make a sum greatest.
  ///
  /// All weights start at their least; what is left to one goes to the greatest coefficients, in order.
  ///
  /// - Parameter coefficients: what a unit of each weight counts.
  /// - Returns: the weights; among equal coefficients the first are filled first.
  public func weights(maximising coefficients: [Double]) -> [Double] {
    precondition(coefficients.count == lower.count, "every weight needs a coefficient")
    var weights = lower
    var left = 1 - lower.reduce(0, +)
    let order = coefficients.indices.sorted { (-coefficients[$0], $0) < (-coefficients[$1], $1) }
    for place in order {
      guard left > 0 else { break }
      let room = upper[place] - lower[place]
      // The end itself where all the room is taken: the least and the room may round beyond it.
      weights[place] = room <= left ? upper[place] : min(upper[place], lower[place] + left)
      left -= room
    }
    return weights
  }

  /// Finds the least and the greatest value of a sum.
  ///
  /// - Parameter coefficients: what a unit of each weight counts.
  /// - Returns: the range of Σ wⱼ cⱼ over all weights of the box.
  public func range(of coefficients: [Double]) -> ClosedRange<Double> {
    let greatest = Self.sum(weights(maximising: coefficients), coefficients)
    let least = Self.sum(weights(maximising: coefficients.map(-)), coefficients)
    // Where all coefficients are equal the two differ by rounding.
    return min(least, greatest)...greatest
  }

  /// Σ wⱼ cⱼ.
  internal static func sum(_ weights: [Double], _ coefficients: [Double]) -> Double {
    zip(weights, coefficients).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
