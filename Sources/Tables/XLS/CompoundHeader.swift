/// What the first bytes of a compound file say of the rest ([MS-CFB] 2.2).
struct CompoundHeader {
  /// The number that stands for no further sector.
  static let endOfChain: UInt32 = 0xFFFF_FFFE
  /// How many sectors of the allocation table the header itself lists.
  static let listedTableSectors = 109
  private static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
  private static let listOffset = 76

  /// The bytes of a sector: 512, or 4096 in version 4.
  let sectorSize: Int
  /// Whether sizes of streams take eight bytes; otherwise the last four of them may be anything.
  let hasLongSizes: Bool
  /// How many sectors the allocation table takes up.
  let tableSectorCount: Int
  /// The sectors of the allocation table that the header lists.
  let tableSectors: [UInt32]
  /// The first sector that lists further sectors of the allocation table.
  let firstListSector: UInt32
  /// The first sector of the directory.
  let firstDirectorySector: UInt32
  /// The size below which streams are kept in the mini stream.
  let miniStreamCutoff: Int
  /// The first sector of the mini stream's allocation table.
  let firstMiniTableSector: UInt32

  init(_ bytes: [UInt8]) throws(XLSFault) {
    guard bytes.count >= 512 else { throw .malformed("its header ends early") }
    guard bytes.starts(with: Self.signature),
      try bytes.number(UInt16.self, at: 28) == 0xFFFE
    else { throw .malformed("its header is not that of a compound file") }
    let version = try bytes.number(UInt16.self, at: 26)
    let sectorShift = try bytes.number(UInt16.self, at: 30)
    guard sectorShift == 9 || sectorShift == 12 else {
      throw .malformed("its sectors have 2^\(sectorShift) bytes, not 512 or 4096")
    }
    guard try bytes.number(UInt16.self, at: 32) == MiniStream.sectorShift else {
      throw .malformed("its mini sectors do not have 64 bytes")
    }
    sectorSize = 1 << Int(sectorShift)
    hasLongSizes = version >= 4
    tableSectorCount = Int(try bytes.number(UInt32.self, at: 44))
    firstDirectorySector = try bytes.number(UInt32.self, at: 48)
    miniStreamCutoff = Int(try bytes.number(UInt32.self, at: 56))
    firstMiniTableSector = try bytes.number(UInt32.self, at: 60)
    firstListSector = try bytes.number(UInt32.self, at: 68)
    var tableSectors: [UInt32] = []
    for index in 0..<min(tableSectorCount, Self.listedTableSectors) {
      tableSectors.append(try bytes.number(UInt32.self, at: Self.listOffset + 4 * index))
    }
    self.tableSectors = tableSectors
  }
}
