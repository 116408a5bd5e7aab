/// The long strings (strL) of a Stata file since version 117.
///
/// ReadStat 1.1.8 takes the bytes of each as they are: it reads on past one that does not end by
/// NUL, and loses its way at one marked as binary data. So they are looked over before it does.
/// The layout is that of Stata's `help dta_118`, section 5.11.
enum StataLongStrings {
  /// What stands before the first.
  static let tag = Array("<strls>".utf8)

  private static let mark = Array("GSO".utf8)
  private static let binary: UInt8 = 129
  private static let text: UInt8 = 130

  /// Turns binary data into empty strings.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - start: The first byte after the tag.
  /// - Returns: The number of strings that held binary data, or nothing where a string has no end.
  static func emptyBinary(in bytes: inout [UInt8], from start: Int) -> Int? {
    guard bytes.count > 55 else { return nil }
    // After "<stata_dta><header><release>118</release><byteorder>".
    let isBigEndian = bytes[52] == UInt8(ascii: "M")
    let isVersion117 = bytes[28..<31].elementsEqual("117".utf8)
    // The mark, the variable, the observation, the type and the length.
    let headerSize = mark.count + 4 + (isVersion117 ? 4 : 8) + 1 + 4
    var changed = 0
    var index = start
    while index + headerSize <= bytes.count, bytes[index..<index + mark.count] == mark[...] {
      let content = index + headerSize
      let field = bytes[content - 4..<content]
      let length = (isBigEndian ? Array(field) : field.reversed()).reduce(0) { $0 << 8 | Int($1) }
      guard length > 0, content + length <= bytes.count else { return nil }
      if bytes[content - 5] == binary {
        bytes[content - 5] = text
        bytes[content] = 0
        changed += 1
      } else if bytes[content + length - 1] != 0 {
        return nil
      }
      index = content + length
    }
    return changed
  }
}
