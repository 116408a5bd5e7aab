import FoundationEssentials
import Statistics
import Tables

/// A file with what some of the replicates of a run come to: a line that says of what, then rows of numbers.
///
/// Each row has a name, then its numbers, with commas between and the shortest digits that read back exactly.
struct PartFile {
  /// The path it was read from.
  let path: String
  /// What it belongs to.
  let header: PartHeader
  /// What the replicates come to.
  let rows: [NumberRow]

  /// The most bytes of a file: it is held in memory beside its numbers.
  private static let limit = 4 << 30

  /// Reads a file.
  ///
  /// - Parameter path: where it is.
  /// - Throws: `TableError` where it cannot be read; `PartError` where it is no part, or not the whole of it.
  init(contentsOf path: String) throws {
    let bytes = try TextFile.bytes(of: path, limit: Self.limit)
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")),
      let header = PartHeader(line: bytes[..<end])
    else { throw PartError.notAPart(path) }
    let body = bytes[(end + 1)...]
    guard FileDigest(of: body).hexadecimal == header.rows else { throw PartError.damaged(path) }
    self.path = path
    self.header = header
    rows = try body.split(separator: UInt8(ascii: "\n")).map { line in
      guard let row = NumberRow(line: line) else { throw PartError.damaged(path) }
      return row
    }
  }

  /// The text of the rows.
  static func text(_ rows: [NumberRow]) -> [UInt8] {
    var text: [UInt8] = []
    for row in rows {
      text += row.name.utf8
      for number in row.numbers {
        text.append(UInt8(ascii: ","))
        // Counts are many: they need no point. A negative zero is no count.
        let isWhole = number.magnitude < 0x1p53 && number == number.rounded() && number != 0
        text += isWhole || number.bitPattern == 0 ? "\(Int(number))".utf8 : "\(number)".utf8
      }
      text.append(UInt8(ascii: "\n"))
    }
    return text
  }

  /// The SHA-256 of numbers, by their bits.
  static func digest(of numbers: [Double]) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 * numbers.count)
    for number in numbers {
      for place in 0..<8 {
        bytes.append(UInt8(truncatingIfNeeded: number.bitPattern >> (8 * place)))
      }
    }
    return FileDigest(of: bytes[...]).hexadecimal
  }
}

extension NumberRow {
  /// Reads a row; nil where a number is none.
  fileprivate init?(line: ArraySlice<UInt8>) {
    let cells = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard let name = cells.first else { return nil }
    var numbers: [Double] = []
    numbers.reserveCapacity(cells.count - 1)
    for cell in cells.dropFirst() {
      guard let number = Double(decimal: String(decoding: cell, as: UTF8.self)) else { return nil }
      numbers.append(number)
    }
    self.init(String(decoding: name, as: UTF8.self), numbers)
  }
}
