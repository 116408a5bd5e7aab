/// A name by which formulas know cells of a workbook.
public struct DefinedName: Sendable, Hashable {
  /// The name.
  public let name: String
  /// The sheet of the cells.
  public let sheet: String
  /// The cells.
  public let range: CellRange

  /// Names cells.
  ///
  /// - Precondition: the name is one in Excel and LibreOffice: a small letter, then small letters, digits and
  ///   underscores, and nothing that could be read as a cell, such as pci2019.
  public init(_ name: String, for range: CellRange, on sheet: String) {
    precondition(Self.isValid(name), "\(name) cannot be the name of cells")
    self.name = name
    self.sheet = sheet
    self.range = range
  }

  /// The cells as a formula names them.
  var reference: String { "=" + Formula(range, on: sheet).text }

  /// Whether a name can be taken: strict, so that no program takes it for anything else.
  static func isValid(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard let first = bytes.first, letters.contains(first), bytes.count <= 200,
      bytes.allSatisfy({
        letters.contains($0) || digits.contains($0) || $0 == UInt8(ascii: "_")
      })
    else { return false }
    // r and c stand for a row and a column, as do r1 and r1c1.
    let isRowOrColumn =
      name == "r" || name == "c"
      || name.split(whereSeparator: { $0 == "r" || $0 == "c" }).allSatisfy { part in
        part.utf8.allSatisfy(digits.contains)
      }
    return CellReference(name) == nil && !isRowOrColumn
  }
}
