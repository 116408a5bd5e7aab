/// The Vietnamese code page of Windows.
///
/// A letter with a tone is stored as the letter and a combining mark after it; a few have a byte
/// of their own. Source: Unicode's mapping table `VENDORS/MICSFT/WINDOWS/CP1258.TXT`, version
/// 2.01. Bytes the table leaves undefined are refused.
enum Windows1258 {
  /// Returns a text in UTF-8, its letters and marks composed (normalization form C).
  ///
  /// - Throws: `TableError.undecodable` for a byte without a character.
  static func utf8(_ bytes: [UInt8], file: String) throws(TableError) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 2)
    let marked = lettersWithOneMark
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard let letter = scalar(byte) else {
        let line = CSVFormat.line(of: index, in: bytes.span)
        throw .undecodable(file: file, line: line, encoding: .windows1258)
      }
      // Marks belong to the character before them; at the start of a text there is none.
      let hasLetter = markNumber(byte) == nil
      let start = hasLetter ? index + 1 : index
      var end = start
      while end < bytes.count, markNumber(bytes[end]) != nil { end += 1 }
      if start == end {
        text.appendUTF8(letter)
      } else if hasLetter, end - start == 1, let number = markNumber(bytes[start]),
        let single = marked[number << 8 | Int(byte)]
      {
        text.appendUTF8(single)
      } else {
        let marks = bytes[start..<end].compactMap(scalar)
        for scalar in Composition.composed(hasLetter ? letter : nil, marks) {
          text.appendUTF8(scalar)
        }
      }
      index = end
    }
    return text
  }

  /// For each mark and then each byte the single character of that letter with that mark.
  private static let lettersWithOneMark: [Unicode.Scalar?] = marks.flatMap { mark in
    (UInt8.min...0xFF).map { byte in
      guard let letter = scalar(byte), let mark = scalar(mark) else { return nil }
      return Composition.composed(letter, mark)
    }
  }

  /// Whether bytes that are not UTF-8 look like Vietnamese text in this code page.
  ///
  /// Letters of the Vietnamese alphabet outside ASCII, and tone marks after a vowel, must
  /// outnumber the other letters and the well-formed characters of UTF-8 together, and no byte
  /// may be undefined. So a UTF-8 file with one bad byte is not taken for this, nor is German.
  static func isLikely(_ bytes: [UInt8]) -> Bool {
    var balance = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
        continue
      }
      let width = UTF8Sequence.width(at: index, in: bytes)
      if width > 0 {
        balance -= 1
        index += width
        continue
      }
      guard scalar(byte) != nil else { return false }
      if markNumber(byte) != nil {
        balance += index > 0 && vowels.contains(bytes[index - 1] & 0xDF) ? 1 : -1
      } else if byte >= 0xC0, byte != 0xFE {
        balance += letters.contains(byte & 0xDF) ? 1 : -1
      }
      index += 1
    }
    return balance > 0
  }

  /// The bytes of À Á Â Ă È É Ê Í Đ Ó Ô Ơ Ù Ú Ư; small letters stand 0x20 above.
  private static let letters: [UInt8] = [
    0xC0, 0xC1, 0xC2, 0xC3, 0xC8, 0xC9, 0xCA, 0xCD, 0xD0, 0xD3, 0xD4, 0xD5, 0xD9, 0xDA, 0xDD,
  ]
  /// The bytes of A E I O U Y Â Ă Ê Ô Ơ Ư.
  private static let vowels: [UInt8] =
    [0x41, 0x45, 0x49, 0x4F, 0x55, 0x59, 0xC2, 0xC3, 0xCA, 0xD4, 0xD5, 0xDD]

  /// The bytes of grave, hook above, tilde, acute and dot below.
  private static let marks: [UInt8] = [0xCC, 0xD2, 0xDE, 0xEC, 0xF2]

  /// The place of a byte in `marks`.
  private static func markNumber(_ byte: UInt8) -> Int? {
    switch byte {
    case 0xCC: 0
    case 0xD2: 1
    case 0xDE: 2
    case 0xEC: 3
    case 0xF2: 4
    default: nil
    }
  }

  /// The character of a byte, or nothing where the code page has none.
  static func scalar(_ byte: UInt8) -> Unicode.Scalar? {
    switch byte {
    case 0x80...0x9F:
      let code = from0x80[Int(byte) - 0x80]
      return code == 0 ? nil : Unicode.Scalar(code)
    case 0xC3: return "\u{102}"
    case 0xCC: return "\u{300}"
    case 0xD0: return "\u{110}"
    case 0xD2: return "\u{309}"
    case 0xD5: return "\u{1A0}"
    case 0xDD: return "\u{1AF}"
    case 0xDE: return "\u{303}"
    case 0xE3: return "\u{103}"
    case 0xEC: return "\u{301}"
    case 0xF0: return "\u{111}"
    case 0xF2: return "\u{323}"
    case 0xF5: return "\u{1A1}"
    case 0xFD: return "\u{1B0}"
    case 0xFE: return "\u{20AB}"
    // ASCII, and the bytes that agree with Latin-1.
    default: return Unicode.Scalar(byte)
    }
  }

  private static let from0x80: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0, 0x2039, 0x0152, 0, 0, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0, 0x203A, 0x0153, 0, 0, 0x0178,
  ]
}
