import Foundation
import Tables
import TestSupport
import Testing

/// A second program that computes workbooks.
enum LibreOffice {
  /// Its path; nil where it is not installed.
  static let path = InstalledProgram.libreOffice

  static let absence: Comment =
    "LibreOffice (soffice) is not installed: nothing computes the workbooks"

  /// The settings of a profile that computes every formula anew, whatever result stands in the file.
  private static let settings = """
    <?xml version="1.0" encoding="UTF-8"?>
    <oor:items xmlns:oor="http://openoffice.org/2001/registry"
      xmlns:xs="http://www.w3.org/2001/XMLSchema"
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
    <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"
      oor:op="fuse"><value>0</value></prop></item>
    </oor:items>
    """

  /// The workbooks as LibreOffice computes them, from files without any result.
  ///
  /// - Parameter spreadsheets: the workbooks.
  /// - Returns: them in their order; numbers have 15 digits, as LibreOffice writes them.
  /// - Throws: where a workbook cannot be written or computed.
  static func recalculated(_ spreadsheets: [Spreadsheet]) throws -> [Workbook] {
    let folder = try TemporaryDirectory()
    try FileManager.default.createDirectory(
      atPath: folder.file("profile/user"), withIntermediateDirectories: true)
    _ = try folder.write(Array(settings.utf8), as: "profile/user/registrymodifications.xcu")
    let paths = try spreadsheets.enumerated().map { index, spreadsheet in
      let path = folder.file("\(index).xlsx")
      try XLSXWriter().write(spreadsheet.withoutResults, to: path)
      return path
    }
    try convert(paths, ["--convert-to", "xlsx:Calc MS Excel 2007 XML"], in: folder)
    return try spreadsheets.indices.map { try Workbook(contentsOf: folder.file("out/\($0).xlsx")) }
  }

  /// A table of text as LibreOffice opens it, with what it takes for formulas computed.
  ///
  /// - Parameter csv: the table, with semicolons between its cells.
  /// - Returns: the workbook.
  /// - Throws: where it cannot be opened.
  static func opened(_ csv: String) throws -> Workbook {
    let folder = try TemporaryDirectory()
    let path = try folder.write(Array(csv.utf8), as: "0.csv")
    // Semicolons, quotes, UTF-8, from the first line.
    try convert(
      [path],
      ["--infilter=CSV:59,34,76,1", "--convert-to", "xlsx:Calc MS Excel 2007 XML"], in: folder)
    return try Workbook(contentsOf: folder.file("out/0.xlsx"))
  }

  private static func convert(
    _ paths: [String], _ words: [String], in folder: TemporaryDirectory
  ) throws {
    let process = Process()
    process.executableURL = URL(filePath: try #require(path))
    process.arguments =
      ["-env:UserInstallation=file://" + folder.file("profile"), "--headless"] + words
      + ["--outdir", folder.file("out")] + paths
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }
}
