import ArgumentParsing
import Indices
import Panels
import Tables

/// Why the score and the rank of a province moved, or are not another's.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain why the score and the rank of a province moved, as parts that add up.",
    discussion: """
      From one year to another, the parts are: each of the province's own indicators;
      the rivals, that is the values of all other provinces; the ranges, which widen
      with new extremes; the rule, that is weights and the set of indicators; and, for
      years whose rule is approximate, what it leaves unexplained. Each part is what
      the change adds on average over every order in which the changes could have come
      (Shapley's rule). They add up to the whole, exactly.

      With --against, the parts of the gap to another province of the year, or to a
      province that has the median of every indicator. With --subindex pci the parts
      are sub-indices, and the total is explained.

      In the readable table places are places gained. In CSV and JSON rank_change is
      the change of the rank's number: negative is better.

      EXAMPLES:
        minhbach explain "Đắk Nông" --from 2015 --to 2016
        minhbach explain "Đắk Nông" --from 2015 --to 2019 --yearly
        minhbach explain "Đắk Nông" --against "Đắk Lắk" --year 2017
        minhbach explain kontum --against median --format csv --output kontum.csv
      """)

  @Argument(help: "The province, in any spelling.")
  var province: String

  @Option(help: ArgumentHelp("The year to explain the change from.", valueName: "year"))
  var from: Int?

  @Option(help: ArgumentHelp("The year to explain the change to.", valueName: "year"))
  var to: Int?

  @Flag(help: "Explain each year between --from and --to by itself.")
  var yearly = false

  @Option(
    help: ArgumentHelp(
      "Another province, or 'median', to be compared with in one year.", valueName: "other"))
  var against: String?

  @Option(help: "The year of the comparison with --against. Default: the latest.")
  var year: Int?

  @OptionGroup var index: IndexOptions
  @OptionGroup var sampling: SamplingOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions
  var streams = StandardStreams()

  func validate() throws {
    if against != nil {
      guard from == nil, to == nil, !yearly else {
        throw ValidationError("--against compares in one year: give --year, not --from and --to.")
      }
    } else {
      guard let from, let to else {
        throw ValidationError("Give --from and --to, or --against and --year.")
      }
      guard year == nil else { throw ValidationError("--year is for --against.") }
      guard from < to else {
        throw ValidationError("The year \(to) of --to must come after \(from) of --from.")
      }
    }
  }

  func run() throws {
    let data = try data.load(index.selection)
    let province = try data.gazetteer.province(named: province)
    let names = Names(words: try output.words(), panel: data.panel)
    if let against {
      try compare(province, with: against, data, names)
    } else if let from, let to {
      try explain(province, from, to, data, names)
    }
  }

  private func explain(
    _ province: Province, _ from: Int, _ to: Int, _ data: LoadedData, _ names: Names
  ) throws {
    let years = yearly ? Array(from...to) : [from, to]
    let rules = try years.map {
      try data.rule(data.year($0, of: index.subindex), of: index.subindex)
    }
    let changes = try RankChange.chain(of: province, panel: data.panel, through: rules)
    guard let first = changes.first?.whole, let last = changes.last?.whole.to else { return }
    let sampled = try SampledChange(
      of: province, in: rules.map(\.year), sampling, data, self.data, index.subindex)
    try output.write(
      data.answer(
        table: changes.table(sampled), display: changes.display(names, sampled),
        settings: [
          ("command", .text("explain")), ("subindex", .text(index.subindex)),
          ("province", .text(province.nameVi)), ("from", Cell(from)), ("to", Cell(to)),
          ("yearly", .boolean(yearly)), ("score_from", .number(first.from.score)),
          ("score_to", .number(last.score)), ("rank_from", Cell(first.from.rank)),
          ("rank_to", Cell(last.rank)),
        ]
      ).drawing(
        TableSheet.Chart(
          .bar, title: names.words("What the province's own indicators changed in the score"),
          category: "indicator", values: ["score_change"], labels: [names.words("score change")],
          rows: first.parts.prefix { $0.cause.indicator != nil }.count)), to: streams)
  }

  private func compare(
    _ province: Province, with against: String, _ data: LoadedData, _ names: Names
  ) throws {
    let year = try data.year(year, of: index.subindex)
    let other: RankGap.Other =
      against == "median" ? .median : .province(try data.gazetteer.province(named: against))
    guard other != .province(province) else {
      throw ValidationError("--against must name another province than \(province.nameVi).")
    }
    let sampled = try sampling.ranks(data, self.data, year, of: index.subindex)
    let gap = try RankGap(
      of: province, against: other, panel: data.panel, rule: data.rule(year, of: index.subindex))
    try output.write(
      data.answer(
        table: gap.table(sampled), display: gap.display(names, sampled),
        settings: [
          ("command", .text("explain")), ("subindex", .text(index.subindex)),
          ("province", .text(province.nameVi)), ("against", .text(other.name)),
          ("year", Cell(year)),
          ("score_from", .number(gap.gap.from.score)), ("score_to", .number(gap.gap.to.score)),
          ("rank_from", Cell(gap.gap.from.rank)), ("rank_to", Cell(gap.gap.to.rank)),
        ]
      ).drawing(
        TableSheet.Chart(
          .bar, title: names.words("What taking over the other's values changes in the score"),
          category: "indicator", values: ["score_change"], labels: [names.words("score change")],
          rows: gap.gap.parts.prefix { $0.cause.indicator != nil }.count)), to: streams)
  }
}
