import ArgumentParsing
import Indices
import MinhBachKit
import Panels
import Storage
import Tables

/// What is odd in the figures, in published files, and in tables of one's own.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Tell what is missing, odd, corrected or not comparable.",
    discussion: """
      Without files: the figures of the store, or the bundled ones. Faults of the
      published workbooks that were put right while reading, each with its reason;
      figures that are missing or repeat others; published scores and totals that their
      own parts do not give back; where a year does not compare with the one before.

      With files: tables of one's own, such as that of a plan, against those figures. A
      figure differs when it does so beyond the digits it was typed with.

      Each line is an error, a warning, a correction or a note; --severity sets the
      least that is shown. The exit code is 0 also where something was found. A store
      knows more than the bundled figures: every remark made while reading its files.

      EXAMPLES:
        minhbach check
        minhbach check --subindex transparency --year 2017 --severity note
        minhbach check --store pci.sqlite --format csv > check.csv
        minhbach check plan.csv --province "Đắk Nông"
      """)

  @Argument(help: "Tables to hold against the figures (.csv, .tsv, .xlsx, .xls, .dta, .sav).")
  var files: [String] = []

  @Option(help: "Only one year; also the year of a table that names none.")
  var year: Int?

  @Option(
    help: ArgumentHelp(
      "Only one sub-index, by its code; 'pci' for the total and the rank.", valueName: "name"))
  var subindex = Selection.all

  @Option(help: "The least that is shown.")
  var severity: Remark.Severity = .correction

  @OptionGroup var table: TableOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions
  var streams = StandardStreams()

  func run() throws {
    let data = try data.load(subindex)
    let found =
      files.isEmpty ? try ownRemarks(on: data) : try files.flatMap { try remarks(on: $0, data) }
    let about = found.filter { year == nil || $0.year == nil || $0.year == year }
    let shown = about.filter { $0.severity <= severity }.enumerated().sorted {
      ($0.element.severity, $0.element.year ?? 0, $0.offset)
        < ($1.element.severity, $1.element.year ?? 0, $1.offset)
    }.map(\.element)
    try output.write(
      CheckDisplay(
        shown: shown, hidden: about.count - shown.count, data: data, words: try output.words()
      )
      .answer(settings: [("command", .text("check"))]), to: streams)
  }

  /// What is to be said of the figures themselves.
  private func ownRemarks(on data: LoadedData) throws -> [Remark] {
    let panel = data.panel
    var remarks = try published(data)
    remarks += panel.copies() + panel.gaps() + panel.breaks()
    remarks += try data.datasets.totalWeights().doubts(on: panel)
    for rule in try data.rules() where rule.standing == .exact {
      // A store may hold parts of a year: what cannot be scored is no fault of its figures.
      let known = Set(panel.indicators(of: rule.subindex, in: rule.year).map(\.code))
      guard known.isSuperset(of: rule.indicators),
        let score = panel.column(rule.subindex, in: rule.year),
        score.contains(where: { $0 != nil })
      else { continue }
      remarks += try rule.scoreboard(of: panel).doubts.map {
        Remark(.warning, year: rule.year, indicator: rule.subindex, $0.text)
      }
    }
    return remarks
  }

  /// What reading the published files told: kept in the store, or in the table of known faults.
  private func published(_ data: LoadedData) throws -> [Remark] {
    if let store = self.data.store {
      let store = try PanelStore(path: store)
      let superseded = try store.supersededFigures().filter {
        data.codebook[$0.figure.indicator].map(subindex.contains) ?? true
      }.map(\.remark)
      if case .subindex(let wanted) = subindex {
        return try store.remarks(of: wanted) + superseded
      }
      return try store.remarks() + superseded
    }
    let layouts = try data.datasets.layouts()
    return try data.datasets.corrections().map { $0.remark(layouts: layouts) }
      .filter { entry in
        guard case .subindex(let wanted) = subindex, let owner = entry.subindex else { return true }
        return owner == wanted
      }.map(\.remark)
  }

  /// What is to be said of one table of one's own.
  private func remarks(on file: String, _ data: LoadedData) throws -> [Remark] {
    let reader = try table.reader(
      gazetteer: data.gazetteer, codebook: data.codebook, year: year)
    let (figures, remarks) = try reader.figures(of: try TableFile(file).table())
    let name = self.data.store == nil ? "the published figures" : "the store"
    return remarks + data.panel.differences(of: figures, from: name)
  }
}

extension SupersededFigure {
  /// A note on what the store held before.
  fileprivate var remark: Remark {
    Remark(
      .note, year: figure.year, province: figure.province, indicator: figure.indicator,
      place: figure.source,
      "the store held \(Cell(figure.value)), until \(replacement.name) came (revision \(revision))")
  }
}
