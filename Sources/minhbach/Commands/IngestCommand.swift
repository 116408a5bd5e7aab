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
      Reads the transparency sheets of the workbooks of 2009 to 2019, and tables of
      one's own (CSV, Stata, SPSS or the first sheet of a workbook): one figure a row under
      province, year, indicator and value, or one province and year a row with a column
      per indicator, as 'minhbach export' writes them. All files are read and checked
      before any is stored: after an error the store is as it was. A workbook takes the
      place of what the store has of its year, a table that of the figures it holds.

      EXAMPLES:
        minhbach ingest PCI_2017.xlsx PCI_2018.xlsx --store pci.sqlite
        minhbach ingest "ban cuoi.xlsx" --year 2019 --store pci.sqlite
        minhbach ingest corrections.csv --store pci.sqlite
      """)

  @Argument(help: "Workbooks (.xlsx, .xls) or tables (.csv, .tsv, .txt, .dta, .sav, .xlsx, .xls).")
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
      layouts: try datasets.layouts(), corrections: try datasets.corrections())
    var readings: [Reading] = []
    for file in files {
      let new = try self.readings(of: file, by: reader)
      for reading in new {
        let earlier = readings.first {
          $0.year == reading.year && $0.subindex == reading.subindex
        }
        if let earlier {
          throw ValidationError(
            "\(earlier.file) and \(reading.file) both hold \(reading.subindex) of "
              + "\(reading.year); ingest one after the other.")
        }
      }
      readings += new
      if streams.isErrorTerminal, !output.quiet { streams.writeError("read \(file)\n") }
    }
    let doubts = try doubts(on: readings, datasets: datasets, reader: reader)
    let replaced = try PanelStore(path: store, creating: true)
      .save(readings, codebook: reader.codebook)
    try output.write(answer(readings, replaced: replaced, doubts: doubts), to: streams)
  }

  /// What one file holds: a published workbook by its layout, any other table by its header.
  private func readings(
    of file: String, by reader: WorkbookReader
  ) throws -> [Reading] {
    let tidy = TidyReader(gazetteer: reader.gazetteer, codebook: reader.codebook)
    guard let workbook = try workbook(file) else {
      return try tidy.readings(of: table(file))
    }
    if let sheet = workbook.sheets.first(where: { $0.state == .visible }),
      case let table = try workbook.table(sheet: sheet.name), TidyReader.canRead(table)
    {
      return try tidy.readings(of: table)
    }
    return try reader.readings(
      of: workbook, year: year ?? WorkbookReader.year(ofFile: workbook.file))
  }

  /// The workbook in a file, unless its name says that it is a single table.
  private func workbook(_ file: String) throws -> Workbook? {
    let isTable = Self.textEndings.union(Self.statisticalEndings).contains(ending(of: file))
    return isTable ? nil : try Workbook(contentsOf: file)
  }

  /// The table in a text file, or in a file of Stata or SPSS with the labels of its codes.
  private func table(_ file: String) throws -> Table {
    Self.statisticalEndings.contains(ending(of: file))
      ? try StatisticalReader(usingLabels: true).table(contentsOf: file)
      : try CSVReader().table(contentsOf: file)
  }

  private static let textEndings: Set<String> = ["csv", "tsv", "txt"]
  private static let statisticalEndings: Set<String> = ["dta", "sav", "zsav"]

  private func ending(of file: String) -> String {
    file.split(separator: ".").last?.lowercased() ?? ""
  }

  /// What replaying each year's rule says of the figures: a file of another year gives itself away.
  private func doubts(
    on readings: [Reading], datasets: Datasets, reader: WorkbookReader
  ) throws -> [String] {
    try readings.filter(\.isWhole).flatMap { reading -> [String] in
      guard try datasets.ruleYears(of: reading.subindex).contains(reading.year) else { return [] }
      let panel = try Panel(
        reading.figures, gazetteer: reader.gazetteer, codebook: reader.codebook)
      return try datasets.rule(of: reading.subindex, year: reading.year).scoreboard(of: panel).notes
    }
  }

  private func answer(
    _ readings: [Reading], replaced: Int, doubts: [String]
  ) -> Answer {
    let stored = readings.reduce(0) { $0 + $1.figures.count }
    let notes =
      ["\(stored) figures were put into \(store), \(replaced) in place of earlier ones."]
      + readings.flatMap(\.remarks).map(\.description) + doubts
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
          Cell(reading.indicators.count), Cell(reading.figures.count), Cell(reading.remarks.count),
        ]
      }, notes: notes)
    return Answer(
      table: table, display: display,
      settings: [("command", .text("ingest")), ("store", .text(store))])
  }
}
