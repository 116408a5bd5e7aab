import ArgumentParsing
import FoundationEssentials
import MinhBachKit
import Reports
import Tables

/// The form of an answer.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case table, csv, json, xlsx
}

/// The language of an answer.
enum Language: String, ExpressibleByArgument, CaseIterable {
  case en, vi
}

/// What a command answers: a table for programs, and how it is shown to people.
struct Answer {
  /// The full figures, with columns that scripts rely on.
  let table: Table
  /// The same, rounded and in words.
  let display: Table
  /// The settings the answer rests on, in order.
  let settings: [(String, Cell)]
  /// What a workbook draws of the figures.
  var charts: [TableSheet.Chart] = []

  /// The answer with what a workbook draws of it.
  func drawing(_ chart: TableSheet.Chart?) -> Answer {
    var answer = self
    if let chart { answer.charts.append(chart) }
    return answer
  }
}

/// How and where a command writes its answer.
struct OutputOptions: ParsableArguments {
  @Option(
    help: "The form of the answer. Default: by the ending of --output, else a table to read.")
  var format: OutputFormat?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write, instead of standard output. Folders are made as needed.",
      valueName: "file"))
  var output: String?

  @Option(help: "The language of the answer.")
  var lang: Language = .en

  @Flag(
    name: .customLong("excel-csv"),
    help: "CSV that a Vietnamese Excel opens by a double click: semicolons and decimal commas.")
  var isExcelCSV = false

  @Flag(name: .shortAndLong, help: "Leave out notes and progress.")
  var quiet = false

  func validate() throws {
    if isExcelCSV, let format, format != .csv {
      throw ValidationError("--excel-csv is a form of CSV: leave out --format.")
    }
    if isExcelCSV, let ending, ending != "csv" {
      throw ValidationError("--excel-csv writes CSV: name a file that ends in .csv.")
    }
    if format == .xlsx, output == nil {
      throw ValidationError("A workbook cannot be printed: name a file with --output.")
    }
    // A part of a run is written in a form of its own.
    if format == nil, let ending, !["txt", "part"].contains(ending), formatOfFile == nil {
      throw ValidationError("The ending .\(ending) names no format; add --format.")
    }
  }

  /// The words of the language.
  ///
  /// - Throws: what is wrong with the catalogue, or with the folder it lies in.
  func words() throws -> Words { lang == .en ? .english : try Datasets.find().words(lang) }

  /// Writes an answer; its notes go to standard error where the form has no place for them.
  func write(_ answer: Answer, default fallback: OutputFormat = .table, to streams: StandardStreams)
    throws
  {
    let format = self.format(or: fallback)
    let words = try words()
    var (table, display) = (words.translated(answer.table), words.translated(answer.display))
    if quiet {
      table.notes = []
      display.notes = []
    }
    switch format {
    case .table: try write(text(of: display, to: streams), to: streams)
    case .json: try write(JSONWriter().string(table, settings: answer.settings), to: streams)
    case .csv:
      let writer = isExcelCSV ? CSVWriter.forVietnameseExcel : CSVWriter()
      try write(writer.string(table), to: streams)
      for note in table.notes { streams.writeError(words("Note: \(note)") + "\n") }
    case .xlsx:
      // validate() has seen to it that there is a file.
      if let output {
        try AnswerWorkbook(
          table: table, charts: answer.charts, settings: answer.settings, words: words
        ).write(to: output)
      }
    }
  }

  /// Whether the answer is to be read by people, not by programs.
  var isForPeople: Bool { format(or: .table) == .table }

  private func format(or fallback: OutputFormat) -> OutputFormat {
    isExcelCSV ? .csv : format ?? formatOfFile ?? fallback
  }

  /// A table to be read, as wide as the terminal it goes to and set off there.
  private func text(of table: Table, to streams: StandardStreams) -> String {
    guard output == nil, !Self.isDumb(), let columns = streams.outputColumns else {
      return TextTable(table).text
    }
    return TextTable(
      table, width: max(Self.leastWidth, columns), style: Self.isStyled() ? .terminal : .plain
    ).text
  }

  /// Notes in narrower lines are no easier to read.
  private static let leastWidth = 40

  /// Whether a terminal may be given bold and dim letters.
  ///
  /// Not where NO_COLOR says so (https://no-color.org), nor where the terminal knows no such thing.
  static func isStyled(_ environment: [String: String] = ProcessInfo.processInfo.environment)
    -> Bool
  {
    environment["NO_COLOR", default: ""].isEmpty && !isDumb(environment)
  }

  /// Whether the terminal takes text alone, as that of a notebook or an editor does.
  static func isDumb(_ environment: [String: String] = ProcessInfo.processInfo.environment) -> Bool
  {
    environment["TERM"] == "dumb"
  }

  private var formatOfFile: OutputFormat? { ending.flatMap(OutputFormat.init) }

  private var ending: String? { output?.fileEnding }

  private func write(_ text: String, to streams: StandardStreams) throws {
    if let output {
      try TextFile.write(text, to: output)
    } else {
      try streams.writeOutput(text)
    }
  }
}
