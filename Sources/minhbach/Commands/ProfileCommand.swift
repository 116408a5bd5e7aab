import ArgumentParsing
import Indices
import Panels
import Tables

/// Where a province stands, indicator by indicator.
struct ProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile",
    abstract: "Show where a province stands in each indicator of a year.",
    discussion: """
      Each indicator with its value, the median, the tenth best and the best of all
      provinces, the rank, the score by the year's rule and the points lost; the rank
      among the region or other peers; and up to five years back, as far as they
      compare. Indicators that cost most score come first; the last line is the score
      itself. ± is the standard error that the number of firms behind a figure gives.
      In CSV also contributions, gaps (+ is better) and yearly values.

      Without a rule there are no scores of indicators; where only the score is
      published, the score alone. 'scores' stands for the ten sub-indices and the total.

      EXAMPLES:
        minhbach profile "Đắk Nông" --year 2017
        minhbach profile "Kon Tum" --year 2019 --peers "Gia Lai; Đắk Lắk; Lâm Đồng"
        minhbach profile kontum --subindex scores --peers near:5
        minhbach profile kontum --subindex entry_costs --format csv
        minhbach profile --all --year 2019 --output ranks.xlsx
      """)

  @Argument(help: "The province, in any spelling.")
  var province: String?

  @Option(help: "The year to stand in. Default: the latest with figures of indicators.")
  var year: Int?

  @Option(
    help: ArgumentHelp(
      "The sub-index, by its code, or 'scores' for the ten sub-indices and the total.",
      valueName: "name"))
  var subindex = Selection.subindex(DataOptions.subindex)

  @Option(
    help: ArgumentHelp(
      "Whom to compare with: 'region'; 'near:N', the N above and below in the year before; names "
        + "separated by ';'; or a file (.txt, .csv) of one name a line.", valueName: "peers"))
  var peers = Peers.region

  @Flag(help: "Instead of one province: the ranks of all in every indicator.")
  var all = false

  @OptionGroup var sampling: SamplingOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions
  var streams = StandardStreams()

  func validate() throws {
    guard (province == nil) == all else {
      throw ValidationError(
        all ? "--all is for all provinces: leave out the name." : "Name a province, or take --all.")
    }
    guard subindex != .all else {
      throw ValidationError("A profile is of one sub-index, or of 'scores'.")
    }
    guard !all || peers == .region else {
      throw ValidationError("--peers is for the profile of one province.")
    }
  }

  func run() throws {
    let data = try ProfileData(loading: subindex, by: self.data, for: year)
    let year = try data.year(year)
    let names = Names(words: try output.words(), panel: data.loaded.panel)
    if let province {
      try write(profile(of: province, in: year, data), names, data)
    } else {
      try write(
        IndicatorRanks(in: year, subject: data.subject, panel: data.loaded.panel), names, data)
    }
  }

  private func profile(of name: String, in year: Int, _ data: ProfileData) throws -> Profile {
    let province = try data.loaded.gazetteer.province(named: name)
    return try Profile(
      of: province, in: year, subject: data.subject, panel: data.loaded.panel,
      peers: peers.group(with: province, in: year, subject: data.subject, data: data.loaded))
  }

  private func write(_ profile: Profile, _ names: Names, _ data: ProfileData) throws {
    let place = profile.whole?.country
    let sampled = try sampling.ranks(
      data.loaded, self.data, profile.year, of: data.subject.name)
    let likely = sampled.ranks?.likelyRanks(of: profile.province)
    try output.write(
      data.loaded.answer(
        table: profile.table().adding(sampled, to: profile),
        display: profile.display(names, sampled),
        settings: [
          ("command", .text("profile")), ("province", .text(profile.province.nameVi)),
          ("year", Cell(profile.year)), ("subindex", .text(data.subject.name)),
          ("peers", .text(peers.defaultValueDescription)),
          ("region", .text(profile.region.map(names.region) ?? "")),
          ("score", Cell(profile.whole?.value)), ("rank", Cell(place?.rank.map(Double.init))),
          ("likely_low", Cell(likely.map { Double($0.lowerBound) })),
          ("likely_high", Cell(likely.map { Double($0.upperBound) })),
          ("provinces", Cell(place.map { Double($0.count) })), ("median", Cell(place?.median)),
        ]), to: streams)
  }

  private func write(_ ranks: IndicatorRanks, _ names: Names, _ data: ProfileData) throws {
    try output.write(
      data.loaded.answer(
        table: ranks.table(name: names.province), display: ranks.display(names),
        settings: [
          ("command", .text("profile")), ("year", Cell(ranks.year)),
          ("subindex", .text(data.subject.name)),
        ]), to: streams)
  }
}
