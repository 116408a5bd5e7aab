/// The normal distribution function by Taylor's series about the nearest of many known values.
///
/// For the inner loops of quadratures: the known values are those of `NormalDistribution`, 1/64 apart. The
/// error is below 2e-16, absolute and not relative; beyond ±8.5 the result is 0 or 1.
struct NormalTable: Sendable {
  /// Distribution and density at each value, side by side; at the ends 0 and 1, without density.
  let known: [Double]

  private static let end = 8.5
  private static let perUnit = 64.0

  /// The table, made when first asked for.
  static let shared = NormalTable()

  private init() {
    let normal = NormalDistribution()
    known = (0...Int(2 * Self.end * Self.perUnit)).flatMap { place -> [Double] in
      let value = Double(place) / Self.perUnit - Self.end
      if place == 0 { return [0, 0] }
      return value == Self.end ? [1, 0] : [normal.cumulative(value), normal.density(value)]
    }
  }

  /// The probability of a value at or below a number.
  ///
  /// - Parameter value: any number but not-a-number.
  /// - Returns: a probability.
  @inline(__always)
  func cumulative(_ value: Double) -> Double {
    guard value > -Self.end else { return 0 }
    guard value < Self.end else { return 1 }
    let place = Int((value + Self.end) * Self.perUnit + 0.5)
    let x = Double(place) / Self.perUnit - Self.end
    let d = value - x
    let square = x * x
    // The derivatives of the density are Hermite's polynomials times the density.
    let sixth = x * (-15 + square * (10 - square)) / 720
    let fifth = (3 + square * (square - 6)) / 120 + d * sixth
    let fourth = x * (3 - square) / 24 + d * fifth
    let third = (square - 1) / 6 + d * fourth
    let series = 1 + d * (d * third - x / 2)
    return known[2 * place] + known[2 * place + 1] * d * series
  }
}
