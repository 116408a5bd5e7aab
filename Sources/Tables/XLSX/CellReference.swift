/// The row and column of a reference such as F12, both counted from 1.
struct CellReference: Equatable {
  let row: Int
  let column: Int

  /// Reads capital or small letters followed by digits.
  init?(_ text: String) {
    let bytes = text.utf8
    guard let split = bytes.firstIndex(where: { $0 < UInt8(ascii: "A") }),
      let column = Location.column(named: String(text[..<split])),
      let row = Self.number(text[split...])
    else { return nil }
    self.row = row
    self.column = column
  }

  /// Returns a row number: one to nine digits, not zero.
  static func number(_ text: some StringProtocol) -> Int? {
    guard text.utf8.count <= 9,
      text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let number = Int(text), number > 0
    else { return nil }
    return number
  }
}
