public import Panels

/// The two values between which an indicator is scored, and the scores they get.
///
/// With the range [l, u] of the value and [a, b] of the score, a rising indicator scores
/// (b − a) (x − l) / (u − l) + a, a falling one a + b less that. The PCI's own score is the one with
/// [a, b] = [1, 10]: 9 (x − l) / (u − l) + 1, or 11 less that.
public struct Goalposts: Sendable, Hashable {
  /// The value at the lower end: it scores the least, or the most where lower is better.
  public let lower: Double
  /// The value at the upper end.
  public let upper: Double
  /// Whether more is better.
  public let direction: Direction
  /// The scores at the worse end and at the better.
  public let output: ClosedRange<Double>
  /// Whether values outside score what the nearer end does; else they score beyond.
  public let isCapped: Bool
  let scale: LinearScale

  /// The range of scores of the PCI.
  public static let ofPCI = 1.0...10.0

  /// Sets goalposts.
  ///
  /// - Parameters:
  ///   - lower: the value at the lower end.
  ///   - upper: the value at the upper end, above the lower.
  ///   - direction: whether more is better.
  ///   - output: the scores at the ends.
  ///   - isCapped: whether values outside score what the nearer end does.
  /// - Precondition: the value's range is finite and not empty.
  public init(
    lower: Double, upper: Double, direction: Direction, output: ClosedRange<Double> = ofPCI,
    isCapped: Bool = false
  ) {
    precondition(
      lower < upper && (upper - lower).isFinite, "goalposts stand apart, the lower one below")
    self.init(
      unchecked: lower, upper, direction: direction, output: output, isCapped: isCapped)
  }

  /// Goalposts that the caller has checked, or that need no check where nothing is scored.
  init(
    unchecked lower: Double, _ upper: Double, direction: Direction,
    output: ClosedRange<Double> = ofPCI, isCapped: Bool = false
  ) {
    self.lower = lower
    self.upper = upper
    self.direction = direction
    self.output = output
    self.isCapped = isCapped
    scale = LinearScale(
      origin: lower, unit: upper - lower, width: output.upperBound - output.lowerBound,
      start: output.lowerBound, isRising: direction == .positive,
      mirror: output.lowerBound + output.upperBound, bounds: isCapped ? output : nil)
  }

  /// The score of a value.
  public func score(_ value: Double) -> Double { scale(value) }

  /// What one unit more of the value adds to a sum in which the score has a weight.
  ///
  /// Negative where lower is better. Between the goalposts; beyond them capped scores stand still.
  public func slope(weight: Double = 1) -> Double {
    direction.sign * scale.width * weight / scale.unit
  }
}
