/// P-values of several hypotheses, adjusted by the joint distribution of their bootstrap statistics.
///
/// Like Holm's they keep the probability of even one false rejection below the level; they know how the
/// tests depend on each other, and so are smaller where tests move together. From the largest |t| down,
/// each hypothesis is compared with the largest bootstrap statistic among itself and those after it:
///
///     p̃₍ⱼ₎ = max over k ≤ j of (1 + #{b : max over i ≥ k of |t*ᵢ| ≥ |t₍ₖ₎|}) / (B + 1)
///
/// Sources: Romano & Wolf (2005), doi:10.1198/016214504000000539, and (2016),
/// doi:10.1016/j.spl.2016.02.012.
public struct RomanoWolf: Sendable, Hashable {
  /// The adjusted p-values; not a number where a statistic is not.
  public let pValues: [Double]
  /// The standard errors of the p-values that come from drawing only B replicates: √(p (1 − p) / B).
  public let standardErrors: [Double]
  /// The number of replicates, B.
  public let replicates: Int

  /// Adjusts the p-values of statistics.
  ///
  /// - Parameters:
  ///   - statistics: the observed t of each hypothesis; its sign does not matter. What is not a number is
  ///     no hypothesis.
  ///   - bootstrap: the statistics of each replicate, those of one replicate side by side, all from
  ///     resamples in which the hypotheses are true: centred at the estimates, or with the null imposed.
  ///     One that is not a number counts as larger than any observed, the side that errs towards not
  ///     rejecting.
  ///   - isEnumerated: whether the replicates are all that there can be, the sample's own among them; the
  ///     p-values are then plain shares, without error.
  /// - Precondition: there is a replicate, and each has a statistic for every hypothesis.
  /// - Complexity: O(B m) for m hypotheses.
  public init(statistics: [Double], bootstrap: [Double], isEnumerated: Bool = false) {
    let m = statistics.count
    precondition(
      m == 0 ? bootstrap.isEmpty : !bootstrap.isEmpty && bootstrap.count.isMultiple(of: m),
      "every replicate needs a statistic for each hypothesis")
    let sizes = statistics.map { abs($0) }
    let order = sizes.indices.filter { !sizes[$0].isNaN }.sorted {
      sizes[$0] > sizes[$1] || sizes[$0] == sizes[$1] && $0 < $1
    }
    let replicates = m == 0 ? 0 : bootstrap.count / m
    var exceeding = [Int](repeating: 0, count: m)
    for replicate in 0..<replicates {
      var largest = 0.0
      for hypothesis in order.reversed() {
        let size = abs(bootstrap[replicate * m + hypothesis])
        largest = max(largest, size.isNaN ? .infinity : size)
        // A replicate that gives the sample's own statistic again may miss it by rounding.
        if largest >= sizes[hypothesis] * (1 - 1e-10) { exceeding[hypothesis] += 1 }
      }
    }
    var pValues = [Double](repeating: .nan, count: m)
    var highest = 0.0
    for hypothesis in order {
      let drawn = isEnumerated ? 0 : 1
      highest = max(highest, Double(exceeding[hypothesis] + drawn) / Double(replicates + drawn))
      pValues[hypothesis] = highest
    }
    self.pValues = pValues
    standardErrors = pValues.map {
      isEnumerated ? 0 : ($0 * (1 - $0) / Double(replicates)).squareRoot()
    }
    self.replicates = replicates
  }
}
