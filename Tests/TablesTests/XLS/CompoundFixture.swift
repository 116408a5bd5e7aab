import TestSupport

/// A compound file composed from its streams.
struct CompoundFixture {
  /// A stream or storage.
  indirect enum Node {
    case stream(String, [UInt8])
    case storage(String, [Node])
  }

  static let endOfChain: UInt32 = 0xFFFF_FFFE
  static let free: UInt32 = 0xFFFF_FFFF

  /// What lies at the top.
  var nodes: [Node]
  /// Whether sectors have 4096 bytes, as in version 4, instead of 512.
  var isVersion4 = false
  /// Mixes the order of the sectors, if given.
  var seed: UInt64?
  /// The least number of sectors of the allocation table.
  var tableSectors = 1
  /// The size below which streams are mini.
  private static let cutoff = 4096

  init(_ nodes: [Node]) {
    self.nodes = nodes
  }

  /// A directory entry before its streams have their places.
  private struct Entry {
    var name: String
    var kind: UInt8
    var content: [UInt8] = []
    var left = CompoundFixture.free
    var right = CompoundFixture.free
    var child = CompoundFixture.free
    var start = CompoundFixture.endOfChain
  }

  /// The bytes of the file: the header, the allocation table, its list, then everything else.
  func bytes() -> [UInt8] {
    var entries = [Entry(name: "Root Entry", kind: 5)]
    entries[0].child = Self.add(nodes, to: &entries)

    let mini = entries.indices.filter { (1..<Self.cutoff).contains(entries[$0].content.count) }
    let large = entries.indices.filter { entries[$0].content.count >= Self.cutoff }
    let miniChains = chains(mini.map { entries[$0].content.count }, sectorSize: 64, from: 0)
    let miniCount = miniChains.joined().count
    var miniStream = [UInt8](repeating: 0, count: 64 * miniCount)
    for (chain, index) in zip(miniChains, mini) {
      entries[index].start = UInt32(chain[0])
      Self.place(entries[index].content, in: chain, sectorSize: 64, offset: 0, of: &miniStream)
    }
    entries[0].content = miniStream
    let miniTable = Self.table(miniChains, count: miniCount).flatMap(littleEndian)

    let sectorSize = isVersion4 ? 4096 : 512
    let perSector = sectorSize / 4
    let sizes =
      [entries.count * 128, miniTable.count, miniStream.count]
      + large.map { entries[$0].content.count }
    let dataCount = sizes.reduce(0) { $0 + ($1 + sectorSize - 1) / sectorSize }
    var tableCount = tableSectors
    var listCount = 0
    while tableCount * perSector < tableCount + listCount + dataCount
      || listCount * (perSector - 1) < tableCount - 109
    {
      if listCount * (perSector - 1) < tableCount - 109 { listCount += 1 } else { tableCount += 1 }
    }
    let chains = chains(sizes, sectorSize: sectorSize, from: tableCount + listCount)
    for (chain, index) in zip(chains.dropFirst(3), large) {
      entries[index].start = UInt32(chain[0])
    }
    entries[0].start = chains[2].first.map(UInt32.init) ?? Self.endOfChain

    var table = Self.table(chains, count: tableCount * perSector)
    for sector in 0..<tableCount { table[sector] = 0xFFFF_FFFD }
    for sector in tableCount..<(tableCount + listCount) { table[sector] = 0xFFFF_FFFC }

    var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    header += [UInt8](repeating: 0, count: 16)
    header += littleEndian(UInt16(0x3E)) + littleEndian(UInt16(isVersion4 ? 4 : 3))
    header += [0xFE, 0xFF] + littleEndian(UInt16(isVersion4 ? 12 : 9)) + littleEndian(UInt16(6))
    header += [UInt8](repeating: 0, count: 10)
    header += littleEndian(UInt32(tableCount)) + littleEndian(UInt32(chains[0][0]))
    header += [0, 0, 0, 0] + littleEndian(UInt32(Self.cutoff))
    header += littleEndian(chains[1].first.map(UInt32.init) ?? Self.endOfChain)
    header += littleEndian(UInt32(chains[1].count))
    header += littleEndian(listCount == 0 ? Self.endOfChain : UInt32(tableCount))
    header += littleEndian(UInt32(listCount))
    header += (0..<109).flatMap { littleEndian($0 < tableCount ? UInt32($0) : Self.free) }

    var file = header + [UInt8](repeating: 0, count: sectorSize - 512)
    file += table.flatMap(littleEndian)
    for list in 0..<listCount {
      let first = 109 + list * (perSector - 1)
      file += (first..<(first + perSector - 1)).flatMap {
        littleEndian($0 < tableCount ? UInt32($0) : Self.free)
      }
      file += littleEndian(
        list + 1 < listCount ? UInt32(tableCount + list + 1) : Self.endOfChain)
    }
    file += [UInt8](repeating: 0, count: dataCount * sectorSize)
    let contents =
      [entries.flatMap(Self.bytes(of:)), miniTable, miniStream]
      + large.map { entries[$0].content }
    for (content, chain) in zip(contents, chains) {
      Self.place(content, in: chain, sectorSize: sectorSize, offset: sectorSize, of: &file)
    }
    return file
  }

