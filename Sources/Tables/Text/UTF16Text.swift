/// Text stored in two or four bytes a character.
enum UTF16Text {
  /// The encoding that the byte order mark at the start of a file stands for.
  static func markedByteOrder(_ bytes: [UInt8]) -> TextEncoding? {
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    return nil
  }

  /// The encoding of a file without a mark, where no other explains its NUL bytes.
  ///
  /// Of the first characters at least a third must be plain ASCII, which has a NUL byte on one
  /// side and never on the other. No text in another encoding has NUL bytes at all.
  static func unmistakableByteOrder(_ bytes: [UInt8]) -> TextEncoding? {
    let units = min(bytes.count, 4096) / 2
    guard units > 0, bytes.count.isMultiple(of: 2) else { return nil }
    var (zeroFirst, zeroSecond) = (0, 0)
    for unit in 0..<units {
      if bytes[2 * unit] == 0 { zeroFirst += 1 }
      if bytes[2 * unit + 1] == 0 { zeroSecond += 1 }
    }
    if zeroFirst == 0, 3 * zeroSecond >= units { return .utf16LittleEndian }
    if zeroSecond == 0, 3 * zeroFirst >= units { return .utf16BigEndian }
    return nil
  }

  /// Returns a text in UTF-8.
  ///
  /// - Throws: `TableError.undecodable` for half a character at the end, for a surrogate without
  ///   its other half, and for the byte order mark of the other byte order.
  static func utf8(
    _ bytes: [UInt8], _ encoding: TextEncoding, file: String
  ) throws(TableError) -> [UInt8] {
    let high = encoding == .utf16BigEndian ? 0 : 1
    let units = bytes.count / 2
    func unit(_ index: Int) -> UInt16 {
      UInt16(bytes[2 * index + high]) << 8 | UInt16(bytes[2 * index + 1 - high])
    }
    var text: [UInt8] = []
    // Latin text rarely needs more.
    text.reserveCapacity(units + units / 4)
    func fault() -> TableError {
      .undecodable(
        file: file, line: CSVFormat.line(of: text.count, in: text.span), encoding: encoding)
    }

    var index = 0
    while index < units {
      let first = unit(index)
      index += 1
      if first < 0x80 {
        text.append(UInt8(first))
      } else if let scalar = Unicode.Scalar(first) {
        if first == 0xFFFE, index == 1 { throw fault() }
        text.appendUTF8(scalar)
      } else {
        guard UTF16.isLeadSurrogate(first), index < units, UTF16.isTrailSurrogate(unit(index))
        else { throw fault() }
        let pair = UInt32(first & 0x3FF) << 10 | UInt32(unit(index) & 0x3FF)
        guard let scalar = Unicode.Scalar(0x1_0000 + pair) else { throw fault() }
        index += 1
        text.appendUTF8(scalar)
      }
    }
    guard bytes.count.isMultiple(of: 2) else { throw fault() }
    return text
  }
}

extension [UInt8] {
  /// Appends a character in UTF-8.
  mutating func appendUTF8(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { append(byte) }
    }
  }
}
