import Reports
import Testing

/// Where things stand.
///
/// Coordinates have two decimals, so that places agree to a hundredth.
@Suite struct ChartGeometryTests {
  private func drawings(_ chart: any Chart) throws -> [ParsedElement] {
    try parsed(chart.figure.markup).all("svg")
  }

  private func near(_ one: Double, _ other: Double) -> Bool { abs(one - other) <= 0.011 }

  /// The places of the lines of an axis, by what is written at them.
  private func ticks(_ drawing: ParsedElement, isVertical: Bool = false) -> [String: Double] {
    let key = isVertical ? "y" : "x"
    let lines = drawing.all("line").filter { $0.has("grid") }.map { $0.number(key + "1") }
    let texts = drawing.all("text").filter { $0.has("quiet") }
    var ticks: [String: Double] = [:]
    for text in texts where Double(text.text) != nil {
      // The middle of the letters is 4.2 above the line they stand on.
      let place = isVertical ? text.number("y") - 4.2 : text.number("x")
      if let line = lines.first(where: { near($0, place) }) { ticks[text.text] = line }
    }
    return ticks
  }

  @Test func aFigureAtTheEndOfTheAxisStandsAtItsEnd() throws {
    for drawing in try drawings(SampleCharts.intervals(63)) {
      let circles = drawing.all("circle").filter { $0.has("other") }.map { $0.number("cx") }
      let first = try #require(ticks(drawing)["1"])
      let touch = try #require(drawing.all("rect").first { $0.has("touch") })
      // The first circle is that of the legend.
      #expect(near(circles[1], first))
      #expect(near(circles[1], touch.number("x")))
      let last = try #require(circles.last)
      #expect(near(last, touch.number("x") + touch.number("width")))
    }
  }

  @Test func anAxisHoldsWhatLiesBeyondItsBounds() throws {
    for drawing in try drawings(SampleCharts.intervals(63, axis: SampleCharts.axis(20...40))) {
      let touch = try #require(drawing.all("rect").first { $0.has("touch") })
      let right = touch.number("x") + touch.number("width")
      let places = drawing.all("circle").dropFirst().map { $0.number("cx") }
      #expect(places.allSatisfy { $0 >= touch.number("x") - 0.011 && $0 <= right + 0.011 })
      #expect(places.last.map { near($0, right) } == true)
    }
  }

  @Test func aReversedAxisRunsTheOtherWay() throws {
    let (there, back) = (
      try drawings(SampleCharts.intervals(5)),
      try drawings(SampleCharts.intervals(5, axis: SampleCharts.axis(1...63, isReversed: true)))
    )
    #expect(there.count == 2 && back.count == 2)
    for (one, other) in zip(there, back) {
      let rising = one.all("circle").dropFirst().map { $0.number("cx") }
      let falling = other.all("circle").dropFirst().map { $0.number("cx") }
      #expect(rising.count == 4 && falling.count == 4)
      #expect(rising == rising.sorted() && falling == falling.sorted(by: >))
    }
  }

  @Test func theFirstRankIsOnTop() throws {
    for drawing in try drawings(SampleCharts.fan(past: 4, future: 3)) {
      let ticks = ticks(drawing, isVertical: true)
      let (first, last) = (try #require(ticks["1"]), try #require(ticks["60"]))
      #expect(first < last)
      // The goal is the first rank.
      let goal = try #require(drawing.all("line").first { $0.has("target-line") })
      #expect(near(goal.number("y1"), first))
    }
  }

  @Test func noLineGoesOverABreak() throws {
    for (breaks, count) in [([], 1), ([2017], 2), ([2016, 2017], 1), ([2016, 2017, 2018], 0)] {
      for drawing in try drawings(SampleCharts.fan(past: 4, future: 0, breaks: breaks)) {
        // A year alone has a point and no line.
        #expect(drawing.all("polyline").filter { $0.has("own-line") }.count == count)
        #expect(
          drawing.all("line").count { $0.has("break") } - (breaks.isEmpty ? 0 : 1) == breaks.count)
      }
    }
  }

