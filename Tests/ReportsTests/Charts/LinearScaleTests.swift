import Testing

@testable import Reports

@Suite struct LinearScaleTests {
  @Test func endsStandAtTheEndsExactly() {
    let scale = LinearScale(from: 0.1, to: 0.7, at: 33.3, 760)
    #expect(scale.place(0.1) == 33.3)
    #expect(scale.place(0.7) == 760)
    let reversed = LinearScale(from: 63, to: 1, at: 0, 620)
    #expect(reversed.place(63) == 0 && reversed.place(1) == 620 && reversed.place(32) == 310)
  }

  @Test func ticksAreTheDecimalsTheySeem() {
    #expect(LinearScale(from: 0, to: 1, at: 0, 1).ticks(6) == [0, 0.2, 0.4, 0.6, 0.8, 1])
    #expect(LinearScale(from: 5.8, to: 6.6, at: 0, 1).ticks(5) == [5.8, 6, 6.2, 6.4, 6.6])
    #expect(
      LinearScale(from: -0.3, to: 0.3, at: 0, 1).ticks(7) == [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3])
    #expect(LinearScale(from: 63, to: 1, at: 0, 1).ticks(7) == [20, 40, 60])
    #expect(LinearScale(from: 0, to: 3e6, at: 0, 1).ticks(4) == [0, 1e6, 2e6, 3e6])
  }

  @Test(arguments: 2...9)
  func ticksAreNoMoreThanWantedAndWithinTheAxis(count: Int) {
    for (low, high) in [
      (0.0, 1.0), (-3, 17), (1, 63), (5.41, 7.44), (-1e-6, 2e-6), (99, 12345), (2e-20, 3e-20),
      (0, 1e200),
    ] {
      let ticks = LinearScale(from: low, to: high, at: 0, 1).ticks(count)
      #expect(ticks.count <= count)
      // Sixteen digits of figures up to a hundred spans from zero.
      let slack = (high - low) * 1e-13
      #expect(ticks.allSatisfy { $0 >= low - slack && $0 <= high + slack })
      let steps = zip(ticks, ticks.dropFirst()).map { $1 - $0 }
      #expect(steps.allSatisfy { abs($0 - (steps.first ?? 0)) <= slack })
    }
  }

  @Test func aRoundedRangeHoldsItsFigures() {
    for (low, high) in [(5.94, 6.49), (-2, 26), (0, 0), (7, 7), (-1e9, 1e9), (0.001, 0.0013)] {
      let range = LinearScale.round(low, high)
      #expect(range.low <= low && range.high >= high && range.low < range.high)
    }
    #expect(LinearScale.round(0, 1) == (0, 1))
    #expect(LinearScale.round(5.94, 6.49) == (5.8, 6.6))
  }

  @Test func labelsBreakAtSpacesAndLoseNothing() {
    let text = "Vai trò hiệp hội DN trong tư vấn, phản biện chính sách"
    for width in stride(from: 20.0, through: 400, by: 20) {
      let lines = TextSize.lines(of: text, within: width)
      #expect(lines.joined(separator: " ") == text)
      #expect(lines.allSatisfy { TextSize.width($0) <= width || !$0.contains(" ") })
    }
    #expect(TextSize.lines(of: "", within: 100) == [""])
    #expect(TextSize.lines(of: "Thái Nguyên", within: 1) == ["Thái", "Nguyên"])
  }

  @Test func aLetterIsAsWideHoweverItIsEncoded() {
    #expect(TextSize.width("ệ") == TextSize.width("e\u{323}\u{302}"))
    #expect(TextSize.width("") == 0)
  }
}
