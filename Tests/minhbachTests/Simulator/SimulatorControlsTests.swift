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

/// What the page does when it is used.
@Suite(.enabled(if: Chromium.path != nil, "no chromium on PATH: the page is not used"))
struct SimulatorControlsTests {
  /// What the page shows at some moment.
  private struct Shown: Decodable {
    let score: String
    let rank: String
    let moved: String
    let next: String
    let median: String
    let fields: [String]
    let spoken: [String]
    let complaints: [String]
    let passed: [Bool]
    let marks: [String]
    let plans: [Bool]
    let link: String
    let isHidden: [Bool]
  }

  /// Plays steps, each of which names a control and what it gets, and writes down what is shown after each.
  private static let player = InlineCode(
    """
    (async () => {
      const root = document.getElementById("simulator");
      const part = (name) => root.querySelector(`[data-part="${name}"]`);
      const all = (name) => [...root.querySelectorAll(`[data-part="${name}"]`)];
      const texts = (name) => all(name).map((one) => one.textContent);
      const shown = () => ({
        score: part("score").textContent, rank: part("rank").textContent,
        moved: part("rank-change").textContent, next: part("next").textContent,
        median: part("median-side").textContent, fields: all("field").map((one) => one.value),
        spoken: all("slider").map((one) => one.getAttribute("aria-valuetext")),
        complaints: texts("complaint"), passed: all("passed").map((one) => one.getClientRects().length > 0),
        marks: texts("marks"), plans: all("plan-mark").map((one) => one.getClientRects().length > 0),
        link: part("link").value,
        isHidden: [root, document.getElementById("simulator-without"), part("link-box")].map((one) => one.hidden),
      });
      const use = (control, value, happening) => {
        control.value = value;
        control.dispatchEvent(new Event(happening, {bubbles: true}));
      };
      // The clipboard of a file is not the test's to fill.
      navigator.clipboard.writeText = () => Promise.reject(new Error("closed"));
      const found = [shown()];
      const steps = JSON.parse(document.getElementById("settings").textContent);
      for (const [kind, at, value] of steps) {
        if (kind === 0) use(all("slider")[at], value, "input");
        if (kind === 1) { use(all("field")[at], String(value).replace(".", ","), "input"); }
        if (kind === 2) use(all("field")[at], all("field")[at].value, "change");
        if (kind === 3) [part("today"), part("plan"), part("reset"), part("copy")][at].click();
        if (kind === 4) all("row-reset")[at].click();
        if (kind === 5) location.hash = ["#plan", "#s=website_use:0.8"][at];
        await new Promise((done) => setTimeout(done, 20));
        found.push(shown());
      }
      document.getElementById("results").textContent = JSON.stringify(found);
    })();
    """)

  private static func shown(
    _ steps: [[Double]] = [], fragment: String = "", of data: SimulatorData? = nil
  ) throws -> [Shown] {
    try Chromium.results(
      of: SimulatorPage.html(
        SimulatorPage.simulator(data ?? SimulatorPage.data()), settings: steps, probe: player),
      fragment: fragment, as: [Shown].self)
  }

