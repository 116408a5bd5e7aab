/// The distinct texts of one column, numbered in the order they were met.
///
/// Texts are looked up by their bytes, so that no `String` is made of a text met before.
struct KeyTable: Sendable {
  private struct Entry {
    let hash: UInt64
    /// The first eight bytes, zeros after the end.
    let head: UInt64
    /// The next eight, likewise.
    let next: UInt64
    let start: Int
    let count: Int
  }

  private var entries: [Entry] = []
  /// The number of a text plus one at the place its hash gives, zero where there is none.
  private var slots = [UInt32](repeating: 0, count: 64)
  /// The texts one after another, with room to load whole words.
  private var bytes = [UInt8](repeating: 0, count: wordPadding)
  // Unpredictable, so that no file can be made whose texts collide; no result depends on it.
  private let seed = UInt64(truncatingIfNeeded: Hasher().finalize()) | 1

  /// The number of texts.
  var count: Int { entries.count }

  /// The bytes of a text.
  subscript(number: Int) -> ArraySlice<UInt8> {
    let entry = entries[number]
    return bytes[entry.start..<entry.start + entry.count]
  }

  /// Whether a text stands at an index of bytes that end before another.
  ///
  /// - Returns: The index after it, or nothing where something else stands there.
  /// - Precondition: `wordPadding` bytes can be read after the end.
  @inline(__always)
  func end(of number: Int, at index: Int, in source: Span<UInt8>, before end: Int) -> Int? {
    let entry = entries[number]
    guard entry.count <= end - index, source.word(at: index, entry.count) == entry.head else {
      return nil
    }
    if entry.count > 8 {
      guard source.word(at: index + 8, entry.count - 8) == entry.next else { return nil }
      if entry.count > 16, !restMatches(entry, index, in: source) { return nil }
    }
    return index + entry.count
  }

  /// The number of a text, or nothing where it was not met.
  ///
  /// - Precondition: `wordPadding` bytes can be read after the range.
  @inline(__always)
  func number(of range: Range<Int>, in source: Span<UInt8>) -> Int? {
    let hash = hash(range, in: source)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while true {
      let number = Int(slots[slot]) - 1
      if number < 0 { return nil }
      if entries[number].hash == hash,
        end(of: number, at: range.lowerBound, in: source, before: range.upperBound)
          == range.upperBound
      {
        return number
      }
      slot = (slot + 1) & (slots.count - 1)
    }
  }

  /// Adds a text that was not met, and returns its number.
  ///
  /// - Precondition: there are fewer than 2³² − 1 texts.
  mutating func append(_ range: Range<Int>, in source: Span<UInt8>) -> Int {
    precondition(entries.count < Int(UInt32.max) - 1, "a column has too many different texts")
    let start = bytes.count - Self.wordPadding
    bytes.removeLast(Self.wordPadding)
    for index in range { bytes.append(source[index]) }
    bytes.append(contentsOf: repeatElement(0, count: Self.wordPadding))
    entries.append(
      Entry(
        hash: hash(range, in: source), head: source.word(at: range.lowerBound, range.count),
        next: range.count > 8 ? source.word(at: range.lowerBound + 8, range.count - 8) : 0,
        start: start, count: range.count))
    if 2 * entries.count > slots.count {
      slots = [UInt32](repeating: 0, count: 2 * slots.count)
      for number in entries.indices { insert(number) }
    } else {
      insert(entries.count - 1)
    }
    return entries.count - 1
  }

  /// Adds the texts of another table that are not in this one.
  mutating func formUnion(_ other: KeyTable) {
    let source = other.bytes.span
    for entry in other.entries {
      let range = entry.start..<entry.start + entry.count
      if number(of: range, in: source) == nil { _ = append(range, in: source) }
    }
  }

  private mutating func insert(_ number: Int) {
    var slot = Int(truncatingIfNeeded: entries[number].hash) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt32(number + 1)
  }

  private func restMatches(_ entry: Entry, _ index: Int, in source: Span<UInt8>) -> Bool {
    let own = bytes.span
    var offset = 16
    while offset < entry.count {
      let left = entry.count - offset
      guard own.word(at: entry.start + offset, left) == source.word(at: index + offset, left)
      else { return false }
      offset += 8
    }
    return true
  }

  /// Multiplies word by word and folds the two halves of each product.
  @inline(__always)
  private func hash(_ range: Range<Int>, in source: Span<UInt8>) -> UInt64 {
    var hash = seed ^ UInt64(truncatingIfNeeded: range.count)
    var index = range.lowerBound
    repeat {
      let word = source.word(at: index, range.upperBound - index)
      let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15 ^ seed)
      hash = product.low ^ product.high
      index += 8
    } while index < range.upperBound
    return hash
  }

  /// How many bytes after a text must be there to be read.
  static let wordPadding = 8
}

extension Span<UInt8> {
  /// Up to eight bytes from an offset on as one number, the first byte lowest, zeros after `count`.
  @inline(__always)
  fileprivate func word(at offset: Int, _ count: Int) -> UInt64 {
    let word = UInt64(
      littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    return count >= 8 ? word : word & ((1 << UInt64(8 * count)) &- 1)
  }
}
