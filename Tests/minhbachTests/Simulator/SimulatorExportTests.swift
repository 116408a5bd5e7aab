import Foundation
import Indices
import Panels
import Reports
import Scenarios
import Sensitivity
import Tables
import TestSupport
import Testing

@testable import minhbach

/// The scenario that the page saves.
@Suite(.enabled(if: Chromium.path != nil, "no chromium on PATH: nothing is saved"))
struct SimulatorExportTests {
  private struct Saved: Decodable {
    let name: String
    let bytes: [UInt8]
    let message: String
    let isDisabledToday: Bool
  }

  /// Sets sliders, saves, and keeps what would go to the disk.
  private static let probe = InlineCode(
    """
    (async () => {
      const root = document.getElementById("simulator");
      const part = (name) => root.querySelector(`[data-part="${name}"]`);
      const isDisabledToday = part("export").disabled;
      const [kind, ...values] = JSON.parse(document.getElementById("settings").textContent)[0];
      root.querySelectorAll("[data-part=slider]").forEach((slider, at) => {
        if (values[at] === -1) return;
        slider.value = values[at];
        slider.dispatchEvent(new Event("input"));
      });
      let blob, name;
      URL.createObjectURL = (made) => { blob = made; return "#made"; };
      HTMLAnchorElement.prototype.click = function () { name = this.download; };
      part("year").value = "2021";
      part("kind").selectedIndex = kind;
      part("export").click();
      const bytes = [...new Uint8Array(await blob.arrayBuffer())];
      document.getElementById("results").textContent = JSON.stringify(
        {name, bytes, isDisabledToday, message: part("message").textContent});
    })();
    """)

  /// Website use and days for the better, predictability for the worse; −1 stays.
  private static func saved(kind: Double, province: String? = nil) throws -> Saved {
    let data = try SimulatorPage.data()
    let sliders: [String: Double] = [
      "website_use": 90, "information_days": 2.5, "predictability": 5.1, "planning_documents": 3.01,
    ]
    let settings = [[kind] + data.rule.indicators.map { sliders[$0] ?? -1 }]
    return try Chromium.results(
      of: SimulatorPage.html(SimulatorPage.simulator(data), settings: settings, probe: probe),
      as: Saved.self)
  }

  private static func scenario(_ saved: Saved) throws -> [Scenario.Entry] {
    let table = try CSVReader().table(bytes: saved.bytes, file: saved.name)
    #expect(try Scenario.rule(of: table, among: [2018, 2019]) == 2019)
    return try Scenario(
      reading: table, rule: Bundled.rule(2019), panel: Bundled.panel(),
      gazetteer: Bundled.gazetteer(), codebook: Bundled.codebook()
    ).entries
  }

  private static func entry(
    _ code: String, _ value: Double, _ kind: Scenario.Kind
  ) -> Scenario.Entry {
    Scenario.Entry(province: "daknong", indicator: code, year: 2021, value: value, kind: kind)
  }

  @Test func aSavedScenarioIsReadToTheVeryFigures() throws {
    let saved = try Self.saved(kind: 1)
    #expect(saved.name == "dak-nong-2019.csv" && saved.isDisabledToday)
    #expect(saved.message == "Đã tải dak-nong-2019.csv; chạy: minhbach simulate dak-nong-2019.csv")
    #expect(saved.bytes.prefix(3) == [0xEF, 0xBB, 0xBF])
    #expect(
      try Self.scenario(saved) == [
        Self.entry("planning_documents", 3.01, .exactly),
        Self.entry("information_days", 2.5, .exactly),
        Self.entry("predictability", 0.051, .exactly),
        Self.entry("website_use", 0.9, .exactly),
      ])
  }

  @Test func aTargetIsReachedOrBetteredAndWhatGetsWorseIsWhatIf() throws {
    #expect(
      try Self.scenario(Self.saved(kind: 0)) == [
        Self.entry("planning_documents", 3.01, .atLeast),
        Self.entry("information_days", 2.5, .atLeast),
        Self.entry("predictability", 0.051, .exactly),
        Self.entry("website_use", 0.9, .atLeast),
      ])
  }

  @Test func whatComesOnTopIsTheChange() throws {
    let entries = try Self.scenario(Self.saved(kind: 2))
    let today = try SimulatorPage.data(plan: [:])
    for entry in entries {
      let position = try #require(today.rule.indicators.firstIndex(of: entry.indicator))
      let (own, name) = (today.index.values[position], entry.indicator)
      let isWorse = name == "predictability"
      #expect(entry.kind == (isWorse ? .exactly : .beyond))
      let set = ["website_use": 0.9, "information_days": 2.5, "predictability": 0.051]
      let change = (set[name] ?? 3.01) - own
      // JavaScript subtracts the same numbers in the same arithmetic.
      #expect(entry.value == (isWorse ? 0.051 : change), "\(name)")
    }
    #expect(entries.count == 4)
  }
}
