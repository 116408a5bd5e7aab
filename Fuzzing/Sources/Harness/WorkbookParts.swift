/// A small workbook of which one part is given by an input.
public enum WorkbookParts {
  private static let office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let package = "http://schemas.openxmlformats.org/package/2006"

  private static let parts: [(name: String, content: [UInt8])] = [
    (
      "xl/worksheets/sheet1.xml",
      """
      <worksheet xmlns="\(main)"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c>\
      <c r="B1"><v>1.5</v></c></row></sheetData></worksheet>
      """
    ),
    ("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\"><si><t>a</t></si><si><t>b</t></si></sst>"),
    (
      "xl/workbook.xml",
      """
      <workbook xmlns="\(main)" xmlns:r="\(office)"><sheets>\
      <sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>
      """
    ),
    (
      "xl/_rels/workbook.xml.rels",
      """
      <Relationships xmlns="\(package)/relationships">\
      <Relationship Id="rId1" Type="\(office)/worksheet" Target="worksheets/sheet1.xml"/>\
      <Relationship Id="rId2" Type="\(office)/sharedStrings" Target="sharedStrings.xml"/>\
      </Relationships>
      """
    ),
    (
      "[Content_Types].xml",
      """
      <Types xmlns="\(package)/content-types"><Override PartName="/xl/workbook.xml" \
      ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
      </Types>
      """
    ),
    (
      "_rels/.rels",
      """
      <Relationships xmlns="\(package)/relationships">\
      <Relationship Id="rId1" Type="\(office)/officeDocument" Target="xl/workbook.xml"/>\
      </Relationships>
      """
    ),
  ].map { ($0, Array($1.utf8)) }

  /// Packs a workbook; the input's first byte chooses the part that the others replace.
  public static func workbook(_ input: [UInt8]) -> [UInt8] {
    let chosen = Int(input.first ?? 0) % parts.count
    var zip = StoredZip()
    for (index, part) in parts.enumerated() {
      zip.append(part.name, index == chosen ? Array(input.dropFirst()) : part.content)
    }
    return zip.bytes
  }
}
