import Foundation
import Indices
import Panels
import Reports
import Scenarios
import Sensitivity
import TestSupport

@testable import minhbach

/// A page with the sliders of Đắk Nông in 2019, and a probe that writes down what the page says.
struct SimulatorPage {
  static let year = 2019
  static let plan = ["website_use": 0.9, "website_score": 40, "tax_negotiation": 0.5]

  static func data(
    ranges: RankedIndex.Ranges = .moving, reach: SimulatorData.Reach = .possible,
    plan: [String: Double] = plan, panel: Panel? = nil
  ) throws -> SimulatorData {
    try SimulatorData(
      of: Bundled.gazetteer().province(named: "Đắk Nông"), by: Bundled.rule(year),
      in: panel ?? Bundled.panel(), plan: plan, ranges: ranges, reach: reach)
  }

  static func simulator(
    _ data: SimulatorData, texts: SimulatorData.Texts = SimulatorWords.texts()
  ) -> Simulator {
    data.simulator(texts, years: 2020...2025, fileName: "dak-nong-2019.csv")
  }

  /// The page as a file.
  ///
  /// - Parameters:
  ///   - simulator: the simulator.
  ///   - settings: what the probe works with.
  ///   - probe: a script that leaves its results in the element `results`.
  ///   - isVietnamese: whether it is in Vietnamese.
  /// - Returns: HTML.
  /// - Throws: never, with finite settings.
  static func html(
    _ simulator: Simulator, settings: [[Double]] = [], probe: InlineCode? = nil,
    isVietnamese: Bool = true
  ) throws -> String {
    let json = String(decoding: try JSONEncoder().encode(settings), as: UTF8.self)
    return Page(
      language: isVietnamese ? "vi" : "en", title: "Đắk Nông 2019",
      sections: [
        Section(
          id: "simulator-section", heading: isVietnamese ? "Thử xem" : "Try it",
          blocks: simulator.blocks),
        Section(
          id: "plan", heading: isVietnamese ? "Kế hoạch" : "The plan",
          blocks: [.element(Element("pre", ["id": "results"]))]),
      ],
      words: Page.Words(skip: "Đến nội dung", contents: "Nội dung"),
      payloads: [simulator.payload, .init(id: "settings", Payload(json: json))],
      styles: Simulator.styles,
      scripts: Simulator.scripts + [probe].compactMap(\.self)
    ).html
  }
}
