/// The escapes by which a workbook stores characters that XML cannot (ECMA-376 part 1, 22.9.2.19).
///
/// `_x000D_` stands for the character U+000D, and `_x005F_` for an underscore that would
/// otherwise begin such an escape.
enum EscapedText {
  /// Returns the text that stored bytes stand for.
  static func decoded(_ bytes: [UInt8]) -> String {
    guard bytes.contains(underscore) else { return String(decoding: bytes, as: UTF8.self) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if let scalar = scalar(in: bytes, at: index) {
        output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        index += escapeLength
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Returns a text as a workbook stores it: of characters that XML can hold, and with underscores that cannot
  /// be mistaken for the beginning of an escape.
  ///
  /// For every text of a sheet but names and formulas. NUL has no escape.
  static func encoded(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(underscore) || text.unicodeScalars.contains(where: \.isUnstorable) else {
      return text
    }
    var output: [UInt8] = []
    var index = 0
    for scalar in text.unicodeScalars {
      if scalar.isUnstorable {
        output.append(contentsOf: escape(of: scalar))
      } else {
        if scalar == "_", looksEscaped(bytes, at: index) {
          output.append(contentsOf: "_x005F".utf8)
        }
        output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
      index += UTF8.width(scalar)
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Returns a text without the characters that XML cannot hold, for where no escape is known: titles of charts
  /// and of the document.
  static func plain(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text.unicodeScalars.filter { !$0.isUnstorable && $0 != "\0" })
    return String(scalars)
  }

  private static func escape(of scalar: Unicode.Scalar) -> [UInt8] {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return Array(("_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_").utf8)
  }

  private static let underscore = UInt8(ascii: "_")
  private static let escapeLength = 7

  /// Returns the character of the escape at an index; a NUL or half a pair is left as it stands.
  private static func scalar(in bytes: [UInt8], at index: Int) -> Unicode.Scalar? {
    guard looksEscaped(bytes, at: index) else { return nil }
    var value: UInt32 = 0
    for byte in bytes[(index + 2)..<(index + 6)] {
      value = value * 16 + (hexValue(byte) ?? 0)
    }
    return value == 0 ? nil : Unicode.Scalar(value)
  }

  private static func looksEscaped(_ bytes: [UInt8], at index: Int) -> Bool {
    guard index + escapeLength <= bytes.count, bytes[index] == underscore,
      bytes[index + 1] == UInt8(ascii: "x"), bytes[index + 6] == underscore
    else { return false }
    return bytes[(index + 2)..<(index + 6)].allSatisfy { hexValue($0) != nil }
  }

  private static func hexValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
    default: nil
    }
  }
}

extension Unicode.Scalar {
  /// Whether XML 1.0 (§2.2) has no such character, or readers make another of it, as of a carriage return (§2.11).
  fileprivate var isUnstorable: Bool {
    switch value {
    case 0x01...0x08, 0x0B...0x1F, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
