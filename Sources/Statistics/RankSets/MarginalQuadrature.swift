/// Critical values of one unit's differences from others with independent errors, without draws.
///
/// Given the unit's own error, the differences are independent, so that the probability that no standardised
/// difference exceeds c is one integral:
///
///     F(c) = ∫ φ(t) Πⱼ P(difference from j within c | tᵢ = t) dt
///
/// and c is the root of F(c) = level, found to 1e-10.
struct MarginalQuadrature {
  /// The standard error of each unit, without what all share.
  let errors: [Double]
  /// The probability that no difference exceeds the critical value.
  let level: Double
  private let table = NormalTable.shared
  private let normal = NormalDistribution()

  init(errors: [Double], level: Double) {
    self.errors = errors
    self.level = level
  }

  /// The critical value of some differences.
  ///
  /// - Parameter pairs: pairs whose first unit is the same, with an error above zero: one at least.
  /// - Returns: the value; by a quantile where there is a single pair.
  func criticalValue(_ pairs: [ComparedPair]) -> CriticalValue {
    if pairs.count == 1 { return .init(ofSingle: pairs[0], level: level) }
    let directions = pairs.reduce(0) { $0 + ($1.directions == .both ? 2 : 1) }
    // By one difference alone, and as if they excluded one another (Bonferroni).
    let twoSided = pairs.contains { $0.directions == .both }
    var low = normal.upperQuantile(twoSided ? (1 - level) / 2 : 1 - level)
    var high = normal.upperQuantile((1 - level) / Double(directions))
    let goal = normal.quantile(level)
    // On the scale of normal quantiles F is nearly a straight line of slope one.
    var (c, before) = ((low + high) / 2, 0.0)
    var excess = normal.quantile(probability(pairs, within: c)) - goal
    var slope = 1.2
    for _ in 0..<60 {
      if excess > 0 { high = min(high, c) } else { low = max(low, c) }
      var next = c - excess / slope
      if !(next > low && next < high) { next = (low + high) / 2 }
      let step = next - c
      (before, c) = (excess, next)
      // The secant's error falls as the product of the last two.
      if abs(step) < 1e-8 || high - low < 1e-12 { break }
      excess = normal.quantile(probability(pairs, within: c)) - goal
      let found = (excess - before) / step
      if found > 0, found.isFinite { slope = found }
    }
    return CriticalValue(exact: c)
  }

  /// The probability that no standardised difference exceeds a number.
  ///
  /// - Parameters:
  ///   - pairs: pairs whose first unit is the same.
  ///   - c: the number.
  /// - Returns: F(c).
  func probability(_ pairs: [ComparedPair], within c: Double) -> Double {
    let own = errors[pairs[0].first]
    guard own > 0 else {
      return pairs.reduce(1) { product, pair in
        product * (pair.directions == .both ? 1 - 2 * normal.upperTail(c) : normal.cumulative(c))
      }
    }
    let (moving, range) = factors(pairs, own: own, within: c)
    guard let range else { return 0 }
    let quadrature = NormalQuadrature(
      over: range,
      edges: moving.map { NormalQuadrature.Edge(place: $0.reach / $0.slope, width: 1 / $0.slope) }
        + moving.map { NormalQuadrature.Edge(place: -$0.reach / $0.slope, width: 1 / $0.slope) })
    let integral = quadrature.integrals { points, weights in
      [zip(points, weights).reduce(0) { $0 + product(of: moving, at: $1.0, times: $1.1) }]
    }
    return min(integral[0], 1)
  }

  /// The probability that all differences are within their bounds, given the unit's own error.
  private func product(of factors: [Factor], at t: Double, times weight: Double) -> Double {
    var product = weight
    for factor in factors {
      let centre = factor.slope * t
      switch factor.directions {
      case .both:
        product *=
          table.cumulative(centre + factor.reach)
          - table.cumulative(centre - factor.reach)
      case .firstAbove: product *= table.cumulative(factor.reach - centre)
      default: product *= table.cumulative(centre + factor.reach)
      }
      if product < 1e-20 { break }
    }
    return product
  }

  /// A difference given the unit's own error t: within c where slope × t ± reach bounds the other's.
  private struct Factor {
    let slope: Double
    let reach: Double
    let directions: ComparedPair.Directions
  }

  /// The factors of the integrand, and the range that units without errors leave.
  private func factors(
    _ pairs: [ComparedPair], own: Double, within c: Double
  ) -> ([Factor], ClosedRange<Double>?) {
    var (low, high) = (-NormalQuadrature.end, NormalQuadrature.end)
    var factors: [Factor] = []
    for pair in pairs {
      let other = errors[pair.second]
      if other > 0 {
        let size = (own * own + other * other).squareRoot()
        factors.append(
          Factor(slope: own / other, reach: c * size / other, directions: pair.directions))
      } else {
        if pair.directions.contains(.firstAbove) { high = min(high, c) }
        if pair.directions.contains(.secondAbove) { low = max(low, -c) }
      }
    }
    return (factors, low < high ? low...high : nil)
  }
}

extension CriticalValue {
  /// The value of a single difference: a quantile of the normal distribution.
  ///
  /// - Parameters:
  ///   - pair: the only pair in play.
  ///   - level: the probability that it does not exceed the value.
  init(ofSingle pair: ComparedPair, level: Double) {
    self.init(
      exact: NormalDistribution().upperQuantile(
        pair.directions == .both ? (1 - level) / 2 : 1 - level))
  }
}