  @Test func theFanGoesOutFromTheLastYearUnlessItDoesNotCompare() throws {
    for (breaks, corners) in [([Int](), 8), ([2019], 6)] {
      for drawing in try drawings(SampleCharts.fan(past: 4, future: 3, breaks: breaks)) {
        let bands = drawing.all("polygon").filter { $0.has("band") }
        #expect(bands.count == 2)
        for band in bands {
          #expect((band.attributes["points"] ?? "").split(separator: " ").count == corners)
        }
      }
    }
  }

  @Test(arguments: 0..<20)
  func partsOfAChangeMeet(seed: Int) throws {
    let changes = (0..<(seed % 7 + 1)).map { Double(($0 * 37 + seed * 101) % 41 - 20) + 0.5 }
    for isLowerBetter in [false, true] {
      let chart = SampleCharts.waterfall(changes, isLowerBetter: isLowerBetter)
      // Halves add up without rounding.
      #expect(chart.levels.last == 50 + changes.reduce(0, +))
      for drawing in try drawings(chart) {
        let marks = drawing.all("g").filter { $0.has("mark") }
        let bars = marks.flatMap { $0.all("rect") }.filter { $0.has("gain") || $0.has("loss") }
        let joins = drawing.all("line").filter { $0.has("join") }.map { $0.number("x1") }
        #expect(bars.count == changes.count && joins.count == changes.count + 1)
        for (index, bar) in bars.enumerated() {
          let ends = [bar.number("x"), bar.number("x") + bar.number("width")]
          let rises = changes[index] > 0
          // Both ends are rounded, and so is the width.
          #expect(abs(ends[rises ? 0 : 1] - joins[index]) <= 0.021)
          #expect(abs(ends[rises ? 1 : 0] - joins[index + 1]) <= 0.021)
          #expect(bar.has("gain") == (rises != isLowerBetter))
        }
      }
    }
  }

  @Test func barsBeginAtZeroOnEitherSide() throws {
    for drawing in try drawings(SampleCharts.bars([10, 4, -3])) {
      let zero = try #require(drawing.all("line").first { $0.has("zero") }).number("x1")
      let marks = drawing.all("g").filter { $0.has("mark") }
      let bars = marks.flatMap { $0.all("rect") }.filter { $0.has("bar") }
      #expect(near(bars[0].number("x"), zero) && near(bars[1].number("x"), zero))
      // Place, width and line are rounded to hundredths, each by half of one at most.
      #expect(abs(bars[2].number("x") + bars[2].number("width") - zero) <= 0.021)
      let written = try #require(ticks(drawing)["0"])
      #expect(near(zero, written))
    }
  }

  @Test func aFigureBeyondItsScaleStandsAtItsEnd() throws {
    let format: @Sendable (Double) -> String = { "\(Int($0))" }
    // Lower is better: nine days are the worst, one the best.
    let chart = ProfileChart(
      text: SampleCharts.text("profile"),
      rows: [
        .init(
          label: "Số ngày", own: 12, median: 5, best: 1, worstOfScale: 9, bestOfScale: 1,
          format: format)
      ],
      words: SampleCharts.profile(0).words)
    for drawing in try drawings(chart) {
      let mark = try #require(drawing.all("g").first { $0.has("mark") })
      let line = try #require(mark.all("line").first { $0.has("own-line") })
      let scale = try #require(drawing.all("line").first { $0.has("grid") })
      #expect(near(line.number("x1"), scale.number("x1")))
      #expect(near(line.number("x2"), (scale.number("x1") + scale.number("x2")) / 2))
    }
  }

  @Test func distancesAreFromOnesOwnPlace() throws {
    let chart = SampleCharts.ladder(5)
    #expect(chart.table.rows.map { $0[2] } == ["+4", "+2", "–", "−2", "−4"])
    for drawing in try drawings(chart) {
      let own = try #require(drawing.all("line").first { $0.has("median") }).number("x1")
      let places = drawing.all("circle").map { $0.number("cx") }
      #expect(places.count == 4 && places[1] > own && places[2] < own)
      // Places are rounded to hundredths: the line's counts twice.
      #expect(abs(places[1] - own - (own - places[2])) <= 0.021)
    }
  }
}
