/// Packs parts into a zip archive without compressing them.
///
/// A mutated archive rarely passes its own checksums; packing mutated parts anew takes an input
/// past them, to what reads the parts.
struct StoredZip {
  private var archive: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Adds an entry.
  mutating func append(_ name: String, _ content: [UInt8]) {
    let offset = archive.count
    let name = Array(name.utf8)
    // Version, flags, method, time and date; then checksum, sizes and the name's length.
    var fields: [UInt8] = [20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0]
    fields += Self.bytes(Self.checksum(content), 4)
    fields += Self.bytes(UInt32(content.count), 4) + Self.bytes(UInt32(content.count), 4)
    fields += Self.bytes(UInt32(name.count), 2) + [0, 0]
    archive += [0x50, 0x4B, 3, 4] + fields + name + content
    directory += [0x50, 0x4B, 1, 2, 20, 0] + fields + [UInt8](repeating: 0, count: 10)
    directory += Self.bytes(UInt32(offset), 4) + name
    count += 1
  }

  /// The bytes of the archive.
  var bytes: [UInt8] {
    let number = Self.bytes(UInt32(count), 2)
    return archive + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + number + number
      + Self.bytes(UInt32(directory.count), 4) + Self.bytes(UInt32(archive.count), 4) + [0, 0]
  }

  private static func bytes(_ value: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
  }

  /// The CRC-32 of ISO 3309.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var rest = UInt32.max
    for byte in bytes { rest = rest >> 8 ^ remainders[Int(UInt8(truncatingIfNeeded: rest) ^ byte)] }
    return ~rest
  }

  /// What each byte leaves.
  private static let remainders: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { rest, _ in rest & 1 == 0 ? rest >> 1 : rest >> 1 ^ 0xEDB8_8320 }
  }
}
