import ArgumentParsing
import Indices
import Panels
import Storage
import Tables

/// Published workbooks into the store.
struct IngestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Read published workbooks into a store.",
    discussion: """
      Reads the transparency sheets of the workbooks of 2013 to 2019. All files are
      read and checked before any is stored: after an error the store is as it was. A
      year that is in the store already is replaced.

      EXAMPLES:
        minhbach ingest PCI_2017.xlsx PCI_2018.xlsx --store pci.sqlite
        minhbach ingest "ban cuoi.xlsx" --year 2019 --store pci.sqlite
      """)

  @Argument(help: "The workbooks (.xlsx).")
  var files: [String]

  @Option(help: "The year of a workbook whose name does not tell it.")
  var year: Int?

  @Option(
    help: ArgumentHelp("The SQLite store to write; made if it is not there.", valueName: "file"))
  var store: String

  @OptionGroup var output: OutputOptions
  var streams = StandardStreams()

  func validate() throws {
    if year != nil, files.count > 1 {
      throw ValidationError("--year is for one file; these are \(files.count).")
    }
    if store == "" { throw ValidationError("--store names no file.") }
  }

  func run() throws {
    let datasets = try Datasets.find()
    let reader = WorkbookReader(
      gazetteer: try datasets.gazetteer(), codebook: try datasets.codebook(),
      layouts: try datasets.layouts())
    var readings: [WorkbookReader.Reading] = []
    for file in files {
      let workbook = try Workbook(contentsOf: file)
      let year = try year ?? WorkbookReader.year(ofFile: workbook.file)
      if let earlier = readings.first(where: { $0.year == year }) {
        throw ValidationError(
          "\(earlier.file) and \(workbook.file) are both of \(year); ingest one of them.")
      }
      readings += try reader.readings(of: workbook, year: year)
      if streams.isErrorTerminal, !output.quiet {
        streams.writeError("read \(workbook.file)\n")
      }
    }
    let doubts = try doubts(on: readings, datasets: datasets, reader: reader)
    let replaced = try PanelStore(path: store, creating: true)
      .save(readings, codebook: reader.codebook)
    try output.write(answer(readings, replaced: replaced, doubts: doubts), to: streams)
  }

  /// What replaying each year's rule says of the figures: a file of another year gives itself away.
  private func doubts(
    on readings: [WorkbookReader.Reading], datasets: Datasets, reader: WorkbookReader
  ) throws -> [String] {
    try readings.flatMap { reading -> [String] in
      guard try datasets.ruleYears(of: reading.subindex).contains(reading.year) else { return [] }
      let panel = try Panel(
        reading.figures, gazetteer: reader.gazetteer, codebook: reader.codebook)
      return try datasets.rule(of: reading.subindex, year: reading.year).scoreboard(of: panel).notes
    }
  }

  private func answer(
    _ readings: [WorkbookReader.Reading], replaced: Int, doubts: [String]
  ) -> Answer {
    let stored = readings.reduce(0) { $0 + $1.figures.count }
    let notes =
      ["\(stored) figures are in \(store), \(replaced) of them in place of earlier ones."]
      + readings.flatMap(\.notes) + doubts
    let table = Table(
      title: "ingest", columns: ["file", "sheet", "year", "indicator", "cells", "problems"],
      rows: readings.flatMap { reading in
        reading.indicators.map { indicator in
          [
            .text(reading.file), .text(reading.sheet), Cell(reading.year), .text(indicator.code),
            Cell(reading.cells(of: indicator)), Cell(reading.problems(of: indicator)),
          ]
        }
      }, notes: notes)
    let display = Table(
      title: "ingest", columns: ["file", "sheet", "year", "indicators", "cells", "problems"],
      rows: readings.map { reading in
        [
          .text(reading.file), .text(reading.sheet), Cell(reading.year),
          Cell(reading.indicators.count), Cell(reading.figures.count), Cell(reading.notes.count),
        ]
      }, notes: notes)
    return Answer(
      table: table, display: display,
      settings: [("command", .text("ingest")), ("store", .text(store))])
  }
}
