import ArgumentParsing
import Indices
import MinhBachKit
import Panels
import Tables

/// How many firms stand behind each figure.
struct RespondentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "respondents",
    abstract: "Tell how many firms stand behind each figure of a year.",
    discussion: """
      A share is a plain fraction of the firms that answered: 0.2125 is 17 of 80, or 34
      of 160. From the fractions of all questions of all sub-indices together follow the
      firms of each province and those that answered each question, with what is
      between 'low' and 'high' with a probability of 0.95. Where the digits tell
      nothing, as of means from 1 to 5, the province's firms do ('total').

      One row per province of its firms in all questions ('all'), and one per
      indicator. The rows can be given back, as they are or with counts of your own in
      the column 'firms', by --respondents. Counts that are known ('counted') are set
      beside, and not used unless given.

      EXAMPLES:
        minhbach respondents --year 2011
        minhbach respondents "Đắk Nông" --year 2017
        minhbach respondents --year 2019 --indicator budget_detail,bidding --format csv
        minhbach respondents --year 2017 --all --output firms.csv
        minhbach respondents --year 2017 --respondents firms.csv
      """)

  @Argument(help: "The province, in any spelling. Default: all.")
  var province: String?

  @Option(help: "The year. Default: the latest.")
  var year: Int?

  @Option(help: "The sub-index whose indicators are told.")
  var subindex: String?

  @Option(
    help: ArgumentHelp("The indicators that are told, with commas between.", valueName: "codes"))
  var indicator: ColumnList?

  @Flag(help: "Tell the indicators of all sub-indices.")
  var all = false

  @Option(
    help: ArgumentHelp(
      "Counts that take the place of estimates: a table of province, year, firms and perhaps "
        + "indicator.", valueName: "file"))
  var respondents: String?

  @Option(help: "How many threads work. Default: as many as there are processors.")
  var threads: Int?

  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions
  var streams = StandardStreams()

  func validate() throws {
    guard [subindex != nil, indicator != nil, all].count(where: { $0 }) <= 1 else {
      throw ValidationError("--subindex, --indicator and --all do not go together.")
    }
    guard data.units == .former else {
      throw ValidationError(
        "Figures of merged units are means, no fractions of firms: leave out --units 34.")
    }
    guard threads ?? 1 >= 1, threads ?? 1 <= 1024 else {
      throw ValidationError("--threads is a number from 1 to 1024.")
    }
  }

  func run() throws {
    let year = try self.year ?? data.load().year(nil)
    var data = try self.data.load(.all, years: year...year)
    // A year without figures is refused with the years there are.
    if data.panel.years.isEmpty { data = try self.data.load(.all) }
    try data.panel.requireYear(year)
    let asked = try province.map(data.gazetteer.province(named:))
    let given = try respondents.map {
      try Respondents(
        reading: TableFile($0).table(), gazetteer: data.gazetteer, codebook: data.codebook)
    }
    let estimates = try RespondentEstimates(
      of: year, in: [data.panel], respondents: given,
      followUps: data.datasets.followUps(codebook: data.codebook), threads: threads)
    guard !estimates.indicators.isEmpty else { throw IndexError.nothingAnswered(year: year) }
    if let asked, !estimates.provinces.contains(asked) {
      throw IndexError.notRanked(province: asked.nameVi, year: year)
    }
    let answer = RespondentsAnswer(
      estimates: estimates, indicators: try indicators(of: estimates, in: data),
      province: asked, counted: try data.datasets.respondents(gazetteer: data.gazetteer),
      sizes: try data.datasets.surveySizes(), isGiven: given != nil,
      names: Names(words: try output.words(), panel: data.panel))
    try output.write(
      data.answer(
        table: answer.table(), display: answer.display(),
        settings: [("command", .text("respondents")), ("year", Cell(year))]), to: streams)
  }

  /// The indicators that are told of those that have a count.
  private func indicators(
    of estimates: RespondentEstimates, in data: LoadedData
  ) throws -> [Indicator] {
    if all { return estimates.indicators }
    if let indicator {
      let asked = try indicator.columns.map(data.codebook.indicator)
      for one in asked where !estimates.indicators.contains(one) {
        throw ValidationError(
          "No firm was asked for \(one.code) in \(estimates.year), or it has no figure: it has no number of firms."
        )
      }
      return estimates.indicators.filter(asked.contains)
    }
    let name = subindex ?? DataOptions.subindex
    guard data.codebook.subindices.contains(name) else {
      throw ValidationError(
        "There is no sub-index \"\(name)\"; there are "
          + data.codebook.subindices.joined(separator: ", ") + ".")
    }
    return estimates.indicators.filter { $0.subindex == name }
  }
}
