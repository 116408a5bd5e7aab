import Reports
import Testing

@Suite struct SparklineTests {
  @Test func barsRunFromTheLowestNumberToTheHighest() {
    #expect(Sparkline([0, 1, 2, 3, 4, 5, 6, 7]).text == "▁▂▃▄▅▆▇█")
    #expect(Sparkline([3, -1]).text == "█▁")
  }

  @Test func aMissingNumberIsAPointAndABreakABar() {
    #expect(Sparkline([1, nil, 2]).text == "▁·█")
    #expect(Sparkline([1, 2], isBroken: true).text == "|▁█")
    #expect(Sparkline([nil, nil]).text == "··")
  }

  @Test func equalNumbersAndSingleOnesStandInTheMiddle() {
    #expect(Sparkline([]).text == "")
    #expect(Sparkline([5]).text == "▄")
    #expect(Sparkline([5, 5]).text == "▄▄")
    // The width of the range may be beyond the largest number.
    #expect(Sparkline([-1e308, 1e308]).text == "▁█")
  }
}
