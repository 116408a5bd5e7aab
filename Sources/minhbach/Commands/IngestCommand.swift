import ArgumentParsing
import Indices
import MinhBachKit
import Panels
import Storage
import Tables

/// Published workbooks into the store.
struct IngestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Read published workbooks into a store.",
    discussion: """
      Reads the workbooks of 2005 to 2019 as published, all sub-indices of them, and
      tables of one's own (CSV, Stata, SPSS or the first sheet of a workbook): one figure
      a row under province, year, indicator and value; one province and year a row with a
      column per indicator; or one indicator a row with a column per year, as in plans.
      --columns tells what a heading means that is none of these.

      All files are read and checked before any is stored; then each is stored whole or
      not at all, in order. A file stored before changes nothing.

      Figures the store does not have go in. Where it has another value, or one that a
      workbook's sheet no longer has, minhbach shows both and asks; without a terminal
      it stores nothing unless --replace is given. What is replaced is kept in the
      table "superseded". A value that another file gave before keeps that source.

      EXAMPLES:
        minhbach ingest PCI_2017.xlsx PCI_2018.xlsx --store pci.sqlite
        minhbach ingest "ban cuoi.xlsx" --year 2019 --store pci.sqlite
        minhbach ingest corrections.csv --store pci.sqlite --replace
        minhbach ingest plan.csv --province "Đắk Nông" --store plan.sqlite
      """)

  @Argument(help: "Workbooks (.xlsx, .xls) or tables (.csv, .tsv, .txt, .dta, .sav, .xlsx, .xls).")
  var files: [String]

  @Option(help: "The year of a workbook whose name does not tell it, or of a table without years.")
  var year: Int?

  @Option(
    help: ArgumentHelp("The SQLite store to write; made if it is not there.", valueName: "file"))
  var store: String

  @Flag(
    help: ArgumentHelp(
      "Replace figures without asking; also those that other files have replaced since."))
  var replace = false

  @OptionGroup var table: TableOptions
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
    var incoming: [IncomingFile] = []
    var progress = ProgressBar(steps: files.count, quiet: output.quiet, streams: streams)
    // Also where a file is refused: the message must not stand behind the bar.
    defer { progress.finish() }
    for file in files {
      progress.show(done: incoming.count, next: "reading \(file)")
      let digest = try FileDigest(ofFile: file)
      let name = Location(file: file, row: 1, column: 1).file
      if let same = incoming.first(where: { $0.digest == digest }) {
        throw ValidationError("\(same.name) and \(name) are the same file; name it once.")
      }
      let new = try readings(of: file, by: reader)
      for reading in new {
        let earlier = incoming.flatMap(\.readings).first {
          $0.year == reading.year && $0.subindex == reading.subindex
        }
        if let earlier {
          throw ValidationError(
            "\(earlier.file) and \(reading.file) both hold \(reading.subindex) of "
              + "\(reading.year); ingest one after the other.")
        }
      }
      incoming.append(IncomingFile(name: name, digest: digest, readings: new))
    }
    progress.finish()
    let readings = incoming.flatMap(\.readings)
    let doubts = try doubts(on: readings, datasets: datasets, reader: reader)
    let agreed = try agreedChanges(by: incoming, reader: reader)
    let changes = try save(incoming, agreed, codebook: reader.codebook)
    let display = IngestDisplay(
      store: store, files: incoming, changes: changes, doubts: doubts, words: try output.words())
    try output.write(display.answer, to: streams)
  }

  /// What each file changes, where nothing is replaced or somebody agrees.
  ///
  /// No two files hold figures of one sub-index and year, so that none changes what another does.
  private func agreedChanges(
    by files: [IncomingFile], reader: WorkbookReader
  ) throws -> [FileChanges] {
    // The store is let go of before the question, which may take its time to be answered.
    let known = try PanelStore.ifAny(path: store)
    let changes = try files.map {
      try known.changes(by: $0, codebook: reader.codebook, puttingBack: replace)
    }
    _ = consume known
    let replacements = changes.flatMap(\.replaced)
    guard !replacements.isEmpty, !replace else { return changes }
    let display = ReplacementDisplay(
      store: store, replacements: replacements, gazetteer: reader.gazetteer)
    switch streams.confirm(display.text + "\n" + display.question) {
    case true?: return changes
    case false?: throw IngestError.declined
    case nil: throw IngestError.unconfirmed(display.refusal + "\n\n" + display.text)
    }
  }

  /// Stores the files that change anything, each in one transaction; returns what was changed.
  private func save(
    _ files: [IncomingFile], _ agreed: [FileChanges], codebook: Codebook
  ) throws -> [FileChanges] {
    guard agreed.contains(where: { !$0.isEmpty }) else { return agreed }
    let written = try PanelStore(path: store, creating: true)
    return try zip(files, agreed).map { file, changes in
      // Who replaces whatever there is has agreed to what has come in between, too.
      try written.save(
        file, codebook: codebook, puttingBack: replace, agreed: replace ? nil : changes)
    }
  }

  /// What one file holds: a published workbook by its layout, any other table by its header.
  private func readings(of path: String, by reader: WorkbookReader) throws -> [Reading] {
    let file = TableFile(path)
    let tidy = try table.reader(
      gazetteer: reader.gazetteer, codebook: reader.codebook, year: year)
    if let workbook = try file.workbook() {
      let first = try file.table()
      guard TidyReader.canRead(first) || !table.columns.isEmpty else {
        return try reader.readings(
          of: workbook, year: year ?? WorkbookReader.year(ofFile: workbook.file))
      }
      let others = workbook.sheets.filter { $0.name != first.sheet }.map(\.name)
      return try tidy.readings(of: first).enumerated().map { position, reading in
        position > 0 || others.isEmpty
          ? reading
          : reading.remarked(
            Remark(
              .note, place: workbook.file,
              "only the first visible sheet of a table of one's own is read, not "
                + others.map { "\"\($0)\"" }.joined(separator: ", ")))
      }
    }
    return try tidy.readings(of: try file.table())
  }

  /// What replaying each year's rule says of the figures: a file of another year gives itself away.
  private func doubts(
    on readings: [Reading], datasets: Datasets, reader: WorkbookReader
  ) throws -> [Phrase] {
    try readings.filter(\.isWhole).flatMap { reading -> [Phrase] in
      // The total's parts are other readings; 'check' holds it against them.
      guard reading.subindex != Codebook.wholeIndex,
        try datasets.ruleYears(of: reading.subindex).contains(reading.year)
      else { return [] }
      let rule = try datasets.rule(of: reading.subindex, year: reading.year)
      // A fitted rule misses the scores whatever the file holds.
      guard rule.standing == .exact else { return [] }
      let panel = try Panel(
        reading.figures, gazetteer: reader.gazetteer, codebook: reader.codebook)
      return try rule.scoreboard(of: panel).doubts
    }
  }
}

/// Why figures were not stored.
enum IngestError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Figures would be replaced, and there is nobody to ask.
  case unconfirmed(String)
  /// Somebody was asked, and refused.
  case declined

  var description: String {
    switch self {
    case .unconfirmed(let explanation): explanation
    case .declined: "nothing was stored"
    }
  }
}
