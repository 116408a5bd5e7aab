/// What is known of a whole number: its mean, an interval, and how sure its likeliest value is.
public struct CountEstimate: Sendable, Hashable {
  /// The mean over all values it may have.
  public let mean: Double
  /// The values between which it lies with probability 0.95 or more, 0.025 or less on either side.
  public let interval: ClosedRange<Int>
  /// The likeliest value, the smaller of two.
  public let likeliest: Int
  /// The probability of the likeliest value.
  public let probability: Double

  /// Whether one value has a probability of 0.99 or more.
  public var isCertain: Bool { probability >= 0.99 }

  /// A number that was counted.
  ///
  /// - Parameter count: the number.
  public init(counted count: Int) {
    mean = Double(count)
    interval = count...count
    likeliest = count
    probability = 1
  }

  /// Sums up what a number may be; nil where nothing weighs anything.
  ///
  /// - Parameters:
  ///   - first: the first value.
  ///   - step: the distance of values.
  ///   - weights: what each value from the first on weighs, in no unit.
  init?(from first: Int, by step: Int, weights: [Double]) {
    let total = weights.reduce(0, +)
    guard total > 0 else { return nil }
    var (mean, passed) = (0.0, 0.0)
    var (low, high): (Int?, Int?) = (nil, nil)
    var heaviest = 0
    for (index, weight) in weights.enumerated() {
      let value = first + index * step
      mean += Double(value) * weight
      passed += weight
      if low == nil, passed > 0.025 * total { low = value }
      if high == nil, passed >= 0.975 * total { high = value }
      if weight > weights[heaviest] { heaviest = index }
    }
    let last = first + (weights.count - 1) * step
    self.mean = mean / total
    interval = (low ?? last)...(high ?? last)
    likeliest = first + heaviest * step
    probability = weights[heaviest] / total
  }

  /// The same with an interval that is wider by a share of each end, inside the values there can be.
  func widened(by share: Double, within limits: ClosedRange<Int>) -> CountEstimate {
    let low = Int((Double(interval.lowerBound) * (1 - share)).rounded(.down))
    let high = Int((Double(interval.upperBound) * (1 + share)).rounded(.up))
    return CountEstimate(
      mean: mean,
      interval: min(max(low, limits.lowerBound), interval.lowerBound)...high,
      likeliest: likeliest, probability: min(probability, Self.unpinnedProbability))
  }

  // A single number is never certain there.
  private static let unpinnedProbability = 0.5

  private init(mean: Double, interval: ClosedRange<Int>, likeliest: Int, probability: Double) {
    self.mean = mean
    self.interval = interval
    self.likeliest = likeliest
    self.probability = probability
  }
}
