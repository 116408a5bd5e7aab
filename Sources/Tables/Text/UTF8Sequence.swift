/// Characters of more than one byte in UTF-8.
enum UTF8Sequence {
  /// Returns the number of bytes of the character that starts at an index, or 0 where none does.
  ///
  /// Two or three bytes of a longer character count as one where the file ends after them.
  static func width(at index: Int, in bytes: [UInt8]) -> Int {
    let first = bytes[index]
    let width: Int
    switch first {
    case 0xC2...0xDF: width = 2
    case 0xE0...0xEF: width = 3
    case 0xF0...0xF4: width = 4
    default: return 0
    }
    let end = min(index + width, bytes.count)
    guard end - index >= 2, allowed(after: first).contains(bytes[index + 1]) else { return 0 }
    for next in index + 2..<max(end, index + 2) where !(0x80...0xBF).contains(bytes[next]) {
      return 0
    }
    return end - index
  }

  /// The second bytes that make neither an overlong form nor a surrogate, nor pass U+10FFFF
  /// (The Unicode Standard, table 3-7).
  private static func allowed(after first: UInt8) -> ClosedRange<UInt8> {
    switch first {
    case 0xE0: 0xA0...0xBF
    case 0xED: 0x80...0x9F
    case 0xF0: 0x90...0xBF
    case 0xF4: 0x80...0x8F
    default: 0x80...0xBF
    }
  }
}
