import CXLSXWriter
import Panels
import Tables
import TestSupport
import Testing

/// A workbook of 2017 of a made-up index with two sub-indices and three provinces, drawn as text.
///
/// A line is a row, and `|` stands between cells. What reads as a number is a number cell, unless an
/// apostrophe precedes it; `⏎` is a line break inside a cell.
struct SmallWorkbook {
  struct Sheet {
    let name: String
    let rows: [[Cell]]
    let isHidden: Bool
  }

  static let file = "PCI_2017.xlsx"
  /// The layout of each sub-index where a test has no other.
  static let openness = "openness,,Openness,1,2,3,rows,A,B,\n"
  static let land = "land,,Land,1,2,3,rows,A,B,\n"
  static let summary = "pci,,Summary,1,2,3,rows,A,B,\n"

  /// Rows of a file of layouts.
  var layouts = openness
  /// Rows of a table of corrections.
  var corrections = ""
  private(set) var sheets: [Sheet] = []

  init(layouts: String = openness, corrections: String = "") {
    self.layouts = layouts
    self.corrections = corrections
  }

  /// A workbook with the sheet of one sub-index, without any fault.
  static func sound(corrections: String = "") -> Self {
    var workbook = Self(corrections: corrections)
    workbook.add("Openness", soundSheet)
    return workbook
  }

  static let soundSheet = """
    Province       | Score | Use  | Ease
    Đắk Nông       | 5     | 0.5  | 2.5
    Kon Tum        | 6     | 0.25 | 3
    Thừa Thiên Huế | 7     | 0.75 | 3.5
    """

  /// The figures of `soundSheet`, as `values` tells them.
  static let soundValues = [
    "daknong openness 5.0", "kontum openness 6.0", "hue openness 7.0", "daknong use 0.5",
    "kontum use 0.25", "hue use 0.75", "daknong ease 2.5", "kontum ease 3.0", "hue ease 3.5",
  ]

  mutating func add(_ name: String, _ drawing: String, isHidden: Bool = false) {
    let rows = drawing.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).map { Self.cell(String($0)) }
    }
    sheets.append(Sheet(name: name, rows: rows, isHidden: isHidden))
  }

  /// Writes the workbook, and reads it.
  func readings() throws -> [Reading] {
    let folder = try TemporaryDirectory()
    let path = folder.file(Self.file)
    try write(to: path)
    return try reader().readings(of: Workbook(contentsOf: path), year: 2017)
  }

  /// The figures of all readings, each as province, indicator and value.
  func values() throws -> [String] { try Self.values(readings()) }

  static func values(_ readings: [Reading]) -> [String] {
    readings.flatMap(\.figures).map { "\($0.province) \($0.indicator) \($0.value)" }
  }

  /// The remarks of all readings, each after its severity, without the name of the file.
  func remarks() throws -> [String] { try Self.remarks(readings()) }

  static func remarks(_ readings: [Reading]) -> [String] {
    readings.flatMap(\.remarks).map { remark in
      var text = "\(remark)"
      for beginning in ["\(file), ", "\(file): "] where text.hasPrefix(beginning) {
        text.removeFirst(beginning.count)
      }
      return "\(remark.severity.rawValue): \(text)"
    }
  }

  /// Why the workbook cannot be read, without the name of the file.
  func complaint() -> String? {
    message { try readings() }.map { text in
      text.hasPrefix("\(Self.file), ") ? String(text.dropFirst(Self.file.count + 2)) : text
    }
  }

  private func reader() throws -> WorkbookReader {
    WorkbookReader(
      gazetteer: try Self.gazetteer(), codebook: try Self.codebook(),
      layouts: try WorkbookLayout.layouts(
        years: 2017...2017, reading: PanelsTests.table(csv: Self.header + layouts, file: "2017.csv")
      ),
      corrections: try Correction.corrections(
        reading: PanelsTests.table(
          csv: "year,sheet,cell,found,read_as,reason\n" + corrections, file: "corrections.csv")))
  }

  private func write(to path: String) throws {
    let file = unsafe workbook_new(path)
    for sheet in sheets {
      let page = unsafe workbook_add_worksheet(file, sheet.name)
      for (row, cells) in sheet.rows.enumerated() {
        for (column, cell) in cells.enumerated() {
          switch cell {
          case .number(let number):
            unsafe worksheet_write_number(page, UInt32(row), UInt16(column), number, nil)
          case .text(let text):
            unsafe worksheet_write_string(page, UInt32(row), UInt16(column), text, nil)
          default: break
          }
        }
      }
      if sheet.isHidden { unsafe worksheet_hide(page) }
    }
    try #require(unsafe workbook_close(file) == LXW_NO_ERROR)
  }

  private static func cell(_ drawing: String) -> Cell {
    let text = drawing.withoutOuterSpaces.split(separator: "⏎", omittingEmptySubsequences: false)
      .joined(separator: "\n")
    if text.isEmpty { return .empty }
    if text.hasPrefix("'") { return .text(String(text.dropFirst())) }
    return Double(decimal: text).map(Cell.number) ?? .text(text)
  }

  private static let header =
    "subindex,years,sheets,heading_row,first_row,provinces,arrangement,province_column,"
    + "first_value_column,last_value_column\n"

  static func gazetteer() throws -> Gazetteer {
    try Gazetteer([
      Province(key: "daknong", nameVi: "Đắk Nông", nameEn: "Dak Nong"),
      Province(key: "kontum", nameVi: "Kon Tum", nameEn: "Kon Tum"),
      Province(key: "hue", nameVi: "Thừa Thiên Huế", nameEn: "Thua Thien Hue"),
      Province(key: "hatay", nameVi: "Hà Tây", nameEn: "Ha Tay", years: 2005...2008),
    ])
  }

  static func codebook() throws -> Codebook {
    func indicator(
      _ code: String, of subindex: String, _ unit: IndicatorUnit,
      kind: Indicator.Kind = .indicator, _ direction: Direction = .positive, headings: [String]
    ) -> Indicator {
      Indicator(
        code: code, subindex: subindex, kind: kind, nameVi: code, nameEn: code, unit: unit,
        direction: direction, years: 2017...2019, headings: headings)
    }
    return try Codebook([
      indicator(
        "openness", of: "openness", .score, kind: .subindex, headings: ["Score", "Openness"]),
      indicator("use", of: "openness", .share, headings: ["Use", "Firms that use it"]),
      indicator(
        "ease", of: "openness", .mean,
        headings: ["Ease", "Ease (1=Easy; 5=Impossible)", "Độ dễ (1=Rất dễ; 5=Không thể)"]),
      indicator("land", of: "land", .score, kind: .subindex, headings: ["Score", "Land"]),
      indicator(
        "risk", of: "land", .mean, .reversed,
        headings: [
          "Risk", "Risk (1: Very High to 5: Very Low)", "Risk (1=Impossible; 5=Very easy)",
          "Rủi ro (1=Khó; 5=Dễ)", "Risk (1 = Easy, 5 = Hard)",
        ]),
      indicator("rent", of: "land", .money, kind: .context, headings: ["Rent"]),
      indicator("pci", of: "pci", .score, kind: .total, headings: ["PCI"]),
      indicator("pci_rank", of: "pci", .rank, kind: .rank, .reversed, headings: ["Rank"]),
    ])
  }
}
