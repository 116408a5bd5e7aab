import ArgumentParsing
import Indices
import MinhBachKit
import Panels
import Storage
import Tables

/// Where a command takes its figures from.
struct DataOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The SQLite store to read, made by 'minhbach ingest'. Default: the bundled figures.",
      valueName: "file"))
  var store: String?

  @Option(
    help: "The provinces: 63 as until 2024, or 34 with earlier years merged onto the units of 2025."
  )
  var units: ProvinceUnits = .former

  @Option(
    help: ArgumentHelp(
      "What former provinces count in a unit of 2025: 'surveyed' by the year's firms surveyed "
        + "where known, else alike; 'equal' alike; a year, by its firms. Default: surveyed.",
      valueName: "weights"))
  var mergeWeights: Merger.Weighting?

  /// The sub-index that commands are about unless they are told another.
  static let subindex = "transparency"

  func validate() throws {
    if store == "" { throw ValidationError("--store names no file.") }
    if mergeWeights != nil, units == .former {
      throw ValidationError("--merge-weights is for --units 34.")
    }
  }

  /// Loads what commands need.
  ///
  /// - Parameters:
  ///   - selection: the part of the index.
  ///   - years: the years that are enough, of bundled figures; nil for all.
  /// - Returns: the figures and the tables that explain them.
  /// - Throws: what is wrong with the store, the datasets, or the name of the part.
  func load(
    _ selection: Selection = .subindex(subindex), years: ClosedRange<Int>? = nil
  ) throws -> LoadedData {
    let datasets = try Datasets.find()
    let gazetteer = try datasets.gazetteer()
    let codebook = try datasets.codebook()
    try selection.check(in: codebook)
    let panel =
      if let store {
        try Panel(
          PanelStore(path: store).figures().filter { figure in
            // What the codebook does not know is for the panel to refuse.
            codebook[figure.indicator].map(selection.contains) ?? true
          }, gazetteer: gazetteer, codebook: codebook)
      } else {
        try datasets.panel(
          of: selection, years: years, gazetteer: gazetteer, codebook: codebook)
      }
    guard units == .merged else {
      return LoadedData(
        datasets: datasets, gazetteer: gazetteer, codebook: codebook, panel: panel, merging: nil)
    }
    let merger = try datasets.merger(gazetteer: gazetteer)
    let weighting = mergeWeights ?? .surveyed
    let merged = try MergedPanel(
      panel, by: merger, weighting: weighting,
      respondents: datasets.respondents(gazetteer: gazetteer))
    return LoadedData(
      datasets: datasets, gazetteer: merger.gazetteer, codebook: codebook, panel: merged.panel,
      merging: LoadedData.Merging(weighting: weighting, notes: merged.notes))
  }
}

/// The figures and the tables that explain them.
struct LoadedData: Sendable {
  let datasets: Datasets
  let gazetteer: Gazetteer
  let codebook: Codebook
  let panel: Panel
  /// How history was merged onto the units of 2025, if it was.
  let merging: Merging?

  /// How history was merged.
  struct Merging: Sendable {
    let weighting: Merger.Weighting
    let notes: [Phrase]
  }

  /// An answer that says how the figures it rests on were made.
  func answer(table: Table, display: Table, settings: [(String, Cell)]) -> Answer {
    guard let merging else { return Answer(table: table, display: display, settings: settings) }
    var (table, display) = (table, display)
    table.notes += merging.notes
    display.notes += merging.notes
    let units: [(String, Cell)] = [
      ("units", Cell(panel.provinces.count)),
      ("merge_weights", .text(merging.weighting.defaultValueDescription)),
    ]
    return Answer(table: table, display: display, settings: settings + units)
  }

  /// Checks that scores of a year were published for the provinces of the panel.
  func requirePublishedScores(of year: Int) throws {
    guard merging == nil || year >= Merger.firstYear else {
      throw ValidationError(
        "The scores of \(year) were published for the former provinces: leave out --units 34.")
    }
  }

  /// The year asked for, or the latest one with figures of indicators: later scores may come without.
  func year(_ asked: Int?, of subindex: String = DataOptions.subindex) throws -> Int {
    let latest = panel.years.last { !panel.ingredients(of: subindex, in: $0).isEmpty }
    let year = asked ?? latest ?? panel.years.last ?? 0
    try panel.requireYear(year)
    return year
  }

  /// The year asked for, or the latest one that has figures of indicators and a rule.
  ///
  /// - Parameters:
  ///   - asked: the year asked for; nil for the latest.
  ///   - subindex: the sub-index.
  ///   - file: the file of a rule, which any year may be scored by; nil for the rules known.
  /// - Returns: the year.
  /// - Throws: what is wrong with the year.
  func scoredYear(_ asked: Int?, of subindex: String, by file: String?) throws -> Int {
    guard asked == nil, file == nil else { return try year(asked, of: subindex) }
    let known = Set(try datasets.ruleYears(of: subindex))
    let latest = panel.years.last {
      known.contains($0) && !panel.ingredients(of: subindex, in: $0).isEmpty
    }
    return try year(latest, of: subindex)
  }

  /// The rule of one year.
  func rule(_ year: Int, of subindex: String = DataOptions.subindex) throws -> ScoringRule {
    try datasets.rule(of: subindex, year: year)
  }

  /// The rule that a file holds, or the one of the year where no file is named.
  func rule(_ year: Int, of subindex: String, from file: String?) throws -> ScoringRule {
    guard let file else { return try rule(year, of: subindex) }
    return try ScoringRule(year: year, subindex: subindex, reading: TableFile(file).table())
  }

  /// Every rule known.
  func rules(of subindex: String = DataOptions.subindex) throws -> [ScoringRule] {
    try datasets.rules(of: subindex)
  }
}
