/// Where a figure was read: a sheet and cell of its file, or a place in words.
internal struct FigurePlace: Sendable {
  /// The sheet, where the source is a cell of the file itself.
  internal let sheet: String?
  /// The cell of that sheet, such as F12.
  internal let cell: String?
  /// The source, where it is anything else.
  internal let words: String?

  /// Takes a source apart; put together again it is the same, byte for byte.
  internal init(source: String, file: String) {
    // Of the two characters each may stand in a sheet's name, which begins at the first '#' behind
    // the file's name and ends at the last '!'. Bytes are compared, for Swift's strings are equal
    // in whatever Unicode form.
    let bytes = source.utf8
    let start = Array(file.utf8) + [UInt8(ascii: "#")]
    guard bytes.starts(with: start), let end = bytes.lastIndex(of: UInt8(ascii: "!")),
      case let first = bytes.index(bytes.startIndex, offsetBy: start.count), first <= end,
      case let cell = source[bytes.index(after: end)...], Self.isReference(cell)
    else {
      (sheet, self.cell, words) = (nil, nil, source)
      return
    }
    (sheet, self.cell, words) = (String(source[first..<end]), String(cell), nil)
  }

  /// Whether a text is capital letters followed by digits.
  private static func isReference(_ text: Substring) -> Bool {
    let digits = text.utf8.drop { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    return digits.count < text.utf8.count && !digits.isEmpty
      && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
