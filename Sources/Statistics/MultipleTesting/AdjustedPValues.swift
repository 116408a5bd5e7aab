/// P-values of several hypotheses, adjusted for there being several.
///
/// An adjusted p-value is the smallest level at which its hypothesis is still rejected when the whole
/// family is tested together. One hypothesis alone keeps its p-value. A p-value that is not a number is
/// no hypothesis: it stays, and does not count.
public enum AdjustedPValues {
  /// Adjusted so that the probability of even one false rejection stays below the level.
  ///
  /// p̃₍ᵢ₎ = max over k ≤ i of min(1, (m − k + 1) p₍ₖ₎), in ascending order of the m p-values. It holds
  /// whatever their dependence. Source: Holm (1979), https://www.jstor.org/stable/4615733.
  ///
  /// - Parameter pValues: the p-values; equal ones are adjusted to equal ones.
  /// - Returns: the adjusted p-values, in the order of the p-values.
  /// - Precondition: each lies in 0...1, or is not a number.
  public static func holm(_ pValues: [Double]) -> [Double] {
    let order = ascending(pValues)
    var result = pValues
    var largest = 0.0
    for (place, hypothesis) in order.enumerated() {
      largest = max(largest, min(1, Double(order.count - place) * pValues[hypothesis]))
      result[hypothesis] = largest
    }
    return result
  }

  /// Adjusted so that the expected share of false ones among the rejections stays below the level.
  ///
  /// p̃₍ᵢ₎ = min over k ≥ i of m p₍ₖ₎ / k, in ascending order. It holds where the tests are independent
  /// or positively dependent. Source: Benjamini & Hochberg (1995),
  /// doi:10.1111/j.2517-6161.1995.tb02031.x.
  ///
  /// - Parameter pValues: the p-values; equal ones are adjusted to equal ones.
  /// - Returns: the adjusted p-values, in the order of the p-values.
  /// - Precondition: each lies in 0...1, or is not a number.
  public static func benjaminiHochberg(_ pValues: [Double]) -> [Double] {
    let order = ascending(pValues)
    var result = pValues
    var smallest = 1.0
    for (place, hypothesis) in order.enumerated().reversed() {
      smallest = min(smallest, Double(order.count) / Double(place + 1) * pValues[hypothesis])
      result[hypothesis] = smallest
    }
    return result
  }

  /// The hypotheses from the smallest p-value to the largest; of equal ones the first comes first.
  private static func ascending(_ pValues: [Double]) -> [Int] {
    for pValue in pValues { checkProbability(pValue) }
    return pValues.indices.filter { !pValues[$0].isNaN }.sorted {
      (pValues[$0], $0) < (pValues[$1], $1)
    }
  }
}
