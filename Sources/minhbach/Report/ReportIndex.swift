import Indices
import Panels
import Reports
import Scenarios
import Statistics
import Tables

/// The page that lists the reports on all provinces.
struct ReportIndex {
  /// One of them.
  struct Entry {
    let province: Province
    let file: String
    let score: Double
    let rank: Int
    let goal: Phrase?
    let chance: Double?
    let unplanned: Double?

    init(_ report: ProvinceReport, file: String) {
      province = report.province
      self.file = file
      score = report.standing.score
      rank = report.standing.rank
      goal = report.plan?.target.goal.phrase
      chance = report.plan?.chance?.probability
      unplanned = report.plan?.odds?.unplanned.probability
    }
  }

  let shared: ReportYear
  /// The reports, in the order of ranks.
  let entries: [Entry]

  /// The page.
  var page: Page {
    let words = shared.words
    return Page(
      language: words.language.rawValue,
      title: words("Transparency of \(entries.count) provinces in \(shared.year)"),
      sections: [
        Section(
          id: "provinces", heading: words("All provinces"),
          blocks: [
            .table(
              DataTable(
                id: "provinces-table",
                caption: words(
                  "Each province with its rank, the ranks that are likely, and its plan by \(shared.finalYear)"
                ),
                columns: columns, rows: rows, isSortable: true,
                search: DataTable.Search(
                  label: words("Search"),
                  // The page fills in how many rows are left.
                  count: words("\("{shown}") of \("{all}") shown"))))
          ])
      ],
      footer: [.note(Prose(words("The chances are told on each page, with what they rest on.")))],
      words: Page.Words(skip: words("To the table"), contents: words("Contents")))
  }

  private var columns: [DataTable.Column] {
    let words = shared.words
    return [
      .init(words("province")), .init(words("region")), .init(words("rank"), isNumeric: true),
      .init(words("likely ranks")), .init(words("score"), isNumeric: true),
      .init(words("goal")), .init(words("chance"), isNumeric: true),
      .init(words("without the plan"), isNumeric: true),
    ]
  }

  private var rows: [DataTable.Row] {
    let (words, names) = (shared.words, shared.names)
    let (two, share) = (words.decimals(2), words.chance(decimals: 0))
    return entries.map { entry in
      let likely = shared.likely[entry.province.key]
      return DataTable.Row([
        .init(names.province(entry.province), address: entry.file),
        .init(entry.province.region.map(names.region) ?? "–"),
        .init("\(entry.rank)", order: Double(entry.rank)),
        .init(
          likely.map { "\($0.lowerBound)–\($0.upperBound)" } ?? "–",
          order: likely.map { Double($0.lowerBound) }),
        .init(two.string(entry.score), order: entry.score),
        .init(entry.goal.map { words($0) } ?? "–"),
        .init(entry.chance.map { share.string($0) } ?? "–", order: entry.chance),
        .init(entry.unplanned.map { share.string($0) } ?? "–", order: entry.unplanned),
      ])
    }
  }
}
