/// A score that is linear in a value: base ± (width (x − origin) / unit + start), kept in bounds or not.
///
/// All linear normalisations are of this form, and all go through this one formula, so that an index
/// taken apart indicator by indicator has the digits of one computed at once.
struct LinearScale: Sendable, Hashable {
  /// The value that scores `start`.
  let origin: Double
  /// What counts as one step of the value.
  let unit: Double
  /// How much a step scores.
  let width: Double
  /// The score at the origin.
  let start: Double
  /// What a falling score is taken from; 0 for a rising one.
  let base: Double
  /// +1 for a score that rises with the value, −1 for one that falls.
  let sign: Double
  /// Where the score stops, or nothing.
  let bounds: ClosedRange<Double>?

  /// A rising scale, or its mirror image: `mirror` less the rising score.
  init(
    origin: Double, unit: Double, width: Double, start: Double, isRising: Bool, mirror: Double,
    bounds: ClosedRange<Double>? = nil
  ) {
    self.origin = origin
    self.unit = unit
    self.width = width
    self.start = start
    base = isRising ? 0 : mirror
    sign = isRising ? 1 : -1
    self.bounds = bounds
  }

  /// The score of a value.
  @inline(__always)
  func callAsFunction(_ value: Double) -> Double {
    let score = unbounded(value)
    guard let bounds else { return score }
    // Not-a-number stays what it is.
    return score < bounds.lowerBound
      ? bounds.lowerBound : score > bounds.upperBound ? bounds.upperBound : score
  }

  /// The score of a value, bounds or none.
  @inline(__always)
  func unbounded(_ value: Double) -> Double {
    base + sign * (width * (value - origin) / unit + start)
  }
}
