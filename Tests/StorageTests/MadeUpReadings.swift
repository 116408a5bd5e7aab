import Panels
import Tables

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
}
