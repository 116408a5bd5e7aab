import Panels
import Tables

/// A file that holds figures, in any format that is read.
struct TableFile {
  /// The path.
  let path: String

  init(_ path: String) { self.path = path }

  /// The workbook in the file, unless its name says that it is a single table.
  func workbook() throws -> Workbook? {
    Self.textEndings.union(Self.statisticalEndings).contains(ending)
      ? nil : try Workbook(contentsOf: path)
  }

  /// The single table in the file: of a workbook, its first visible sheet.
  ///
  /// Files of Stata and SPSS give the labels of their codes.
  func table() throws -> Table {
    if let workbook = try workbookOrReason() {
      let sheet = workbook.sheets.first { $0.state == .visible } ?? workbook.sheets.first
      return try sheet.map { try workbook.table(sheet: $0.name) }
        ?? Table(file: path, rows: [])
    }
    return Self.statisticalEndings.contains(ending)
      ? try StatisticalReader(usingLabels: true).table(contentsOf: path)
      : try CSVReader().table(contentsOf: path)
  }

  /// Whether the name says that the file is a single table in plain text.
  var isText: Bool { Self.textEndings.contains(ending) }

  private var ending: String { path.fileEnding ?? "" }

  private static let textEndings: Set<String> = ["csv", "tsv", "txt"]
  private static let statisticalEndings: Set<String> = ["dta", "sav", "zsav"]

  /// The workbook; where a file is none and its name tells of no other kind of table, what it could be.
  private func workbookOrReason() throws -> Workbook? {
    do {
      return try workbook()
    } catch TableError.workbook(_, .notZip) where !["xlsx", "xls"].contains(ending) {
      throw UnknownTableFile(path: path)
    }
  }
}

/// The name of a file does not tell what kind of table is in it.
struct UnknownTableFile: Error, CustomStringConvertible {
  let path: String

  var description: String {
    "\(path) is no workbook, and its name tells of no other table: tables end in .csv, .tsv, .txt, .xlsx, .xls, .dta, "
      + ".sav or .zsav"
  }
}
