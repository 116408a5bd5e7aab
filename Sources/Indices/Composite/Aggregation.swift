import Glibc

/// How the scores of children become that of their parent.
///
/// Weights are shares of the parent. Where a child is missing, weights are shared out among the
/// others; where all are missing, so is the parent.
///
/// Source: OECD/JRC Handbook on Constructing Composite Indicators (2008), step 6,
/// doi:10.1787/9789264043466-en.
public enum Aggregation: String, Sendable, Hashable, CaseIterable {
  /// Σ w x: a good score makes up for a bad one in full.
  case arithmetic
  /// Π x^w, of positive scores: a bad score weighs more the worse it is.
  case geometric
  /// 1 / Σ (w / x), of positive scores: more so still.
  case harmonic
  /// The score at which half of the weight is reached; half-way to the next where it is just half.
  case median
  /// How many units a unit beats less how many it is beaten by: nothing is made up for. One unit
  /// beats another where children of more than half of the weight are better, ties counting half.
  case copeland

  /// The most units that are compared each with each.
  static let comparisonLimit = 20_000

  /// The aggregate of one unit, without the weights of what is missing; no `copeland`.
  ///
  /// - Parameters:
  ///   - scores: the scores that are there; positive for the geometric and harmonic mean.
  ///   - weights: as many, all positive.
  /// - Returns: NaN for no scores.
  func value(of scores: [Double], weights: [Double]) -> Double {
    guard !scores.isEmpty else { return .nan }
    let total = weights.reduce(0, +)
    switch self {
    case .arithmetic:
      return zip(weights, scores).reduce(0) { $0 + $1.0 * $1.1 } / total
    case .geometric:
      return exp(zip(weights, scores).reduce(0) { $0 + $1.0 * log($1.1) } / total)
    case .harmonic:
      return total / zip(weights, scores).reduce(0) { $0 + $1.0 / $1.1 }
    case .median: return Self.median(of: scores, weights: weights, total: total)
    case .copeland: preconditionFailure("Copeland's method compares units")
    }
  }

  /// Whether a mean is of positive numbers only.
  var needsPositive: Bool { self == .geometric || self == .harmonic }

  private static func median(of scores: [Double], weights: [Double], total: Double) -> Double {
    let order = scores.indices.sorted { (scores[$0], $0) < (scores[$1], $1) }
    var reached = 0.0
    for (position, place) in order.enumerated() {
      reached += weights[place]
      // Shares such as thirds add up to a half only but for rounding.
      if abs(reached - total / 2) <= 1e-12 * total, position + 1 < order.count {
        return (scores[place] + scores[order[position + 1]]) / 2
      }
      if reached > total / 2 { return scores[place] }
    }
    return scores[order[order.count - 1]]
  }

  /// Copeland's score of every unit.
  ///
  /// Two units are compared by the children that both have; without any they tie.
  ///
  /// - Parameters:
  ///   - columns: the scores by child and unit, NaN where missing.
  ///   - weights: a weight for each child.
  /// - Returns: wins less defeats, from 1 − n to n − 1; NaN for a unit without any score.
  /// - Complexity: O(n² k) for n units and k children.
  static func copeland(_ columns: [[Double]], weights: [Double]) -> [Double] {
    let count = columns.first?.count ?? 0
    var scores = [Double](repeating: 0, count: count)
    for one in 0..<count {
      guard columns.contains(where: { !$0[one].isNaN }) else {
        scores[one] = .nan
        continue
      }
      for other in (one + 1)..<max(count, one + 1) {
        // The weight of where the one is better less that of where the other is.
        var lead = 0.0
        var compared = 0.0
        for (column, weight) in zip(columns, weights) {
          let (own, rival) = (column[one], column[other])
          if own.isNaN || rival.isNaN { continue }
          compared += weight
          if own > rival { lead += weight } else if own < rival { lead -= weight }
        }
        // Weights that balance add up to zero only but for rounding.
        if abs(lead) <= 1e-12 * compared { continue }
        scores[one] += lead > 0 ? 1 : -1
        scores[other] -= lead > 0 ? 1 : -1
      }
    }
    return scores
  }
}
