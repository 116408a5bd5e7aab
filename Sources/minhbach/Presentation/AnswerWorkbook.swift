import ArgumentParsing
import FoundationEssentials
import Tables

/// An answer as a workbook: the figures, what is drawn of them, what is said of them, and its settings.
struct AnswerWorkbook {
  /// The figures for programs, with notes in the language.
  let table: Table
  /// What is drawn.
  let charts: [TableSheet.Chart]
  /// The settings the answer rests on.
  let settings: [(String, Cell)]
  /// The language of the names of sheets.
  let words: Words

  /// Writes the workbook.
  ///
  /// - Throws: what the writer throws.
  func write(to path: String) throws {
    let digits = ColumnDigits(of: table)
    try XLSXWriter.usual().write(
      [TableSheet(table, charts: charts) { digits($0, $1) }], settings: settings,
      words: SheetWords(
        charts: words("charts"), notes: words("notes"), settings: words("settings"),
        setting: words("setting"), value: words("value")),
      to: path)
  }
}

extension XLSXWriter {
  /// The writer of this program: its workbooks are made at the time that `SOURCE_DATE_EPOCH` gives, else at none.
  ///
  /// - Throws: `ValidationError` where that is no number of seconds.
  static func usual(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> XLSXWriter {
    guard let text = environment["SOURCE_DATE_EPOCH"], !text.isEmpty else { return XLSXWriter() }
    // The last second of the year 9999, where dates of documents end.
    guard let seconds = Int(text), (1...253_402_300_799).contains(seconds) else {
      throw ValidationError("SOURCE_DATE_EPOCH is a number of seconds since 1970, not '\(text)'.")
    }
    return XLSXWriter(created: seconds)
  }
}
