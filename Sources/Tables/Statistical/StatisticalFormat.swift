/// The formats of statistics programs, known by the first bytes of a file.
enum StatisticalFormat {
  /// A data file of Stata.
  case stata
  /// A data file of SPSS, plain or compressed.
  case spss

  /// Looks at the first and the last bytes of a file.
  ///
  /// - Throws: `TableError.statistical` for another format, an unknown version and a missing end.
  init(_ bytes: [UInt8], file: String) throws(TableError) {
    if bytes.isEmpty { throw .statistical(file: file, .empty) }
    if bytes.starts(with: Self.stataTag) {
      try Self.checkVersion(bytes.dropFirst(Self.stataTag.count).prefix(3), file: file)
      // Without this a file cut within its last part would only lose some labels.
      guard bytes.suffix(Self.stataEnd.count) == Self.stataEnd[...] else {
        throw .statistical(file: file, .damaged("it has no end"))
      }
      self = .stata
    } else if bytes.starts(with: "$FL2".utf8) || bytes.starts(with: "$FL3".utf8) {
      self = .spss
    } else if bytes.count > 3, (102...115).contains(bytes[0]), (1...2).contains(bytes[1]),
      bytes[2] == 1
    {
      // Version, byte order and file type, as versions before 117 begin (Stata's `help dta_115`).
      guard bytes[0] >= 104 else { throw .statistical(file: file, .unsupportedVersion) }
      self = .stata
    } else {
      throw .statistical(file: file, .unknownFormat)
    }
  }

  private static let stataTag = Array("<stata_dta><header><release>".utf8)
  private static let stataEnd = Array("</stata_dta>".utf8)

  private static func checkVersion(_ digits: ArraySlice<UInt8>, file: String) throws(TableError) {
    guard let version = Int(String(decoding: digits, as: UTF8.self)), version <= 119 else {
      throw .statistical(file: file, .unsupportedVersion)
    }
  }
}
