/// Reads the list of sheets of a workbook.
final class WorkbookHandler: XMLHandler {
  /// A sheet and the relationship that leads to its cells.
  struct Entry {
    let sheet: Workbook.Sheet
    let relationship: String
  }

  let root = "workbook"
  let isCollecting = false
  var text: [UInt8] = []
  private(set) var entries: [Entry] = []
  private var isInSheets = false
  private var names: Set<String> = []

  func open(_ name: String, _ attributes: borrowing XMLAttributes) throws(XMLFault) {
    if name == "sheets" { isInSheets = true }
    guard isInSheets, name == "sheet" else { return }
    // The prefix of r:id is whatever the file binds to that namespace.
    guard let name = attributes["name"], let id = attributes.value(anyPrefix: "id") else {
      throw .malformed("a sheet without name or id")
    }
    guard names.insert(name).inserted else {
      throw .malformed("two sheets are called \(Quotation.of(name))")
    }
    guard names.count <= SheetLimits.sheets else {
      throw .malformed("more than \(SheetLimits.sheets) sheets")
    }
    let state = attributes["state"].flatMap(Workbook.State.init(rawValue:)) ?? .visible
    entries.append(Entry(sheet: Workbook.Sheet(name: name, state: state), relationship: id))
  }

  func close(_ name: String) throws(XMLFault) {
    if name == "sheets" { isInSheets = false }
  }
}
