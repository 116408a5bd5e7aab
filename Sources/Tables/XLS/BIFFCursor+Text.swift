extension BIFFCursor {
  private static let phonetic: UInt8 = 0x04
  private static let rich: UInt8 = 0x08

  /// Reads a text without its formats and pronunciation ([MS-XLS] 2.5.293).
  mutating func text() throws(XLSFault) -> String {
    let count = Int(try number(UInt16.self))
    let flags = try number(UInt8.self)
    // Each run of a format takes four bytes.
    var trailing = flags & Self.rich == 0 ? 0 : 4 * Int(try number(UInt16.self))
    if flags & Self.phonetic != 0 { trailing += Int(try number(UInt32.self)) }
    let text = try characters(count, isWide: flags & Self.wide != 0)
    try skip(trailing)
    return text
  }

  /// Reads a text of up to 255 characters, such as a sheet's name ([MS-XLS] 2.5.240).
  mutating func shortText() throws(XLSFault) -> String {
    let count = Int(try number(UInt8.self))
    let isWide = try number(UInt8.self) & Self.wide != 0
    return try characters(count, isWide: isWide)
  }
}
