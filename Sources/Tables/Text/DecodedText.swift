/// The text of a file as UTF-8, from whatever it was stored in.
struct DecodedText {
  /// The text as well-formed UTF-8.
  let bytes: [UInt8]
  /// The first byte after a byte order mark.
  let start: Int
  /// What was found out rather than known.
  let notes: [Phrase]

  /// Decodes the bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: The whole content.
  ///   - encoding: How the text is stored, or nothing to find it out.
  ///   - file: The name used in messages.
  /// - Throws: `TableError` naming the line at fault.
  init(_ bytes: [UInt8], encoding: TextEncoding?, file: String) throws(TableError) {
    if let encoding = encoding ?? UTF16Text.markedByteOrder(bytes) {
      try self.init(bytes, known: encoding, file: file)
    } else if let encoding = UTF16Text.unmistakableByteOrder(bytes) {
      try self.init(
        bytes, known: encoding, file: file, notes: [Phrase("read as \(verbatim: encoding)")])
    } else {
      do {
        try self.init(bytes, known: .utf8, file: file)
      } catch {
        guard Windows1258.isLikely(bytes) else { throw error }
        try self.init(
          bytes, known: .windows1258, file: file,
          notes: [Phrase("read as \(verbatim: TextEncoding.windows1258)")])
      }
    }
  }

  private init(
    _ bytes: [UInt8], known encoding: TextEncoding, file: String, notes: [Phrase] = []
  ) throws(TableError) {
    let text: [UInt8]
    switch encoding {
    case .utf8:
      try CSVFormat.checkUTF8(bytes.span, file: file)
      text = bytes
    case .utf16LittleEndian, .utf16BigEndian:
      text = try UTF16Text.utf8(bytes, encoding, file: file)
    case .windows1252:
      text = try Windows1252.utf8(bytes, file: file)
    case .windows1258:
      text = try Windows1258.utf8(bytes, file: file)
    }
    self.bytes = text
    self.notes = notes
    start = text.starts(with: CSVFormat.byteOrderMark) ? 3 : 0
  }
}
