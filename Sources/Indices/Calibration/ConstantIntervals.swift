/// What the scores of a year leave of a weight and of the ends of a range.
///
/// Where all constants are proved: the slope's four standard errors, each constant with the others held.
/// Else, with nothing supposed but that the range holds the year's own values: the weight is at least
/// slope × their spread and at most what the least weights of all others leave of one, and the ends lie
/// as far out as that weight allows.
public struct ConstantIntervals: Sendable, Hashable {
  /// The interval of the weight.
  public let weight: ClosedRange<Double>
  /// The interval of the lower end.
  public let minimum: ClosedRange<Double>
  /// The interval of the upper end.
  public let maximum: ClosedRange<Double>

  /// The intervals of all terms of a form that have a slope, by position.
  ///
  /// - Parameters:
  ///   - form: the linear form.
  ///   - constants: the constants that are proved, by position of the term.
  /// - Returns: nothing for a term without a slope or without a part in the score.
  static func all(
    of form: LinearForm, constants: [Int: ConstantSearch.Constants]
  ) -> [Int: ConstantIntervals] {
    var least: [Int: Double] = [:]
    for (position, term) in form.terms.enumerated() where !term.isWithoutPart {
      guard let slope = term.slope else { continue }
      let own = term.extremes
      least[position] = abs(slope) * (own.upperBound - own.lowerBound) / form.scaleWidth
    }
    // In a fixed order: the last digits of a sum depend on it.
    let sum = least.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
    var intervals: [Int: ConstantIntervals] = [:]
    for (position, term) in form.terms.enumerated() {
      guard let slope = term.slope, let least = least[position] else { continue }
      if let known = constants[position] {
        intervals[position] = ConstantIntervals(
          known, slope: abs(slope), error: term.standardError ?? 0, scaleWidth: form.scaleWidth)
      } else {
        let most = max(least, 1 - (sum - least))
        let width = form.scaleWidth * most / abs(slope)
        let own = term.extremes
        intervals[position] = ConstantIntervals(
          weight: least...most,
          minimum: min(own.lowerBound, own.upperBound - width)...own.lowerBound,
          maximum: own.upperBound...max(own.upperBound, own.lowerBound + width))
      }
    }
    return intervals
  }

  private init(
    _ known: ConstantSearch.Constants, slope: Double, error: Double, scaleWidth: Double
  ) {
    let width = known.upper.value - known.lower.value
    let (low, high) = (slope - 4 * error, slope + 4 * error)
    weight = (low * width / scaleWidth)...(high * width / scaleWidth)
    let (narrow, wide) = (scaleWidth * known.weight / high, scaleWidth * known.weight / low)
    minimum = (known.upper.value - wide)...(known.upper.value - narrow)
    maximum = (known.lower.value + narrow)...(known.lower.value + wide)
  }

  init(weight: ClosedRange<Double>, minimum: ClosedRange<Double>, maximum: ClosedRange<Double>) {
    self.weight = weight
    self.minimum = minimum
    self.maximum = maximum
  }
}
