import Reports
import Testing

@Suite struct SimulatorTests {
  private static func indicator(
    _ code: String, label: String = "Tỉ lệ DN truy cập trang web", plan: Double? = nil,
    rivals: [Double] = [0.4, 0.9], isRising: Bool = true
  ) -> Simulator.Indicator {
    Simulator.Indicator(
      code: code, label: label,
      format: .init(decimals: 1, isPercentage: true, suffix: "%"), weight: 0.5, range: 0.2...0.95,
      scale: 1...10, isRising: isRising, today: 0.625, plan: plan, bounds: 0.3...1, step: 0.001,
      rivals: rivals)
  }

  private static func simulator(
    _ indicators: [Simulator.Indicator], text: String = "chữ"
  ) -> Simulator {
    Simulator(
      indicators: indicators, standing: .init(score: 5, rank: 2, median: 5), tolerance: 1e-6,
      isMoving: true,
      scenario: .init(province: text, rule: 2019, years: [2020, 2021], fileName: "scenario.csv"),
      caution: Prose(text),
      table: DataTable(
        id: "slopes", caption: text, columns: [.init(text)], rows: [.init([.init(text)])]),
      words: Simulator.Words { "\($0.rawValue) \(text)" }, decimalMark: ",")
  }

  private static func page(_ simulator: Simulator) -> Page {
    Page(
      language: "vi", title: "Đắk Nông",
      sections: [Section(id: "try", heading: "Thử", blocks: simulator.blocks)],
      words: .init(skip: "Đến nội dung", contents: "Nội dung"), payloads: [simulator.payload],
      styles: Simulator.styles, scripts: Simulator.scripts)
  }

  @Test func aPageWithSlidersIsWellFormed() throws {
    let html = try parsed(
      Self.page(Self.simulator([Self.indicator("a"), Self.indicator("b", plan: 0.9)])).html)
    let sliders = html.all("input").filter { $0.attributes["type"] == "range" }
    #expect(sliders.count == 2)
    // Each slider has a label, and every button and field a name.
    let labels = Set(html.all("label").compactMap { $0.attributes["for"] })
    #expect(sliders.allSatisfy { labels.contains($0.attributes["id"] ?? "") })
    for button in html.all("button") {
      #expect(!button.text.isEmpty && button.attributes["type"] == "button")
    }
    let ids = Set(html.all.compactMap { $0.attributes["id"] })
    for name in ["aria-labelledby", "aria-describedby"] {
      #expect(html.all.compactMap { $0.attributes[name] }.allSatisfy(ids.contains))
    }
  }

  @Test func aPageWithoutScriptShowsTheTableAndHidesTheSliders() throws {
    let html = try parsed(Self.page(Self.simulator([Self.indicator("a")])).html)
    let hidden = try #require(html.all.first { $0.attributes["id"] == "simulator" })
    #expect(hidden.attributes["hidden"] != nil && hidden.all("table").isEmpty)
    let instead = try #require(html.all.first { $0.attributes["id"] == "simulator-without" })
    #expect(instead.attributes["hidden"] == nil && instead.all("table").count == 1)
    #expect(instead.text.contains("needsScript chữ"))
  }

  @Test func noWordBecomesMarkup() throws {
    let hostile = "</script><script>alert(1)</script><img src=x onerror='a'>\"&amp;]]>"
    let plain = try parsed(Self.page(Self.simulator([Self.indicator("a")])).html)
    let attacked = try parsed(
      Self.page(Self.simulator([Self.indicator(hostile, label: hostile)], text: hostile)).html)
    #expect(plain.all.map(\.name) == attacked.all.map(\.name))
    #expect(attacked.all("label").first?.text == hostile)
  }

  @Test func aButtonForThePlanIsThereWithAPlanAlone() throws {
    func parts(_ plan: Double?) throws -> [String] {
      try parsed(Self.page(Self.simulator([Self.indicator("a", plan: plan)])).html)
        .all("button").compactMap { $0.attributes["data-part"] }
    }
    #expect(try parts(nil) == ["today", "reset", "row-reset", "copy", "export"])
    #expect(try parts(0.9) == ["today", "plan", "reset", "row-reset", "copy", "export"])
  }

  @Test func oneUnitWithoutRivalsIsASimulatorToo() throws {
    #expect(!Self.simulator([Self.indicator("a", rivals: [])]).hasPlan)
  }

  @Test func nothingIsRequested() throws {
    let html = try parsed(Self.page(Self.simulator([Self.indicator("a")])).html)
    #expect(html.all.allSatisfy { $0.attributes["src"] == nil })
    let code = html.all("script").map(\.text).joined() + html.all("style").map(\.text).joined()
    for request in ["fetch(", "XMLHttpRequest", "import(", "http", "url(", "eval(", "innerHTML"] {
      #expect(!code.contains(request), "\(request)")
    }
  }

  @Test func whatIsNoSimulatorIsRefused() async {
    await #expect(processExitsWith: .failure) {
      _ = Self.simulator([Self.indicator("a"), Self.indicator("a")])
    }
    await #expect(processExitsWith: .failure) {
      _ = Self.simulator([Self.indicator("a"), Self.indicator("b", rivals: [0.5])])
    }
    await #expect(processExitsWith: .failure) { _ = Self.indicator("a", plan: 1.01) }
    await #expect(processExitsWith: .failure) { _ = Simulator.Words { _ in "{4}" } }
  }
}
