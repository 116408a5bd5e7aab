/// The shrinkage of estimates towards what they have in common.
///
/// Each estimate x_i scatters around a parameter θ_i with a known variance s_i², and the parameters around
/// a common mean μ with a variance A: both normal. What is best said of θ_i then lies between x_i and μ,
/// nearer to μ the larger s_i² is beside A. The variance A solves Σ (x_i − μ)² / (A + s_i²) = p − 1, with μ
/// the mean weighted by 1 / (A + s_i²); it is zero where the estimates scatter less than their errors say.
///
/// Sources: Morris (1983), doi:10.1080/01621459.1983.10477920; for A, Paule & Mandel (1982),
/// doi:10.6028/jres.087.022.
public struct EmpiricalBayes: Sendable, Hashable {
  /// The common mean.
  public let mean: Double
  /// The variance of the parameters around it.
  public let variance: Double
  /// The posterior means of the parameters, in the order of the estimates.
  public let estimates: [Double]
  /// The posterior standard deviations.
  ///
  /// Those of Morris (1983, §4): with the uncertainty of the mean and of the variance.
  public let errors: [Double]
  /// How much of the way to the mean each estimate goes: 0 for one that is known, 1 for one that tells
  /// nothing.
  public let shrinkage: [Double]

  /// Shrinks estimates.
  ///
  /// Fewer than four estimates tell too little of their variance, and stay as they are.
  ///
  /// - Parameters:
  ///   - estimates: the estimates.
  ///   - errors: their standard errors.
  /// - Precondition: there are as many errors as estimates, all finite and no error negative.
  public init(_ estimates: [Double], errors: [Double]) {
    precondition(estimates.count == errors.count, "every estimate needs an error")
    precondition(
      estimates.allSatisfy(\.isFinite) && errors.allSatisfy { $0 >= 0 && $0.isFinite },
      "estimates and errors must be finite, and no error negative")
    let count = Double(estimates.count)
    let variances = errors.map { $0 * $0 }
    guard estimates.count >= 4 else {
      mean = estimates.isEmpty ? 0 : estimates.reduce(0, +) / count
      variance = .infinity
      self.estimates = estimates
      self.errors = errors
      shrinkage = estimates.map { _ in 0 }
      return
    }
    let common = Self.variance(estimates, variances)
    let mean = Self.mean(estimates, variances, common)
    // Where neither the errors nor the parameters vary there is nothing to shrink.
    let totals = variances.map { $0 + common }
    let average = totals.reduce(0, +) / count
    let parts = zip(variances, totals).map { $1 > 0 ? (count - 3) / (count - 1) * $0 / $1 : 0 }
    self.mean = mean
    variance = common
    shrinkage = parts
    self.estimates = zip(estimates, parts).map { $0 - $1 * ($0 - mean) }
    self.errors = estimates.indices.map { place in
      let (part, distance) = (parts[place], estimates[place] - mean)
      let ofVariance =
        totals[place] > 0 ? 2 / (count - 3) * part * part * average / totals[place] : 0
      let posterior = variances[place] * (1 - (count - 1) / count * part)
      return (posterior + ofVariance * distance * distance).squareRoot()
    }
  }

  /// The variance at which the scatter is what it should be, by bisection.
  private static func variance(_ estimates: [Double], _ variances: [Double]) -> Double {
    let freedom = Double(estimates.count - 1)
    func scatter(_ common: Double) -> Double {
      let mean = mean(estimates, variances, common)
      return zip(estimates, variances).reduce(0) { sum, entry in
        let distance = entry.0 - mean
        return distance == 0 ? sum : sum + distance * distance / (common + entry.1)
      }
    }
    // At the plain variance the scatter is below its mean already, whatever the errors.
    let plain = estimates.reduce(0, +) / (freedom + 1)
    var high = estimates.reduce(0) { $0 + ($1 - plain) * ($1 - plain) } / freedom
    guard high > 0, scatter(0) > freedom else { return 0 }
    var low = 0.0
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { return middle }
      if scatter(middle) > freedom { low = middle } else { high = middle }
    }
  }

  /// The weighted mean; the plain mean of those without an error where there are any.
  private static func mean(
    _ estimates: [Double], _ variances: [Double], _ common: Double
  ) -> Double {
    var (sum, weights) = (0.0, 0.0)
    let isCertain = common == 0 && variances.contains(0)
    for (estimate, variance) in zip(estimates, variances) where !isCertain || variance == 0 {
      let weight = isCertain ? 1 : 1 / (common + variance)
      sum += weight * estimate
      weights += weight
    }
    return sum / weights
  }
}
