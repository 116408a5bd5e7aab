import Foundation
import Panels
import Tables
import TestSupport
import Testing

@testable import minhbach

/// The year that nobody has seen yet: it comes by data alone.
@Suite struct NewYearTests {
  private let folder: TemporaryDirectory
  private let data: String
  private let store: String

  /// A copy of the folder of datasets with one indicator more, from 2020 on.
  init() throws {
    folder = try TemporaryDirectory()
    data = folder.file("datasets")
    store = folder.file("pci.sqlite")
    try FileManager.default.copyItem(atPath: Bundled.checkout + "/datasets", toPath: data)
    try append(
      "online_forms,transparency,indicator,Biểu mẫu trực tuyến,Forms online,share,positive,,,2020,,,"
        + "Forms online (% YES)\n", to: "codebook.csv")
  }

  private func append(_ text: String, to name: String) throws {
    let path = data + "/" + name
    let before = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    try (before + text).write(toFile: path, atomically: true, encoding: .utf8)
  }

  /// Runs the program on the copied folder.
  private func run(_ arguments: String...) throws -> (output: String, error: String, code: Int32) {
    let process = Process()
    process.executableURL = URL(filePath: try Program.path())
    process.arguments = arguments
    process.environment = ["MINHBACH_DATA": data]
    let (output, error) = (folder.file("output"), folder.file("error"))
    for path in [output, error] { try TextFile.write("", to: path) }
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: error))
    try process.run()
    process.waitUntilExit()
    return (
      try String(contentsOfFile: output, encoding: .utf8),
      try String(contentsOfFile: error, encoding: .utf8), process.terminationStatus
    )
  }

  private func records(_ text: String) throws -> Records {
    try Records(CSVReader().table(bytes: Array(text.utf8), file: "answer.csv"))
  }

  /// The slope that the made-up score of 2020 has in the new indicator.
  private static let slope = 1.25

  /// Writes a workbook of 2020: the figures of 2019, the new indicator, and a score that hangs on it.
  private func writeWorkbook() throws -> String {
    let panel = try Bundled.panel()
    let indicators = try Bundled.codebook().indicators(of: "transparency", in: 2020)
    let rows = try panel.provinces.enumerated().map { number, province in
      let forms = Double((number * 37) % 63) / 64
      let score = try #require(panel[province.key, "transparency", 2019])
      return [.text(province.nameVi), Cell.number(forms), .number(score + Self.slope * forms)]
        + indicators.dropFirst().map { Cell(panel[province.key, $0.code, 2019]) }
    }
    let path = folder.file("PCI_2020.xlsx")
    try XLSXWriter().write(
      [
        Table(
          title: "Minh bạch",
          columns: ["Tỉnh thành", "Forms online (% YES)", "Transparency"]
            + indicators.dropFirst().map { $0.headings.last ?? "" }, rows: rows)
      ], to: path)
    return path
  }

  @Test func aWorkbookOfANewYearNeedsOneLayoutAndOneRowOfTheCodebook() throws {
    let workbook = try writeWorkbook()
    let refused = try run("ingest", workbook, "--store", store)
    #expect(refused.code == 65)
    #expect(
      refused.error == "Error: PCI_2020.xlsx: no layout describes the workbooks of 2020; there are "
        + "layouts for 2005–2019; a new year needs a file of its own in the folder layouts\n")

    try append(
      "subindex,years,sheets,heading_row,first_row,provinces,arrangement,province_column,"
        + "first_value_column,last_value_column\ntransparency,,Minh bạch,1,2,63,rows,A,B,\n",
      to: "layouts/2020.csv")
    let ingested = try run("ingest", workbook, "--store", store, "--format", "csv")
    #expect(ingested.code == 0, "\(ingested.error)")
    let read = try records(ingested.output)
    #expect(read.count == 14)
    #expect(try read.allSatisfy { try $0.integer("cells") == 63 && $0.integer("problems") == 0 })
    #expect(try read.contains { try $0.text("indicator") == "online_forms" })

    let exported = try records(run("export", "--store", store).output)
    #expect(exported.count == 14 * 63)
    let first = try #require(try exported.first { try $0.text("indicator") == "online_forms" })
    #expect(try first.text("source") == "PCI_2020.xlsx#Minh bạch!B2")
    #expect(try first.text("comparable") == "no")

    // What the new indicator counts comes back from the scores.
    let calibrated = try records(
      run("calibrate", "--year", "2020", "--store", store, "--format", "csv").output)
    let learned = try #require(
      try calibrated.first { try $0.text("indicator") == "online_forms" })
    // Scores are 32-bit numbers: half a spacing is 2.4e-7.
    #expect(try learned.number("largest_residual") < 1e-6)
    #expect(abs(try learned.number("slope") - Self.slope) < 1e-5)

    let checked = try run("check", "--store", store, "--format", "csv")
    #expect(checked.code == 0 && checked.output.split(separator: "\n").count == 1)
  }

  @Test func aPlainTableOfANewYearNeedsOnlyTheRowOfTheCodebook() throws {
    let table = folder.file("2020.csv")
    try TextFile.write(
      "Tỉnh,Năm,Biểu mẫu trực tuyến,website_score\nĐắk Nông,2020,45%,41.5\nHuế,2020,60.5%,\n",
      to: table)
    let ingested = try run("ingest", table, "--store", store, "--format", "csv")
    #expect(ingested.code == 0, "\(ingested.error)")
    let rows = try records(run("export", "--store", store).output)
    #expect(
      try rows.map {
        "\(try $0.text("province")) \(try $0.text("indicator")) \(try $0.text("value"))"
      }
        == [
          "Đắk Nông website_score 41.5", "Thừa Thiên Huế online_forms 0.605",
          "Đắk Nông online_forms 0.45",
        ])
    #expect(try rows.allSatisfy { try $0.integer("year") == 2020 })
  }

  @Test func withoutItsRowTheNewIndicatorIsRefused() throws {
    let table = folder.file("2020.csv")
    try TextFile.write("Tỉnh,Năm,Hẹn giờ trực tuyến\nĐắk Nông,2020,45%\n", to: table)
    let refused = try run("ingest", table, "--store", store)
    #expect(refused.code == 65)
    #expect(
      refused.error.hasPrefix(
        "Error: 2020.csv, line 1, column 3: the column \"Hẹn giờ trực tuyến\" means nothing here"))
    #expect(!FileManager.default.fileExists(atPath: store))
  }
}
