/// A workbook that is to be written: sheets, and names for their cells.
public struct Spreadsheet: Sendable {
  /// What the document is called.
  public let title: String?
  /// The sheets, the first of which is shown.
  public let sheets: [Worksheet]
  /// The names of cells.
  public let names: [DefinedName]

  /// Collects sheets.
  ///
  /// - Precondition: no two names of cells are the same.
  public init(title: String? = nil, sheets: [Worksheet], names: [DefinedName] = []) {
    precondition(Set(names.map(\.name)).count == names.count, "names of cells differ")
    self.title = title
    self.sheets = sheets
    self.names = names
  }

  /// The sheet of a name.
  public subscript(name: String) -> Worksheet? { sheets.first { $0.name == name } }
}
