/// The first bytes of a file, by which its format is known whatever its name.
enum FileSignature {
  /// A zip archive, as .xlsx workbooks are.
  case zip
  /// A compound file, as .xls workbooks are, and encrypted ones of either kind.
  case compoundFile
  /// The records of an .xls workbook with nothing around them, as before Excel 5.
  case records

  private static let signatures: [(bytes: [UInt8], signature: Self)] = [
    ([0x50, 0x4B], .zip),
    ([0xD0, 0xCF, 0x11, 0xE0], .compoundFile),
    // The BOF records of Excel 2, 3, 4, 5 and 97, with their lengths.
    ([0x09, 0x00, 0x04, 0x00], .records),
    ([0x09, 0x02, 0x06, 0x00], .records),
    ([0x09, 0x04, 0x06, 0x00], .records),
    ([0x09, 0x08, 0x08, 0x00], .records),
    ([0x09, 0x08, 0x10, 0x00], .records),
  ]

  /// Recognises the format of a file, or nothing where it is none of these.
  init?(of bytes: [UInt8]) {
    guard let known = Self.signatures.first(where: { bytes.starts(with: $0.bytes) }) else {
      return nil
    }
    self = known.signature
  }
}
