import Indices
import Testing

@Suite struct PublishedPrecisionTests {
  @Test(arguments: [
    ([6.0, 7], 0, 0.5), ([6.5, 7], 1, 0.05), ([6.01, 5.94], 2, 0.005), ([6.012, 5.94], 3, 0.0005),
    ([6.0123, 5.94], 4, 0.00005),
  ])
  func theLongestValueTellsTheDecimals(values: [Double], decimals: Int, halfWidth: Double) {
    let precision = PublishedPrecision(of: values, scaleWidth: 9)
    #expect(precision.decimals == decimals)
    // 1e-9 more, for halves that are no binary numbers.
    #expect(abs(precision.halfWidth - halfWidth) <= 1.1e-9)
    #expect(precision.interval(around: 6).contains(6 + halfWidth))
    #expect(precision.interval(around: 6).contains(6 - halfWidth))
    #expect(!precision.interval(around: 6).contains(6 + halfWidth + 1e-8))
  }

  @Test func allDigitsAreKnownToThirtyTwoBits() {
    let precision = PublishedPrecision(of: [6.012345, 5.94], scaleWidth: 9)
    #expect(precision.decimals == nil)
    #expect(precision.halfWidth == 1.5e-6)
    #expect(PublishedPrecision(of: [60.12345], scaleWidth: 90).halfWidth == 1.5e-5)
  }

  @Test func noValuesHaveNoDecimals() {
    #expect(PublishedPrecision(of: [], scaleWidth: 9).decimals == nil)
  }

  @Test func numbersStoredWithThirtyTwoBitsThatWereRoundedAreRounded() {
    let stored = [6.01, 5.94, 7.44].map { Double(Float($0)) }
    #expect(PublishedPrecision(of: stored, scaleWidth: 9).decimals == 2)
  }
}
