import Tables
import Testing

@testable import minhbach

@Suite struct ColumnDigitsTests {
  private let digits = ColumnDigits(
    of: Table(
      title: nil,
      columns: [
        "indicator", "year", "rank", "score", "probability_gain", "difference", "value", "unit",
        "best_places", "mean_rank", "p_value",
      ],
      rows: [
        [
          .text("a"), .number(2019), .number(3), .number(7.436815527245772), .number(0.25),
          .number(2.7e-7), .number(0.5), .text("share"), .number(2), .number(1.5), .number(0.01),
        ],
        [
          .text("b"), .number(2019), .number(12), .empty, .empty, .number(-1e-8), .number(3.5),
          .text("days"), .number(-1), .number(3), .number(0.2),
        ],
      ]))

  @Test func numbersAreShownByWhatTheirColumnsMean() {
    #expect(digits(2, 2) == .decimals(0))
    #expect(digits(2, 3) == .decimals(0))
    #expect(digits(2, 4) == .decimals(2))
    #expect(digits(2, 5) == .percentage(1))
    #expect(digits(2, 6) == .scientific)
    #expect(digits(2, 9) == .decimals(0))
    #expect(digits(2, 10) == .decimals(1))
    #expect(digits(2, 11) == .decimals(4))
  }

  @Test func valuesAreShownByTheUnitOfTheirRow() {
    #expect(digits(2, 7) == .percentage(1))
    #expect(digits(3, 7) == .decimals(1))
  }

  @Test func outsideTheTableNothingIsKnown() {
    #expect(digits(2, 12) == .general)
    #expect(digits(9, 7) == .decimals(3))
    #expect(ColumnDigits(of: Table(file: nil, rows: []))(1, 1) == .general)
  }
}
