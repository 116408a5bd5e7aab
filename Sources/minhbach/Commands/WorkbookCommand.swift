import ArgumentParsing
import Indices
import MinhBachKit
import Panels
import Sensitivity
import Tables

/// The index of a year as a workbook that computes.
struct WorkbookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workbook",
    abstract: "Write the index of a year as a workbook of formulas, to audit and to try changes.",
    discussion: """
      Values, rule, scores and ranks as a spreadsheet program computes them: change a
      value, a weight or a range in the yellow cells and see every score and rank
      follow. With a province also a sheet on which its own values are changed, with its
      score, its rank and the places gained beside today's, and who stands next above.

      Cells have names (values, weights, scores, ranks and others; the sheet 'read_me'
      lists them). No macros, no links to other files. Excel, LibreOffice and others
      compute the same figures as 'minhbach score'.

      EXAMPLES:
        minhbach workbook --year 2019 --output transparency.xlsx
        minhbach workbook "Đắk Nông" --year 2019 --lang vi --output daknong.xlsx
        minhbach workbook "Lâm Đồng" --units 34 --output units.xlsx
        minhbach workbook --subindex pci --year 2021 --output pci.xlsx
      """)

  @Argument(help: "The province to try changes of, in any spelling. Default: none.")
  var province: String?

  @Option(help: "The year. Default: the latest.")
  var year: Int?

  @Option(
    help: ArgumentHelp(
      "What the ranges of indicators do at first when a value passes an end, which a cell changes: 'moving' "
        + "with it, as the index widens them for an extreme never seen, or 'held'.",
      valueName: "ranges"))
  var ranges: RankedIndex.Ranges = .moving

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The workbook to write. Folders are made as needed.", valueName: "file"))
  var output: String

  @Option(help: "The language of headings.")
  var lang: Language = .en

  @Flag(name: .shortAndLong, help: "Leave out notes.")
  var quiet = false

  @OptionGroup var scoring: RuleOptions
  @OptionGroup var index: IndexOptions
  @OptionGroup var data: DataOptions
  var streams = StandardStreams()

  func validate() throws {
    guard output.fileEnding == "xlsx" else {
      throw ValidationError("The workbook's name ends in .xlsx: --output \(output) does not.")
    }
  }

  func run() throws {
    let (workbook, _) = try workbook()
    try XLSXWriter.usual().write(workbook.spreadsheet, to: output)
    guard !quiet else { return }
    for note in workbook.notes {
      streams.writeError(workbook.words("Note: \(workbook.words(note))") + "\n")
    }
  }

  /// The workbook, and the figures it is made of.
  ///
  /// - Returns: both.
  /// - Throws: what is wrong with the figures, the rule or the name of the province.
  func workbook() throws -> (workbook: LiveWorkbook, panel: Panel) {
    var data = try self.data.load(index.selection, years: year.map { $0...$0 })
    // A year without figures is refused with the years there are.
    if data.panel.years.isEmpty { data = try self.data.load(index.selection) }
    let year = try data.scoredYear(year, of: index.subindex, by: scoring.rule)
    let rule = try data.rule(year, of: index.subindex, from: scoring.rule)
    let vietnamese = try data.datasets.words(.vi)
    let workbook = try LiveWorkbook(
      board: rule.scoreboard(of: data.panel), panel: data.panel,
      province: province.map(data.gazetteer.province(named:)), ranges: ranges,
      words: lang == .vi ? vietnamese : .english, vietnamese: vietnamese,
      isBundled: self.data.store == nil, notes: data.merging?.notes ?? [])
    return (workbook, data.panel)
  }
}