  /// Adds entries as a balanced tree and returns the topmost.
  private static func add(_ nodes: [Node], to entries: inout [Entry]) -> UInt32 {
    guard !nodes.isEmpty else { return free }
    let middle = nodes.count / 2
    let index = entries.count
    switch nodes[middle] {
    case .stream(let name, let content):
      entries.append(Entry(name: name, kind: 2, content: content))
    case .storage(let name, let children):
      entries.append(Entry(name: name, kind: 1))
      entries[index].child = add(children, to: &entries)
    }
    entries[index].left = add(Array(nodes[..<middle]), to: &entries)
    entries[index].right = add(Array(nodes[(middle + 1)...]), to: &entries)
    return UInt32(index)
  }

  /// Returns the sectors of each content.
  private func chains(_ sizes: [Int], sectorSize: Int, from first: Int) -> [[Int]] {
    let counts = sizes.map { ($0 + sectorSize - 1) / sectorSize }
    var sectors = Array(first..<(first + counts.reduce(0, +)))
    if let seed {
      var generator = SplitMix64(seed: seed)
      sectors.shuffle(using: &generator)
    }
    var rest = sectors[...]
    return counts.map { count in
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
  }

  private static func table(_ chains: [[Int]], count: Int) -> [UInt32] {
    var table = [UInt32](repeating: free, count: count)
    for chain in chains {
      for (sector, next) in zip(chain, chain.dropFirst().map(UInt32.init) + [endOfChain]) {
        table[sector] = next
      }
    }
    return table
  }

  private static func place(
    _ content: [UInt8], in chain: [Int], sectorSize: Int, offset: Int, of bytes: inout [UInt8]
  ) {
    for (index, sector) in chain.enumerated() {
      let piece = content[(index * sectorSize)..<min((index + 1) * sectorSize, content.count)]
      let start = offset + sector * sectorSize
      bytes.replaceSubrange(start..<(start + piece.count), with: piece)
    }
  }

  private static func bytes(of entry: Entry) -> [UInt8] {
    var name = entry.name.utf16.flatMap(littleEndian)
    name += [UInt8](repeating: 0, count: 64 - name.count)
    var bytes = name + littleEndian(UInt16(2 * entry.name.utf16.count + 2)) + [entry.kind, 1]
    bytes += littleEndian(entry.left) + littleEndian(entry.right) + littleEndian(entry.child)
    bytes += [UInt8](repeating: 0, count: 36) + littleEndian(entry.start)
    return bytes + littleEndian(UInt64(entry.content.count))
  }
}

/// Returns the bytes of a number, the least first.
func littleEndian<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
  (0..<MemoryLayout<Number>.size).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
}
