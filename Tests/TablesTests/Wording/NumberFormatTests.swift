import Tables
import Testing

@Suite struct NumberFormatTests {
  @Test(arguments: [
    (36.75, "36.75"), (36.754, "36.75"), (36.756, "36.76"), (0.125, "0.13"), (-0.125, "−0.13"),
    (0.0, "0.00"), (7.0, "7.00"), (0.05, "0.05"), (9.999, "10.00"), (-2.346, "−2.35"),
    (1_234_567.891, "1234567.89"),
  ])
  func nearestRoundsHalvesAwayFromZero(_ number: Double, _ expected: String) {
    #expect(NumberFormat.decimals(2).string(number) == expected)
  }

  @Test(arguments: [
    (36.75, "36.75", "36.75"), (36.7501, "36.76", "36.75"), (36.7499, "36.75", "36.74"),
    (-36.7501, "−36.75", "−36.76"), (-36.75, "−36.75", "−36.75"), (0.001, "0.01", "0.00"),
    (-0.001, "0.00", "−0.01"), (0.0, "0.00", "0.00"), (0.1 + 0.2, "0.30", "0.30"),
    (1.1 * 1.1, "1.21", "1.21"), (0.29, "0.29", "0.29"), (-1.1 * 1.1, "−1.21", "−1.21"),
  ])
  func upIsNeverLowerAndDownIsNeverHigher(_ number: Double, _ up: String, _ down: String) {
    #expect(NumberFormat.decimals(2).string(number, rounding: .up) == up)
    #expect(NumberFormat.decimals(2).string(number, rounding: .down) == down)
  }

  @Test func everyHundredthStaysWhatItIsWhicheverWayItIsRounded() {
    for hundredths in 0...20_000 {
      let text = "\(hundredths / 100)." + (hundredths % 100 < 10 ? "0" : "") + "\(hundredths % 100)"
      let number = Double(hundredths) / 100
      for rounding in [NumberFormat.Rounding.nearest, .up, .down] {
        let written = NumberFormat.decimals(2).string(number, rounding: rounding)
        if written != text { Issue.record("\(number) became \(written)") }
      }
    }
  }

  @Test(arguments: [
    (0, "12345678902", "12345678901"), (3, "12345678901.500", "12345678901.500"),
    (1, "12345678901.5", "12345678901.5"),
  ])
  func largeNumbersAreForgivenNoMoreThanTheirBinaryForm(
    _ decimals: Int, _ up: String, _ down: String
  ) {
    let format = NumberFormat.decimals(decimals)
    #expect(format.string(12_345_678_901.5, rounding: .up) == up)
    #expect(format.string(12_345_678_901.5, rounding: .down) == down)
  }

  @Test func nineDecimalsStayWhatTheyAre() {
    for rounding in [NumberFormat.Rounding.nearest, .up, .down] {
      #expect(NumberFormat.decimals(9).string(36.75, rounding: rounding) == "36.750000000")
      #expect(NumberFormat.decimals(9).string(36.77, rounding: rounding) == "36.770000000")
    }
  }

  @Test(arguments: [-0.004, -0.0, -1e-300, 0.004, 0])
  func whatRoundsToZeroHasNoSign(_ number: Double) {
    #expect(NumberFormat.decimals(2).string(number) == "0.00")
    #expect(NumberFormat.decimals(2).string(number, isSigned: true) == "0.00")
  }

  @Test(arguments: [(1.5, "+1.5"), (-1.5, "−1.5"), (0.0, "0.0")])
  func aSignIsWrittenWhereAskedFor(_ number: Double, _ expected: String) {
    #expect(NumberFormat.decimals(1).string(number, isSigned: true) == expected)
  }

  @Test func withoutDecimalsThereIsNoPoint() {
    #expect(NumberFormat.decimals(0).string(2.5) == "3")
    #expect(NumberFormat.decimals(0).string(-0.4) == "0")
    #expect(NumberFormat.decimals(0).string(41, rounding: .up) == "41")
  }

  @Test(arguments: [
    (0.725, "72.5%"), (0.8095, "81.0%"), (1.0, "100.0%"), (0.0, "0.0%"), (-0.0312, "−3.1%"),
    (0.28, "28.0%"),
  ])
  func sharesAreWrittenAsPercentages(_ share: Double, _ expected: String) {
    #expect(NumberFormat.percentage(decimals: 1).string(share) == expected)
  }

  @Test func percentagesAreRoundedInPercent() {
    let format = NumberFormat.percentage(decimals: 1)
    #expect(format.string(0.72501, rounding: .up) == "72.6%")
    #expect(format.string(0.72501, rounding: .down) == "72.5%")
    // 0.07 · 100 is 7.000000000000001 in binary.
    #expect(format.string(0.07, rounding: .up) == "7.0%")
    #expect(NumberFormat.percentage(decimals: 0).string(0.29, rounding: .down) == "29%")
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func whatIsNoNumberIsADash(_ number: Double) {
    #expect(NumberFormat.decimals(2).string(number) == "–")
    #expect(NumberFormat.percentage(decimals: 2).string(number) == "–")
  }

  @Test func numbersBeyondFifteenDigitsAreWrittenWhole() {
    #expect(NumberFormat.decimals(2).string(1e300) == "1e+300")
  }

  @Test func impossibleDecimalsTrap() async {
    await #expect(processExitsWith: .failure) { _ = NumberFormat.decimals(-1) }
    await #expect(processExitsWith: .failure) { _ = NumberFormat.decimals(10) }
  }

  @Test(arguments: [
    (3.547305277212985e-07, "3.5e-7"), (0, "0"), (-0.0123, "−1.2e-2"), (9.96, "1.0e1"),
    (12345, "1.2e4"), (1, "1.0e0"), (Double.nan, "–"),
  ])
  func scientificKeepsTwoDigits(number: Double, expected: String) {
    #expect(NumberFormat.scientific.string(number) == expected)
  }
}

@Suite struct DecimalMarkTests {
  @Test func theMarkStandsBeforeTheDecimalsAndNowhereElse() {
    let comma = NumberFormat.decimals(2).marked(.comma)
    #expect(comma.string(-1234.5) == "−1234,50")
    #expect(NumberFormat.decimals(0).marked(.comma).string(41) == "41")
    #expect(NumberFormat.percentage(decimals: 1).marked(.comma).string(0.725) == "72,5%")
    #expect(NumberFormat.scientific.marked(.comma).string(3.5e-7) == "3,5e-7")
  }

  @Test(arguments: [
    (0.5, "0.5"), (1.5, "1.5"), (2, "2"), (0.126, "0.13"), (-0.126, "-0.13"), (0, "0"),
    (1e300, "1e+300"), (.nan, "–"),
  ])
  func shortestDigitsEndWithoutZeros(_ number: Double, _ expected: String) {
    #expect(NumberFormat.upTo(decimals: 2).string(number) == expected)
  }

  @Test func shortestDigitsHaveTheMarkToo() {
    #expect(NumberFormat.upTo(decimals: 4).marked(.comma).string(0.0123) == "0,0123")
  }
}
