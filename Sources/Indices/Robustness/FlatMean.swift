import Glibc

/// A mean that is a weighted sum of something, on all levels alike.
///
/// f⁻¹(Σ w f(x)), where weights are multiplied on the way up: the tree of an index counts no longer.
internal enum FlatMean: Sendable, Hashable {
  case arithmetic, geometric, harmonic

  /// The form of a way to put scores together, where it has one.
  internal init?(_ aggregation: Aggregation) {
    switch aggregation {
    case .arithmetic: self = .arithmetic
    case .geometric: self = .geometric
    case .harmonic: self = .harmonic
    case .median, .copeland: return nil
    }
  }

  /// What is summed: it rises with the score.
  internal func term(_ score: Double) -> Double {
    switch self {
    case .arithmetic: score
    case .geometric: log(score)
    case .harmonic: -1 / score
    }
  }

  /// The mean whose sum is given.
  internal func mean(_ sum: Double) -> Double {
    switch self {
    case .arithmetic: sum
    case .geometric: exp(sum)
    case .harmonic: -1 / sum
    }
  }

  /// How much a sum changes at least with one unit of a mean up to a given one.
  internal func slope(upTo mean: Double) -> Double {
    switch self {
    case .arithmetic: 1
    case .geometric: 1 / mean
    case .harmonic: 1 / (mean * mean)
    }
  }
}
