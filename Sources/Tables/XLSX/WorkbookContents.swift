/// What a workbook's parts other than the sheets say.
struct WorkbookContents {
  let sheets: [Workbook.Sheet]
  /// The part of each sheet.
  let parts: [String]
  let sharedStrings: [String]

  init(_ archive: borrowing ZipArchive) throws(TableError) {
    let file = archive.file
    let main = try Self.mainPart(of: archive)
    let list = WorkbookHandler()
    try XMLPart.read(main, of: archive, with: list)
    let relationships = try Self.relationships(of: main, in: archive)

    var sheets: [Workbook.Sheet] = []
    var parts: [String] = []
    // One part read for a thousand sheets would take a thousand times as long.
    var seen: Set<String> = []
    for entry in list.entries {
      guard let relationship = relationships[entry.relationship], let part = relationship.part
      else {
        throw .part(
          file: file, part: main,
          .badRelationship(sheet: entry.sheet.name, id: entry.relationship))
      }
      guard relationship.kind == "worksheet" else { continue }
      guard seen.insert(part.lowercased()).inserted else {
        throw .workbook(file: file, .damaged("two sheets lead to \(Quotation.of(part))"))
      }
      guard archive.contains(part) else { throw .part(file: file, part: part, .missing) }
      sheets.append(entry.sheet)
      parts.append(part)
    }
    self.sheets = sheets
    self.parts = parts

    let table = relationships.part(kind: "sharedStrings")
    let strings = SharedStringsHandler()
    // Workbooks whose cells hold their texts themselves have no such table.
    if let table { try XMLPart.read(table, of: archive, with: strings) }
    sharedStrings = strings.strings
  }

  /// Finds the part that lists the sheets, and makes sure that it is one of a workbook.
  private static func mainPart(of archive: borrowing ZipArchive) throws(TableError) -> String {
    let file = archive.file
    let typesPart = "[Content_Types].xml"
    guard archive.contains(typesPart), archive.contains(PartName.relationships(of: "")) else {
      throw .workbook(file: file, .notWorkbook)
    }
    let types = ContentTypesHandler()
    try XMLPart.read(typesPart, of: archive, with: types)
    let relationships = try relationships(of: "", in: archive)
    guard let main = relationships.part(kind: "officeDocument") else {
      throw .workbook(file: file, .notWorkbook)
    }

    let type = types.type(of: main) ?? ""
    if type.contains("sheet.binary") { throw .workbook(file: file, .binary) }
    // Plain, macro-enabled and template workbooks differ in the middle of this name.
    guard type.hasSuffix(".main+xml"),
      type.contains("spreadsheetml") || type.contains("ms-excel")
    else { throw .workbook(file: file, .notWorkbook) }
    return main
  }

  private static func relationships(
    of part: String, in archive: borrowing ZipArchive
  ) throws(TableError) -> Relationships {
    let handler = RelationshipsHandler(folder: PartName.folder(of: part))
    try XMLPart.read(PartName.relationships(of: part), of: archive, with: handler)
    return handler.relationships
  }
}
