import Indices
import Panels
import Reports
import Scenarios
import Statistics
import Tables

extension ProvinceReport {
  /// Why the rank moved since the year before; nil where that cannot be told.
  ///
  /// - Throws: what is wrong with the figures.
  func changeSection() throws -> Section? {
    guard let change, let sampledChange else { return nil }
    let (from, to) = (change.years.before.year, change.years.after.year)
    var table = try change.display(names, sampledChange)
    table.notes = []
    let hasMoved = change.whole.partsBySize.contains(where: Self.isShown)
    return Section(
      id: "change", heading: words("Why the rank moved since \(from)"),
      blocks: [
        .lead(Prose(words(change.whole.leadingNote(names)))),
        hasMoved ? .chart(waterfall(of: change)) : nil,
        .table(
          DataTable(
            id: "change-table", caption: words("What changed, the largest part first"), table)),
      ].compactMap(\.self)
        + (try sampledChange.notes(from: from, to: to)).map { .note(Prose(words($0))) })
  }

  /// Whether a part is large enough to be drawn: a twentieth of a place.
  private static func isShown(_ part: Decomposition.Part) -> Bool { abs(part.places) >= 0.05 }

  private func waterfall(of change: RankChange) -> WaterfallChart {
    let (from, to) = (change.years.before.year, change.years.after.year)
    return WaterfallChart(
      text: text(
        "change-chart",
        Phrase(
          "From rank \(change.whole.from.rank) in \(from) to rank \(change.whole.to.rank) in \(to)"),
        Phrase(
          """
          One bar for each part of the change, in places: each indicator of the province, what the other \
          provinces did, and what became of ranges and rule. Up is better.
          """)), start: Double(change.whole.from.rank),
      parts: change.whole.partsBySize.filter(Self.isShown).map { part in
        WaterfallChart.Part(label: part.cause.title(names, rule: to), change: -part.places)
      }, isLowerBetter: true,
      axis: ChartAxis(label: words("rank"), isReversed: true, format: whole),
      formatChange: { [places = signed(1)] in places(-$0) },
      words: WaterfallChart.Words(
        start: words("Rank in \(from)"), end: words("Rank in \(to)"), better: words("better"),
        worse: words("worse"), label: words("what changed"), change: words("places"),
        level: words("rank")))
  }
}
