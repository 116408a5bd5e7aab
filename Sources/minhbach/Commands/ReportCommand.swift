import ArgumentParsing
import Indices
import Panels
import Reports
import Scenarios
import Statistics
import Tables

/// One page on a province, or on every province.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a page on a province: where it stands, why, what moves it, a plan, how sure.",
    discussion: """
      One file of HTML, whole by itself: it opens from a disk, prints, and asks nothing of
      the network. In Vietnamese, or with --lang en in English.

      Without a goal the plan is to come above the median, or for who is there already to
      gain ten places. With --all there is a page for every province in a folder, and an
      index.html with a table to search and sort.

      EXAMPLES:
        minhbach report "Đắk Nông"
        minhbach report "Đắk Nông" --rank 30 --by 2022 --output daknong.html
        minhbach report "Kon Tum" --year 2018 --lang en
        minhbach report --all --output reports
      """)

  @Argument(help: "The province, in any spelling.")
  var province: String?

  @Option(help: "The year. Default: the latest.")
  var year: Int?

  @OptionGroup var goal: GoalOptions

  @Option(
    help: ArgumentHelp("The final year of the plan. Default: two years on.", valueName: "year"))
  var by: Int?

  @Option(
    help: ArgumentHelp(
      "Who answers for each indicator: a table of indicator, lead and support, or the province of a bundled one. "
        + "Default: the province's own, if it is bundled.", valueName: "file"))
  var agencies: String?

  @Flag(help: "Write a page for every province, and one that lists them.")
  var all = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write; with --all, the folder. Default: the province's name, and reports.",
      valueName: "file"))
  var output: String?

  @Option(help: "The language of the page.")
  var lang: Language = .vi

  @Flag(name: .shortAndLong, help: "Leave out progress.")
  var quiet = false

  @OptionGroup var futures: FutureOptions
  @OptionGroup var data: DataOptions
  var streams = StandardStreams()

  func validate() throws {
    try goal.requireOneAtMost()
    guard goal.probability == nil || goal.named != nil else {
      throw ValidationError("--probability is for a goal: name one.")
    }
    if all, province != nil { throw ValidationError("--all is of all provinces: name none.") }
    guard all || province != nil else { throw ValidationError("Name a province, or take --all.") }
  }

  func run() throws {
    let shared = try shared()
    guard let province else { return try writeAll(shared) }
    let found = try shared.data.gazetteer.province(named: province)
    let report = try ProvinceReport(of: found, in: shared, goal: goal.named, futures)
    let path = output ?? "\(found.key)-\(shared.year).html"
    try TextFile.write(report.page().html, to: path)
    if !quiet { streams.writeError(shared.words("Written: \(path)") + "\n") }
  }

  /// A page for every province that has a score, and the one that lists them.
  private func writeAll(_ shared: ReportYear) throws {
    let folder = output ?? "reports"
    let provinces = shared.ranked.map(\.province)
    var progress = ProgressBar(steps: provinces.count, quiet: quiet, streams: streams)
    var reports: [ReportIndex.Entry] = []
    for (done, province) in provinces.enumerated() {
      progress.show(done: done, next: "provinces")
      let report = try ProvinceReport(
        of: province, in: shared, goal: attainable(province, shared), futures)
      let file = "\(province.key).html"
      try TextFile.write(report.page(index: "index.html").html, to: folder + "/" + file)
      reports.append(ReportIndex.Entry(report, file: file))
    }
    progress.finish()
    try TextFile.write(
      ReportIndex(shared: shared, entries: reports).page.html, to: folder + "/index.html")
    if !quiet { streams.writeError(shared.words("Written: \(folder + "/index.html")") + "\n") }
  }

  /// The goal named, where the province can have it: not who has no so many places above, or in its region.
  private func attainable(_ province: Province, _ shared: ReportYear) throws -> Goal? {
    guard let named = goal.named else { return nil }
    do {
      _ = try Aim(named, of: province, on: shared.board)
      return named
    } catch ScenarioError.noSuchGain, ScenarioError.noSuchPlace, ScenarioError.noRegion {
      return nil
    }
  }
}
