import Panels
import Storage
import Tables
import Testing

/// Two provinces and two sub-indices, with sheets to read them from.
enum MadeUp {
  static func codebook() throws -> Codebook {
    try Codebook([
      indicator("score", of: "transparency", unit: .score),
      indicator("use", of: "transparency", unit: .share),
      indicator("cost", of: "entry", unit: .days),
    ])
  }

  private static func indicator(
    _ code: String, of subindex: String, unit: IndicatorUnit
  ) -> Indicator {
    Indicator(
      code: code, subindex: subindex, nameVi: code, nameEn: code, unit: unit, direction: .positive,
      years: 2000...2100, headings: [code])
  }

  /// A reading of one sheet with a row per province.
  static func reading(
    _ subindex: String, _ year: Int, headings: [String], _ values: [[Double?]],
    file: String = "PCI.xlsx", sheet: String = "Tính minh bạch"
  ) throws -> Reading {
    let gazetteer = try Gazetteer([
      Province(key: "daknong", nameVi: "Đắk Nông", nameEn: "Dak Nong"),
      Province(key: "kontum", nameVi: "Kon Tum", nameEn: "Kon Tum"),
    ])
    let layouts = try WorkbookLayout.layouts(
      years: 2000...2100,
      reading: Table(
        title: nil,
        columns: [
          "subindex", "years", "sheets", "heading_row", "first_row", "provinces", "arrangement",
          "province_column", "first_value_column", "last_value_column",
        ],
        rows: [
          [
            .text(subindex), .empty, .text(sheet), .number(1), .number(2), .number(2),
            .text("rows"), .text("A"), .text("B"), .empty,
          ]
        ]))
    let rows = zip(["Đắk Nông", "Kon Tum"], values).map { [.text($0)] + $1.map { Cell($0) } }
    let reader = WorkbookReader(gazetteer: gazetteer, codebook: try codebook(), layouts: layouts)
    return try reader.reading(
      of: Table(
        file: file, sheet: sheet, rows: [[.text("Tỉnh")] + headings.map { .text($0) }] + rows),
      layout: layouts[0], year: year)
  }

  static func transparency(_ year: Int, _ values: [[Double?]]) throws -> Reading {
    try reading("transparency", year, headings: ["score", "use"], values)
  }

  static func entry(_ year: Int, _ values: [[Double?]]) throws -> Reading {
    try reading("entry", year, headings: ["cost"], values, sheet: "Gia nhập")
  }

  /// A file of readings, whose digest is a single digit throughout.
  static func file(
    _ digit: Character, name: String = "PCI.xlsx", _ readings: Reading...
  ) throws -> IncomingFile {
    IncomingFile(name: name, digest: try digest(digit), readings: readings)
  }

  static func digest(_ digit: Character) throws -> FileDigest {
    try #require(FileDigest(hexadecimal: String(repeating: digit, count: 64)))
  }

  /// A reading of single figures of one sub-index and year, as a table of one's own gives them.
  static func own(
    _ year: Int, _ indicator: String, _ values: [(province: String, value: Double)],
    file: String = "own.csv", remarks: [Remark] = []
  ) throws -> Reading {
    let found = try codebook().indicator(indicator)
    return Reading(
      file: file, sheet: "", year: year, subindex: found.subindex, indicators: [found],
      figures: values.enumerated().map { line, entry in
        Figure(
          province: entry.province, year: year, indicator: indicator, value: entry.value,
          source: "\(file), line \(line + 2), column 4")
      }, isWhole: false, remarks: remarks)
  }
}

extension PanelStore {
  /// Saves a file, whatever it replaces.
  @discardableResult
  borrowing func save(_ file: IncomingFile, puttingBack: Bool = false) throws -> FileChanges {
    try save(file, codebook: MadeUp.codebook(), puttingBack: puttingBack)
  }

  /// The values in short: «2017 use kontum 0.5».
  borrowing func values() throws -> [String] {
    try figures().map { "\($0.year) \($0.indicator) \($0.province) \($0.value)" }
  }
}
