import Reports
import Testing

/// A caller's mistake traps; none becomes a drawing that misleads.
@Suite struct ChartMistakeTests {
  @Test func figuresThatAreNotFiniteAreRefused() async {
    await #expect(processExitsWith: .failure) {
      _ = IntervalChart.Row(label: "a", value: .nan, interval: 0...1)
    }
    await #expect(processExitsWith: .failure) {
      _ = IntervalChart.Row(label: "a", value: 1, interval: 0 ... .infinity)
    }
    await #expect(processExitsWith: .failure) {
      _ = WaterfallChart.Part(label: "a", change: -.infinity)
    }
    await #expect(processExitsWith: .failure) {
      _ = LadderChart.Rung(label: "a", score: .nan)
    }
    await #expect(processExitsWith: .failure) {
      _ = FanChart.Future(year: 2020, quantiles: [1, .nan, 3])
    }
    await #expect(processExitsWith: .failure) {
      _ = TileMap.Tile(name: "a", label: "a", column: 0, row: 0, value: .nan)
    }
    await #expect(processExitsWith: .failure) {
      _ = Element("circle", ["cx": Double.nan])
    }
  }

  @Test func whatDoesNotFitTogetherIsRefused() async {
    await #expect(processExitsWith: .failure) {
      _ = FanChart.Future(year: 2020, quantiles: [1, 2])
    }
    await #expect(processExitsWith: .failure) {
      _ = FanChart.Future(year: 2020, quantiles: [3, 2, 1])
    }
    await #expect(processExitsWith: .failure) {
      _ = FanChart(
        text: SampleCharts.text("fan"), past: [.init(year: 2019, value: 1)],
        future: [.init(year: 2019, quantiles: [1])], axis: SampleCharts.axis(),
        words: SampleCharts.fan(past: 0, future: 0).words)
    }
    await #expect(processExitsWith: .failure) {
      _ = ChartTable(columns: ["a", "b"], rows: [["1"]])
    }
    await #expect(processExitsWith: .failure) {
      _ = ChartText(id: "Đắk Nông", caption: "", description: "", words: SampleCharts.words)
    }
  }
}
