/// The stream that holds the small streams of a compound file in sectors of its own
/// ([MS-CFB] 2.4).
struct MiniStream {
  /// The binary logarithm of a mini sector's size.
  static let sectorShift: UInt16 = 6
  private static let sectorSize = 1 << Int(sectorShift)

  /// The mini sectors.
  let bytes: [UInt8]
  /// Which mini sector follows each.
  let table: [UInt8]

  /// Returns the content of a small stream.
  func contents(from first: UInt32, size: Int, name: String) throws(XLSFault) -> [UInt8] {
    let sectors = try SectorChain.sectors(
      from: first, needed: (size + Self.sectorSize - 1) / Self.sectorSize,
      of: (bytes.count + Self.sectorSize - 1) / Self.sectorSize, name: name
    ) { (sector) throws(XLSFault) in
      try table.number(UInt32.self, at: 4 * sector)
    }
    var contents: [UInt8] = []
    contents.reserveCapacity(size)
    for sector in sectors {
      let start = sector * Self.sectorSize
      let end = start + min(Self.sectorSize, size - contents.count)
      guard end <= bytes.count else {
        throw .malformed("\(name) needs mini sector \(sector), which is cut short")
      }
      contents.append(contentsOf: bytes[start..<end])
    }
    return contents
  }
}
