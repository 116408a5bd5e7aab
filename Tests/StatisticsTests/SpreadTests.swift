import Statistics
import TestSupport
import Testing

@Suite struct SpreadTests {
  @Test func tooFewNumbersHaveNoMeanAndNoSpread() {
    #expect([Double]().mean == nil)
    #expect([Double]().standardDeviation == nil)
    #expect([3.0].mean == 3)
    #expect([3.0].standardDeviation == nil)
  }

  @Test func smallSetsAreAsByHand() {
    #expect([1.0, 3].mean == 2)
    #expect([1.0, 3].standardDeviation == 2.0.squareRoot())
    #expect([4.0, 4, 4].standardDeviation == 0)
    // Deviations −3, −1, −1, −1, 0, 0, 2, 4: squares add up to 32, over 7.
    #expect([2.0, 4, 4, 4, 5, 5, 7, 9].standardDeviation == (32.0 / 7).squareRoot())
  }

  /// A base followed by the base ∓ 0.1, 1001 numbers: NIST StRD, univariate summary statistics,
  /// NumAcc2 to NumAcc4 (https://www.itl.nist.gov/div898/strd/univ/homepage.html), whose certified
  /// mean is the base and whose certified standard deviation is 0.1.
  private func numAcc(lower: Double, base: Double, upper: Double) -> [Double] {
    [base] + (0..<1000).map { $0.isMultiple(of: 2) ? lower : upper }
  }

  @Test func aMeanTenTimesTheSpreadCostsNoDigit() throws {
    let numbers = numAcc(lower: 1.1, base: 1.2, upper: 1.3)
    #expect(correctDigits(of: try #require(numbers.mean), certified: 1.2) >= 14)
    #expect(correctDigits(of: try #require(numbers.standardDeviation), certified: 0.1) >= 14)
  }

  @Test func aLargeMeanCostsOnlyTheDigitsThatItsNumbersHaveLost() throws {
    // 1000000.1 is stored to 5.8e-11 of the spread times ten, 10000000.1 to 9.3e-10: no method
    // that reads doubles has more digits than nine and eight.
    let million = numAcc(lower: 1_000_000.1, base: 1_000_000.2, upper: 1_000_000.3)
    #expect(correctDigits(of: try #require(million.mean), certified: 1_000_000.2) >= 14)
    #expect(correctDigits(of: try #require(million.standardDeviation), certified: 0.1) >= 9)
    let tenMillion = numAcc(lower: 10_000_000.1, base: 10_000_000.2, upper: 10_000_000.3)
    #expect(correctDigits(of: try #require(tenMillion.mean), certified: 10_000_000.2) >= 14)
    #expect(correctDigits(of: try #require(tenMillion.standardDeviation), certified: 0.1) >= 8)
  }

  @Test func exactNumbersWithALargeMeanHaveTheExactSpread() throws {
    // NumAcc1: 10000001, 10000003 and 10000002 with a standard deviation of one.
    #expect([10_000_001.0, 10_000_003, 10_000_002].standardDeviation == 1)
    // Eighths around 2⁴⁰ are exact; one pass over their squares loses every digit of the variance.
    let numbers = numAcc(lower: 0x1p40 - 0.125, base: 0x1p40, upper: 0x1p40 + 0.125)
    #expect(numbers.standardDeviation == 0.125)
    let squares = numbers.reduce(0) { $0 + $1 * $1 }
    let sum = numbers.reduce(0, +)
    let naive = (squares - sum * sum / 1001) / 1000
    #expect(abs(naive - 0.015625) >= 0.015625)
  }
}
