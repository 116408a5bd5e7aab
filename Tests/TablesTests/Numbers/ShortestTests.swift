import TestSupport
import Testing

@testable import Tables

@Suite struct ShortestTests {
  @Test(arguments: [
    (0.0, "0"), (-0.0, "-0"), (1, "1"), (-17, "-17"), (0.1, "0.1"), (100, "100"),
    (61.25, "61.25"), (0.1 + 0.2, "0.30000000000000004"), (1e15, "1000000000000000"),
    (999_999_999_999_999, "999999999999999"), (123_456_789.125, "123456789.125"),
    (0.0001, "0.0001"), (0.00001, "0.00001"), (-0.0000125, "-0.0000125"),
    (0.000001, "0.000001"), (1.2345678901234567e-6, "0.0000012345678901234567"),
    (9.9e-7, "9.9e-07"), (1e100, "1e+100"), (.infinity, "inf"), (-.infinity, "-inf"),
  ])
  func numbersAreWrittenShortly(value: Double, text: String) {
    #expect(value.shortestDecimal == text)
  }

  @Test func noExponentBetweenAMillionthAndAQuadrillion() {
    var generator = SplitMix64(seed: 3)
    for _ in 0..<20_000 {
      let exponent = Double.random(in: -6..<15, using: &generator)
      var value = 1.0
      for _ in 0..<Int(exponent.magnitude) { value *= exponent < 0 ? 0.1 : 10 }
      value *= Double.random(in: 1..<10, using: &generator)
      guard (1e-6..<1e15).contains(value) else { continue }
      #expect(!value.shortestDecimal.contains("e"))
      #expect(Double(value.shortestDecimal) == value)
    }
  }
}
