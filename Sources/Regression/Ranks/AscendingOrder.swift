/// Rows group by group, each group in ascending order of its numbers; rows that tie keep their order.
struct AscendingOrder {
  /// The rows.
  let rows: [Int32]
  /// Where each group ends.
  let groupEnds: [Int]

  /// A number that orders as the row's does, and the row.
  private struct Entry {
    let key: UInt64
    let row: Int32

    /// Eleven bits of the key.
    @inline(__always)
    func digit(at shift: Int) -> Int {
      Int(truncatingIfNeeded: (key >> UInt64(shift)) & (1 << UInt64(digitWidth) - 1))
    }
  }

  /// Orders rows.
  ///
  /// - Parameters:
  ///   - numbers: one per row, none of them not-a-number.
  ///   - grouping: the groups; one group of all rows where nothing is said.
  /// - Complexity: O(n) for many rows, O(n log n) for few.
  init(of numbers: [Double], within grouping: Grouping?) {
    var entries = numbers.enumerated().map { Entry(key: $1.orderedBits, row: Int32($0)) }
    let sizes = grouping?.sizes ?? [numbers.count]
    if entries.count > Self.comparisonLimit { Self.sortByDigits(&entries) }
    if let grouping {
      entries = Self.dealt(entries, into: sizes) { Int(grouping.codes[Int($0.row)]) }
    }
    var end = 0
    groupEnds = sizes.map { size in
      end += size
      return end
    }
    if entries.count <= Self.comparisonLimit {
      for (size, end) in zip(sizes, groupEnds) {
        entries[end - size..<end].sort { ($0.key, $0.row) < ($1.key, $1.row) }
      }
    }
    rows = entries.map(\.row)
  }

  /// Sorts by eleven bits at a time from the lowest, leaving out digits that all rows share.
  private static func sortByDigits(_ entries: inout [Entry]) {
    for shift in stride(from: 0, to: UInt64.bitWidth, by: digitWidth) {
      var sizes = [Int](repeating: 0, count: 1 << digitWidth)
      for entry in entries { sizes[entry.digit(at: shift)] += 1 }
      if sizes.contains(entries.count) { continue }
      entries = dealt(entries, into: sizes) { $0.digit(at: shift) }
    }
  }

  /// The entries box by box, in their order within each box.
  private static func dealt(
    _ entries: [Entry], into sizes: [Int], by box: (Entry) -> Int
  ) -> [Entry] {
    var places = sizes
    var start = 0
    for box in places.indices {
      places[box] = start
      start += sizes[box]
    }
    var dealt = [Entry](repeating: Entry(key: 0, row: 0), count: entries.count)
    for entry in entries {
      let box = box(entry)
      dealt[places[box]] = entry
      places[box] += 1
    }
    return dealt
  }

  /// Few enough rows that comparing them is faster than counting digits.
  private static let comparisonLimit = 4096
  private static let digitWidth = 11
}

extension Double {
  /// Bits that order as numbers do: of the two zeros one, and negative numbers turned over.
  fileprivate var orderedBits: UInt64 {
    let bits = (self + 0).bitPattern
    return bits >> 63 == 1 ? ~bits : bits | 1 << 63
  }
}
