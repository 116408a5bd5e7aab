/// A file that holds streams in sectors, as a file system does ([MS-CFB]).
struct CompoundFile {
  private let bytes: [UInt8]
  private let header: CompoundHeader
  /// The sectors of the allocation table, in order.
  private let tableSectors: [UInt32]
  /// How many sectors follow the header; the last may be cut short.
  private let sectorCount: Int
  private var root = CompoundDirectory.Entry()
  private var entries: [CompoundDirectory.Entry] = []

  init(_ bytes: [UInt8]) throws(XLSFault) {
    let header = try CompoundHeader(bytes)
    // The header takes up a whole sector.
    sectorCount = max(0, (bytes.count - 1) / header.sectorSize)
    guard header.tableSectorCount <= sectorCount else {
      throw .malformed(
        "its allocation table takes \(header.tableSectorCount) of \(sectorCount) sectors")
    }
    self.bytes = bytes
    self.header = header
    tableSectors = try Self.tableSectors(header, bytes)
    let directory = try CompoundDirectory(
      contents(from: header.firstDirectorySector, size: nil, name: "the directory"),
      hasLongSizes: header.hasLongSizes)
    root = directory.root
    entries = try directory.entriesOfRoot()
  }

  /// Whether a stream of that name lies at the top.
  func hasStream(_ name: String) -> Bool {
    entry(name) != nil
  }

  /// Returns the content of the stream of that name at the top, if there is one.
  func stream(_ name: String) throws(XLSFault) -> [UInt8]? {
    guard let entry = entry(name) else { return nil }
    let name = "the stream \"\(entry.name)\""
    guard entry.size <= bytes.count else {
      throw .malformed("\(name) claims \(entry.size) bytes, more than the file has")
    }
    let size = Int(entry.size)
    guard size < header.miniStreamCutoff else {
      return try contents(from: entry.firstSector, size: size, name: name)
    }
    let mini = try miniStream()
    return try mini.contents(from: entry.firstSector, size: size, name: name)
  }

  /// Names do not differ by case ([MS-CFB] 2.6.4).
  private func entry(_ name: String) -> CompoundDirectory.Entry? {
    let name = name.lowercased()
    return entries.first { $0.kind == .stream && $0.name.lowercased() == name }
  }

  private func miniStream() throws(XLSFault) -> MiniStream {
    guard root.size <= bytes.count else {
      throw .malformed("the mini stream claims \(root.size) bytes, more than the file has")
    }
    return MiniStream(
      bytes: try contents(
        from: root.firstSector, size: Int(root.size), name: "the mini stream"),
      table: try contents(
        from: header.firstMiniTableSector, size: nil, name: "the mini stream's table"))
  }

  /// Returns the bytes of a chain of sectors: as many as asked for, or all.
  private func contents(
    from first: UInt32, size: Int?, name: String
  ) throws(XLSFault) -> [UInt8] {
    let sectorSize = header.sectorSize
    let sectors = try SectorChain.sectors(
      from: first, needed: size.map { ($0 + sectorSize - 1) / sectorSize }, of: sectorCount,
      name: name, next: sector(after:))
    var contents: [UInt8] = []
    contents.reserveCapacity(sectors.count * sectorSize)
    for sector in sectors {
      let wanted = min(sectorSize, (size ?? .max) - contents.count)
      let start = Self.offset(of: sector, header)
      guard start + wanted <= bytes.count else {
        throw .malformed("\(name) needs sector \(sector), which is cut short")
      }
      contents.append(contentsOf: bytes[start..<(start + wanted)])
    }
    return contents
  }

  /// Looks up in the allocation table which sector follows one.
  private func sector(after sector: Int) throws(XLSFault) -> UInt32 {
    let (index, place) = sector.quotientAndRemainder(dividingBy: header.sectorSize / 4)
    guard index < tableSectors.count else {
      throw .malformed("its allocation table has no entry for sector \(sector)")
    }
    let tableSector = Int(tableSectors[index])
    guard tableSector < sectorCount else {
      throw .malformed("its allocation table leads to sector \(tableSector), which is not there")
    }
    let start = Self.offset(of: tableSector, header)
    return try bytes.number(UInt32.self, at: start + 4 * place)
  }

  /// Collects the sectors of the allocation table from the header and the list that continues it.
  private static func tableSectors(
    _ header: CompoundHeader, _ bytes: [UInt8]
  ) throws(XLSFault) -> [UInt32] {
    var sectors = header.tableSectors
    var list = header.firstListSector
    let entriesPerSector = header.sectorSize / 4 - 1
    // Ends also where the list runs in a circle, since each turn adds entries.
    while sectors.count < header.tableSectorCount {
      let start = offset(of: Int(list), header)
      guard start < bytes.count else {
        throw .malformed(
          "its allocation table has \(sectors.count) of \(header.tableSectorCount) sectors")
      }
      for index in 0..<min(entriesPerSector, header.tableSectorCount - sectors.count) {
        sectors.append(try bytes.number(UInt32.self, at: start + 4 * index))
      }
      list = try bytes.number(UInt32.self, at: start + 4 * entriesPerSector)
    }
    return sectors
  }

  private static func offset(of sector: Int, _ header: CompoundHeader) -> Int {
    (sector + 1) * header.sectorSize
  }
}
