/// The bytes that CSV is made of, and what is found out before a file is read.
enum CSVFormat {
  static let quote = UInt8(ascii: "\"")
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
  /// The separators a reader may find by itself, the likelier first.
  static let separators: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]

  /// Returns the byte of a character that can separate cells.
  static func checked(_ separator: Character) -> UInt8 {
    guard let byte = separator.asciiValue, separator != "\r\n" else {
      preconditionFailure("a separator must be an ASCII character")
    }
    precondition(
      byte != quote && byte != lineFeed && byte != carriageReturn && byte != 0,
      "a quote, a line end and NUL cannot separate cells")
    return byte
  }

  static func checkUTF8(_ bytes: Span<UInt8>, file: String) throws(TableError) {
    do {
      _ = try UTF8Span(validating: bytes)
    } catch {
      throw .notUTF8(file: file, line: line(of: error.byteOffsets.lowerBound, in: bytes))
    }
  }

  /// Returns the separator that occurs most often in the first line with content.
  static func likelySeparator(of bytes: Span<UInt8>, from start: Int) -> UInt8 {
    var counts = [Int](repeating: 0, count: separators.count)
    var isQuoted = false
    var index = start
    while index < bytes.count, isLineEnd(bytes[index]) { index += 1 }
    while index < bytes.count {
      let byte = bytes[index]
      if byte == quote {
        isQuoted.toggle()
      } else if !isQuoted {
        if isLineEnd(byte) { break }
        if let found = separators.firstIndex(of: byte) { counts[found] += 1 }
      }
      index += 1
    }
    var best = 0
    for candidate in separators.indices where counts[candidate] > counts[best] {
      best = candidate
    }
    return separators[best]
  }

  static func isLineEnd(_ byte: UInt8) -> Bool {
    byte == lineFeed || byte == carriageReturn
  }

  /// Returns the line of the byte at an offset, counted from 1.
  static func line(of offset: Int, in bytes: Span<UInt8>) -> Int {
    var line = 1
    for index in 0..<offset {
      let isCRLF =
        bytes[index] == carriageReturn && index + 1 < bytes.count && bytes[index + 1] == lineFeed
      if isLineEnd(bytes[index]), !isCRLF { line += 1 }
    }
    return line
  }
}