  private static func place(_ code: String) throws -> Double {
    Double(try #require(try Bundled.rule(SimulatorPage.year).indicators.firstIndex(of: code)))
  }

  @Test func movingASliderChangesScoreRankAndPlaces() throws {
    let data = try SimulatorPage.data()
    let use = try Self.place("website_use")
    let shown = try Self.shown([[0, use, 90], [4, use, 0], [0, use, 30]])
    var values = data.index.values
    values[Int(use)] = 0.9
    let rank = data.index.rank(at: values)
    #expect(
      shown[0].rank == "49/63" && shown[0].moved == "như hiện nay" && shown[0].score == "6,50")
    #expect(shown[1].rank == "\(rank)/63" && shown[1].moved == "tăng \(49 - rank) bậc")
    #expect(
      shown[1].score
        == NumberFormat.decimals(2).string(data.index.score(at: values)).replacing(".", with: ","))
    #expect(shown[1].fields[Int(use)] == "90,0" && shown[1].spoken[Int(use)] == "90,0%")
    #expect(shown[2].rank == "49/63" && shown[2].score == shown[0].score)
    #expect(shown[3].moved.hasPrefix("giảm ") && shown[3].median.hasPrefix("dưới trung vị"))
    #expect(shown.allSatisfy { $0.isHidden == [false, true, true] })
  }

  @Test func aTypedNumberIsTakenWithinItsBoundsAndElseComplainedOf() throws {
    let use = try Self.place("website_use")
    let shown = try Self.shown([[1, use, 81.5], [1, use, 101], [2, use, 0]])
    #expect(shown[1].spoken[Int(use)] == "81,5%" && shown[1].complaints[Int(use)] == "")
    #expect(shown[2].spoken[Int(use)] == "81,5%" && shown[2].rank == shown[1].rank)
    #expect(shown[2].complaints[Int(use)].hasPrefix("Nhập một số từ "))
    // It stays to be mended, and is not scored.
    #expect(shown[3].fields[Int(use)] == "101" && shown[3].complaints == shown[2].complaints)
    #expect(shown[3].score == shown[1].score)
  }

  @Test func buttonsSetTodayThePlanAndWhatThePageWasOpenedWith() throws {
    let data = try SimulatorPage.data()
    let use = try Self.place("website_use")
    let shown = try Self.shown(
      [[3, 1, 0], [3, 0, 0], [3, 2, 0]], fragment: "#s=website_use:0.8125")
    let plan = zip(data.rule.indicators, data.index.values).map { SimulatorPage.plan[$0] ?? $1 }
    #expect(shown[0].fields[Int(use)] == "81,3")
    #expect(shown[1].rank == "\(data.index.rank(at: plan))/63")
    #expect(shown[1].fields[Int(use)] == "90,0")
    #expect(shown[2].rank == "49/63")
    #expect(shown[3].rank == shown[0].rank && shown[3].fields == shown[0].fields)
  }

  @Test func aFigureBeyondTheRangeSaysThatItIsWidened() throws {
    let use = try Self.place("website_use")
    let shown = try Self.shown([[1, use, 97]])
    #expect(shown[0].passed.allSatisfy { !$0 })
    #expect(shown[1].passed.indices.filter { shown[1].passed[$0] } == [Int(use)])
  }

  @Test func aLinkRestoresTheSettingAndNothingElse() throws {
    let (use, score) = (Int(try Self.place("website_use")), Int(try Self.place("website_score")))
    let sent = try Self.shown([[0, Double(use), 88.8], [0, Double(score), 41.25], [3, 3, 0]])
    let link = sent[3].link
    #expect(link.hasSuffix("#s=website_score:41.25,website_use:0.888"))
    #expect(link.hasPrefix("file:///") && !sent[3].isHidden[2])
    let fragment = String(link[try #require(link.firstIndex(of: "#"))...])
    let restored = try #require(try Self.shown(fragment: fragment).first)
    #expect(restored.fields == sent[2].fields && restored.rank == sent[2].rank)
    #expect(restored.score == sent[2].score && restored.passed == sent[2].passed)
  }

  @Test func aFragmentThatIsNoScenarioIsPassedOver() throws {
    let today = try SimulatorPage.data().index.values
    let found = try Chromium.results(
      of: SimulatorPage.html(
        SimulatorPage.simulator(SimulatorPage.data()),
        probe: InlineCode(
          """
          const fragments = ["#plan", "", "#", "#t=website_use:0.9", "#s=", "#s=website_use:1.01",
            "#s=website_use:NaN", "#s=website_use:Infinity", "#s=website_use:0x1", "#s=website_use:1e999",
            "#s=website_use: 0.9", "#s=website_use:", "#s=website_use", "#s=website_use:0.9:0.9",
            "#s=no_such:0.9", "#s=__proto__:1,constructor:1,0:1", "#s=%E0%A4%A:0.9", "#s=,,:,%00:1",
            "#s=website_use:<script>", "#s=website_use:.9", "#s=website_use:0.85,website_use:0.86",
            "#s=no_such:1,website%5Fuse:8.5e-1"];
          const known = JSON.parse(document.getElementById("simulator-data").textContent);
          document.getElementById("results").textContent = JSON.stringify(
            fragments.map((fragment) => simulatorLink.read(known, fragment)));
          """)), as: [[Double]?].self)
    #expect(found.count == 22)
    #expect(found.prefix(4).allSatisfy { $0 == nil })
    #expect(found[4..<20].allSatisfy { $0 == today })
    // The first of two, and codes as browsers write them.
    #expect(found.suffix(2).allSatisfy { $0 == today.dropLast() + [0.85] })
  }

  @Test func marksTellTodayAndThePlanWhereItAsksForAnythingElse() throws {
    let shown = try #require(try Self.shown(fragment: "#plan").first)
    let planned = try Bundled.rule(SimulatorPage.year).indicators.map {
      SimulatorPage.plan[$0] != nil
    }
    #expect(shown.plans == planned)
    #expect(shown.marks.last == "▲ hiện nay 80,5% ◆ kế hoạch 90,0%")
    #expect(shown.marks.first == "▲ hiện nay 2,64")
    #expect(shown.rank == "49/63" && shown.moved == "như hiện nay")
  }

  @Test func aPlaceOfThePageLeavesTheSettingAloneAndALinkChangesIt() throws {
    let use = try Self.place("website_use")
    let shown = try Self.shown([[0, use, 90], [5, 0, 0], [5, 1, 0]])
    #expect(shown[2].rank == shown[1].rank && shown[2].fields == shown[1].fields)
    #expect(shown[3].fields[Int(use)] == "80,0")
  }

  @Test func withoutAPlanThereIsNoButtonForOne() throws {
    let html = try SimulatorPage.html(
      SimulatorPage.simulator(SimulatorPage.data(plan: [:])), isVietnamese: false)
    #expect(!html.contains("data-part=\"plan\"") && html.contains("data-part=\"today\""))
    #expect(try Self.shown(of: SimulatorPage.data(plan: [:])).first?.rank == "49/63")
  }

  @Test func aHostileNameStaysText() throws {
    let hostile = "</script><img src=x onerror=\"document.title='bad'\">'\"&amp;{1}"
    let simulator = SimulatorPage.simulator(
      try SimulatorPage.data(), texts: SimulatorWords.texts(name: { _ in hostile }))
    struct Names: Decodable {
      let title: String
      let labels: [String]
      let images: Int
    }
    let names = try Chromium.results(
      of: SimulatorPage.html(
        simulator,
        probe: InlineCode(
          """
          document.getElementById("results").textContent = JSON.stringify({
            title: document.title, images: document.images.length,
            labels: [...document.querySelectorAll(".simulator-name label")].map((one) => one.textContent),
          });
          """)), as: Names.self)
    #expect(names.title == "Đắk Nông 2019" && names.images == 0)
    #expect(names.labels == [String](repeating: hostile, count: 12))
  }
}
