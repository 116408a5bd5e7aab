import ArgumentParsing
import Indices
import Panels
import Tables

/// A province's own past, by a score of one definition.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Compare a province with its own past, by one definition across changes of method.",
    discussion: """
      Published scores compare only between years of one rule. This score, ours and not
      the publisher's, is made of the indicators that all the years share, with the
      last year's weights and one range each over all the years (or the fixed scale). Without --from and
      --to the years are the longest run whose shared indicators carry at least six
      tenths of the last year's weight; --runs lists the runs there are.

      EXAMPLES:
        minhbach history "Đắk Nông"
        minhbach history "Kon Tum" --from 2010 --to 2019
        minhbach history --runs
        minhbach history --format csv > all.csv
      """)

  @Argument(help: "The province, in any spelling. Default: all.")
  var province: String?

  @Option(help: "The first year.")
  var from: Int?

  @Option(help: "The last year.")
  var to: Int?

  @Flag(help: "List the runs of years that share indicators.")
  var runs = false

  @Option(help: "The sub-index.")
  var subindex = DataOptions.subindex

  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions
  var streams = StandardStreams()

  func validate() throws {
    if subindex == Codebook.wholeIndex {
      throw ValidationError(
        "Sub-indices changed with every rule: a history is of the indicators of one sub-index.")
    }
    if let from, let to, from > to {
      throw ValidationError("--from \(from) comes after --to \(to).")
    }
    guard (from == nil) == (to == nil) else {
      throw ValidationError("--from and --to go together.")
    }
    if runs, province != nil || from != nil {
      throw ValidationError("--runs lists all runs: leave out the province and the years.")
    }
  }

  func run() throws {
    let data = try data.load(.subindex(subindex))
    let names = Names(words: try output.words(), panel: data.panel)
    if runs { return try list(data, names) }
    let years: ClosedRange<Int>? =
      if let from, let to { from...to } else { nil }
    for year in [from, to].compactMap(\.self) { try data.panel.requireYear(year) }
    let score = try ConstantScore(
      of: data.panel, subindex: subindex, years: years,
      rules: data.rules(of: subindex))
    let province = try province.map(data.gazetteer.province(named:))
    if let province, !score.rows.contains(where: { $0.province.key == province.key }) {
      throw IndexError.notRanked(province: province.nameVi, year: score.run.years.upperBound)
    }
    try output.write(
      data.answer(
        table: score.table(of: province, name: names.province),
        display: score.display(of: province, names),
        settings: [
          ("command", .text("history")), ("subindex", .text(subindex)),
          ("from", Cell(score.run.years.lowerBound)), ("to", Cell(score.run.years.upperBound)),
        ]
      ).drawing(
        province.map {
          TableSheet.Chart(
            .line, title: names.words("Scores of \(names.province($0)) through the years"),
            category: "year", values: ["constant_score", "published_score"],
            labels: [names.words("by one definition"), names.words("as published")])
        }), to: streams)
  }

  private func list(_ data: LoadedData, _ names: Names) throws {
    let runs = data.panel.sharedRuns(of: subindex)
    let table = Table(
      title: "runs", columns: ["first_year", "last_year", "indicators", "shared"],
      rows: runs.map { run in
        [
          Cell(run.years.lowerBound), Cell(run.years.upperBound), Cell(run.indicators.count),
          .text(run.indicators.joined(separator: ";")),
        ]
      })
    let display = Table(
      title: "Runs of years that share indicators of \(subindex)",
      columns: ["years", "indicators", "shared"],
      rows: runs.map { run in
        [
          .text("\(run.years.lowerBound)–\(run.years.upperBound)"), Cell(run.indicators.count),
          .text(run.indicators.map(names.indicator).joined(separator: "; ")),
        ]
      })
    try output.write(
      data.answer(table: table, display: display, settings: [("command", .text("history"))]),
      to: streams)
  }
}
