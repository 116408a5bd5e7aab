import Indices
import Panels
import Reports
import Scenarios
import Statistics
import Tables

extension ProvinceReport {
  /// Why the rank moved since the year before; nil where that cannot be told.
  var changeSection: Section? {
    guard let change else { return nil }
    let whole = change.whole
    return Section(
      id: "change", heading: words("Why the rank moved since \(change.years.before.year)"),
      blocks: [
        .lead(Prose(words(whole.leadingNote(names)))), .chart(waterfall(of: change)),
        .table(
          DataTable(
            id: "change-table", caption: words("What changed, the largest part first"),
            changeTable(of: change))),
      ] + changeNotes.map { .note(Prose(words($0))) })
  }

  private func changeTable(of change: RankChange) -> Table {
    guard let sampledChange, var table = try? change.display(names, sampledChange) else {
      return change.table()
    }
    table.notes = []
    return table
  }

  private var changeNotes: [Phrase] {
    guard let change, let sampledChange else { return [] }
    return
      (try? sampledChange.notes(from: change.years.before.year, to: change.years.after.year)) ?? []
  }

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
      parts: change.whole.partsBySize.filter { abs($0.places) >= 0.05 }.map { part in
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
