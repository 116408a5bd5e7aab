/// The code page of Windows for the languages of Western Europe.
///
/// Source: Unicode's mapping table `VENDORS/MICSFT/WINDOWS/CP1252.TXT`, version 2.01. Bytes the
/// table leaves undefined are refused.
enum Windows1252 {
  /// Returns a text in UTF-8.
  ///
  /// - Throws: `TableError.undecodable` for a byte without a character.
  static func utf8(_ bytes: [UInt8], file: String) throws(TableError) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 4)
    for (index, byte) in bytes.enumerated() {
      guard let scalar = scalar(byte) else {
        let line = CSVFormat.line(of: index, in: bytes.span)
        throw .undecodable(file: file, line: line, encoding: .windows1252)
      }
      text.appendUTF8(scalar)
    }
    return text
  }

  /// The character of a byte, or nothing where the code page has none.
  static func scalar(_ byte: UInt8) -> Unicode.Scalar? {
    switch byte {
    case 0x8A: "\u{160}"
    case 0x8E: "\u{17D}"
    case 0x9A: "\u{161}"
    case 0x9E: "\u{17E}"
    // The Vietnamese code page was made from this one, and has these bytes in common.
    case 0x80...0x9F: Windows1258.scalar(byte)
    // ASCII, and the bytes that agree with Latin-1.
    default: Unicode.Scalar(byte)
    }
  }
}
