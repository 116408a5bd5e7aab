import ArgumentParsing
import Indices
import Panels
import Storage

/// Where a command takes its figures from.
struct DataOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The SQLite store to read, made by 'minhbach ingest'. Default: the bundled figures.",
      valueName: "file"))
  var store: String?

  /// The sub-index all commands are about.
  static let subindex = "transparency"

  func validate() throws {
    if store == "" { throw ValidationError("--store names no file.") }
  }

  /// Loads what commands need.
  func load() throws -> LoadedData {
    let datasets = try Datasets.find()
    let gazetteer = try datasets.gazetteer()
    let codebook = try datasets.codebook()
    let panel =
      if let store {
        try Panel(
          PanelStore(path: store).figures(), gazetteer: gazetteer, codebook: codebook)
      } else {
        try datasets.panel(of: Self.subindex, gazetteer: gazetteer, codebook: codebook)
      }
    return LoadedData(datasets: datasets, gazetteer: gazetteer, codebook: codebook, panel: panel)
  }
}

/// The figures and the tables that explain them.
struct LoadedData: Sendable {
  let datasets: Datasets
  let gazetteer: Gazetteer
  let codebook: Codebook
  let panel: Panel

  /// The year asked for, or the latest one with figures.
  func year(_ asked: Int?) throws -> Int {
    let year = asked ?? panel.years.last ?? 0
    try panel.requireYear(year)
    return year
  }

  /// The rule of one year.
  func rule(_ year: Int) throws -> ScoringRule {
    try datasets.rule(of: DataOptions.subindex, year: year)
  }

  /// Every rule known.
  func rules() throws -> [ScoringRule] {
    try datasets.rules(of: DataOptions.subindex)
  }
}
