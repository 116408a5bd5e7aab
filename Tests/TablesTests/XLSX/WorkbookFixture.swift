@testable import Tables

/// A small workbook whose parts a test can replace before it is packed.
struct WorkbookFixture {
  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// The parts in the order they are packed.
  var parts: [(name: String, content: [UInt8])]

  /// Makes a workbook with one sheet called "Data".
  init(rows: String = "", sharedStrings: String? = nil) {
    self.init(sheets: [("Data", rows)], sharedStrings: sharedStrings)
  }

  /// Makes a workbook from the names and the row elements of its sheets.
  init(sheets: [(name: String, rows: String)], sharedStrings: String? = nil) {
    parts = []
    self["[Content_Types].xml"] = """
      <Types xmlns="\(Self.package)/content-types">\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Override PartName="/xl/workbook.xml" \
      ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
      </Types>
      """
    self["_rels/.rels"] = Self.relationships([("rId1", "officeDocument", "xl/workbook.xml")])
    self["xl/workbook.xml"] = Self.workbook(
      sheets.enumerated().map { index, sheet in
        "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>"
      }.joined())
    var links = sheets.indices.map {
      ("rId\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml")
    }
    if let sharedStrings {
      links.append(("rIdS", "sharedStrings", "sharedStrings.xml"))
      self["xl/sharedStrings.xml"] =
        "<sst xmlns=\"\(Self.main)\" count=\"9\" uniqueCount=\"9\">\(sharedStrings)</sst>"
    }
    self["xl/_rels/workbook.xml.rels"] = Self.relationships(links)
    for (index, sheet) in sheets.enumerated() {
      self["xl/worksheets/sheet\(index + 1).xml"] = Self.worksheet(sheet.rows)
    }
  }

  /// The text of a part; setting nothing takes the part out.
  subscript(part: String) -> String? {
    get {
      parts.first { $0.name == part }.map {
        String(decoding: $0.content.dropFirst(Self.declaration.utf8.count), as: UTF8.self)
      }
    }
    set {
      let content = newValue.map { Array((Self.declaration + $0).utf8) }
      if let index = parts.firstIndex(where: { $0.name == part }) {
        if let content { parts[index].content = content } else { parts.remove(at: index) }
      } else if let content {
        parts.append((part, content))
      }
    }
  }

  static func workbook(_ sheets: String) -> String {
    "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><workbookPr date1904=\"1\"/>"
      + "<sheets>\(sheets)</sheets></workbook>"
  }

  static func worksheet(_ rows: String) -> String {
    "<worksheet xmlns=\"\(main)\"><dimension ref=\"A1:B2\"/><sheetData>\(rows)</sheetData>"
      + "<mergeCells count=\"1\"><mergeCell ref=\"A1:B1\"/></mergeCells></worksheet>"
  }

  static func relationships(_ links: [(id: String, kind: String, target: String)]) -> String {
    let elements = links.map {
      "<Relationship Id=\"\($0.id)\" Type=\"\(office)/\($0.kind)\" Target=\"\($0.target)\"/>"
    }
    return "<Relationships xmlns=\"\(package)/relationships\">\(elements.joined())</Relationships>"
  }

  /// The bytes of the file.
  func bytes() throws -> [UInt8] {
    try ZipFixture.bytes(parts)
  }

  /// The workbook as read, under the name book.xlsx.
  func workbook() throws -> Workbook {
    try Workbook(bytes: bytes(), file: "in/book.xlsx")
  }

  /// The rows of its first sheet as read.
  func rows() throws -> [[Cell]] {
    let workbook = try workbook()
    return try workbook.table(sheet: workbook.sheets[0].name).rows
  }
}
