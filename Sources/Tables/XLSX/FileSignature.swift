/// The first bytes of a file, by which its format is known.
enum FileSignature {
  private static let zip: [UInt8] = [0x50, 0x4B]
  private static let compoundFile: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

  /// Returns why a file cannot be a workbook in a zip archive, if its bytes show it.
  static func fault(of bytes: [UInt8]) -> TableError.WorkbookFault? {
    if bytes.isEmpty { return .empty }
    if bytes.starts(with: zip) { return nil }
    guard bytes.starts(with: compoundFile) else { return .notZip }
    // A workbook with a password is stored encrypted inside a compound file, as a stream of
    // this name in UTF-16 ([MS-OFFCRYPTO] 2.3.4).
    return contains("EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, bytes)
      ? .encrypted : .oldFormat
  }

  private static func contains(_ pattern: [UInt8], _ bytes: [UInt8]) -> Bool {
    guard bytes.count >= pattern.count else { return false }
    return (0...(bytes.count - pattern.count)).contains { start in
      bytes[start] == pattern[0] && bytes[start..<(start + pattern.count)].elementsEqual(pattern)
    }
  }
}
