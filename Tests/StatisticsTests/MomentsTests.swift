import Statistics
import TestSupport
import Testing

@Suite struct MomentsTests {
  /// Joanes & Gill's formulas by hand, for 1, 2, 3, 4, 10 with mean 4 and squares adding to 50:
  /// m₂ = 10, m₃ = (−27 − 8 − 1 + 0 + 216)/5 = 36, m₄ = (81 + 16 + 1 + 0 + 1296)/5 = 278.8.
  @Test func fiveNumbersHaveTheMomentsTakenByHand() throws {
    let numbers: [Double] = [1, 2, 3, 4, 10]
    let skewness = try #require(numbers.skewness)
    let kurtosis = try #require(numbers.excessKurtosis)
    // √20 / 3 · 36 / 10^1.5, and 4 / (3 · 2) · (6 (278.8 / 100 − 3) + 6).
    #expect(abs(skewness - 20.0.squareRoot() / 3 * 36 / (10 * 10.0.squareRoot())) < 1e-14)
    #expect(abs(kurtosis - 4.0 / 6 * (6 * -0.212 + 6)) < 1e-14)
  }

  @Test func fewOrEqualNumbersHaveNone() {
    for numbers in [[], [1], [1, 2], [3, 3, 3, 3, 3]] as [[Double]] {
      #expect(numbers.skewness == nil)
      #expect(numbers.excessKurtosis == nil)
    }
    #expect([1.0, 2, 4].skewness != nil)
    #expect([1.0, 2, 4].excessKurtosis == nil)
  }

  @Test(arguments: [4, 17, 200])
  func scaleAndPlaceChangeNothingAndAMirrorTurnsTheSkewness(_ count: Int) throws {
    var random = SplitMix64(seed: UInt64(count))
    let numbers = (0..<count).map { _ in Double.random(in: 0...1, using: &random) }
    let skewness = try #require(numbers.skewness)
    let kurtosis = try #require(numbers.excessKurtosis)
    let moved = numbers.map { 5 - 3 * $0 }
    // A relative rounding of 2e-16 in each of `count` terms, raised to the fourth power.
    #expect(abs(try #require(moved.skewness) + skewness) < 1e-11)
    #expect(abs(try #require(moved.excessKurtosis) - kurtosis) < 1e-11)
  }
}
