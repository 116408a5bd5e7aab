/// The list of a compound file's streams and storages ([MS-CFB] 2.6).
struct CompoundDirectory {
  /// What an entry stands for.
  enum Kind: UInt8 {
    case unused = 0
    case storage = 1
    case stream = 2
    case root = 5
  }

  /// A stream or storage.
  struct Entry {
    var name = ""
    var kind = Kind.unused
    /// The first sector of the stream; of the root, that of the mini stream.
    var firstSector = CompoundHeader.endOfChain
    /// The stream's bytes.
    var size: UInt64 = 0
    fileprivate var left = Self.none
    fileprivate var right = Self.none
    fileprivate var child = Self.none

    /// The number that stands for no entry.
    fileprivate static let none: UInt32 = 0xFFFF_FFFF
  }

  private static let entrySize = 128
  private static let longestName = 31

  /// The entry that all others lie under.
  let root: Entry
  private let bytes: [UInt8]
  private let hasLongSizes: Bool

  init(_ bytes: [UInt8], hasLongSizes: Bool) throws(XLSFault) {
    self.bytes = bytes
    self.hasLongSizes = hasLongSizes
    root = try Self.entry(0, bytes, hasLongSizes)
    guard root.kind == .root else { throw .malformed("its directory does not begin with a root") }
  }

  /// Returns what lies directly under the root.
  ///
  /// A storage below it may hold another workbook, that of an embedded object. The entries form a
  /// tree sorted by name; all of it is walked, since not every program sorts it well.
  func entriesOfRoot() throws(XLSFault) -> [Entry] {
    var entries: [Entry] = []
    var isTaken = [Bool](repeating: false, count: bytes.count / Self.entrySize)
    var pending = [root.child]
    while let index = pending.popLast() {
      if index == Entry.none { continue }
      guard index < isTaken.count else {
        throw .malformed("its directory refers to entry \(index), which is not there")
      }
      guard !isTaken[Int(index)] else {
        throw .malformed("its directory refers to entry \(index) twice")
      }
      isTaken[Int(index)] = true
      let entry = try Self.entry(Int(index), bytes, hasLongSizes)
      entries.append(entry)
      pending.append(entry.right)
      pending.append(entry.left)
    }
    return entries
  }

  private static func entry(
    _ index: Int, _ bytes: [UInt8], _ hasLongSizes: Bool
  ) throws(XLSFault) -> Entry {
    let start = index * entrySize
    var entry = Entry()
    let code = try bytes.number(UInt8.self, at: start + 66)
    guard let kind = Kind(rawValue: code) else {
      throw .malformed("its directory has an entry of unknown kind \(code)")
    }
    entry.kind = kind
    // The length counts bytes, among them a NUL at the end.
    let length = Int(try bytes.number(UInt16.self, at: start + 64)) / 2 - 1
    var units: [UInt16] = []
    for unit in 0..<max(0, min(length, longestName)) {
      units.append(try bytes.number(UInt16.self, at: start + 2 * unit))
    }
    entry.name = String(decoding: units, as: UTF16.self)
    entry.left = try bytes.number(UInt32.self, at: start + 68)
    entry.right = try bytes.number(UInt32.self, at: start + 72)
    entry.child = try bytes.number(UInt32.self, at: start + 76)
    entry.firstSector = try bytes.number(UInt32.self, at: start + 116)
    entry.size =
      hasLongSizes
      ? try bytes.number(UInt64.self, at: start + 120)
      : UInt64(try bytes.number(UInt32.self, at: start + 120))
    return entry
  }
}
