import Statistics
import TestSupport
import Testing

@Suite struct ShareDenominatorTests {
  @Test func everyFractionIsFoundInLowestTerms() {
    for trials in 1...160 {
      for successes in 0...trials {
        let divisor = Self.greatestCommonDivisor(successes, trials)
        let exact = Double(successes) / Double(trials)
        // As a float, and as seven decimals.
        for share in [Double(Float(exact)), (exact * 1e7).rounded() / 1e7] {
          #expect(
            ShareDenominator(of: share)?.value == trials / divisor, "\(successes)/\(trials)")
        }
      }
    }
  }

  @Test(arguments: [0.0, 1.0, 1 + 1e-8, -1e-8])
  func nothingAndAllSayNothing(share: Double) throws {
    let denominator = try #require(ShareDenominator(of: share))
    #expect(denominator.value == 1)
    #expect(!denominator.isInformative)
  }

  @Test(arguments: [-0.1, 1.1, Double.nan, .infinity, 0.5.squareRoot()])
  func otherNumbersHaveNone(number: Double) {
    #expect(ShareDenominator(of: number) == nil)
  }

  @Test func aLimitIsKept() {
    #expect(ShareDenominator(of: 1.0 / 80, limit: 79) == nil)
    #expect(ShareDenominator(of: 1.0 / 80, limit: 80)?.value == 80)
  }

  @Test func aNumberThatIsNoFractionIsTakenForOneInAboutFourPerCentOfCases() {
    var random = SplitMix64(seed: 1)
    let found = (0..<2000).count { _ in
      ShareDenominator(of: Double.random(in: 0..<1, using: &random)) != nil
    }
    // The fractions up to 700 are about 3/π² · 700², each with a reach of 3e-7: a share of 0.0447; the
    // standard error of 2,000 cases is 0.0046.
    #expect(abs(Double(found) / 2000 - 0.0447) < 2 * 0.0046)
  }

  private static func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
    second == 0 ? first : greatestCommonDivisor(second, first % second)
  }
}
