import Glibc

/// The number of processors of this machine.
func processorCount() -> Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

/// What the columns of a plain table are read for.
struct PlainLayout: Sendable {
  /// What a column holds.
  enum Role: Sendable {
    /// Nothing that was asked for.
    case other, text, number
  }

  let columnNames: [String]
  let roles: [Role]
  /// Of each column of texts asked for, which one of those in the file it is.
  let textOrder: [Int]
  /// Likewise of numbers.
  let numberOrder: [Int]
  /// The offset of the first byte after the header.
  let start: Int

  /// The longest header that is plain.
  private static let headerLimit = 1 << 20

  /// Reads the header, or nothing where it is not plain.
  init?(of source: ByteSource, texts: [String], numbers: [String]) throws(TableError) {
    var bytes = [UInt8](repeating: 0, count: min(source.count, Self.headerLimit))
    try source.read(bytes.count, at: 0, into: &bytes, from: 0)
    guard let end = bytes.firstIndex(of: CSVFormat.lineFeed) else { return nil }
    bytes.removeLast(bytes.count - end - 1)
    let isPlain = !bytes.contains(CSVFormat.quote) && !bytes.contains(0)
    guard isPlain, CSVFormat.likelySeparator(of: bytes.span, from: 0) == PlainWindow.separator,
      let table = try? CSVReader(separator: ",").table(bytes: bytes, file: "header"),
      let records = try? Records(table), records.columnNames.count == table.header.count
    else { return nil }
    var roles = [Role](repeating: .other, count: table.header.count)
    for (names, role) in [(texts, Role.text), (numbers, Role.number)] {
      for name in names {
        guard let column = records.columns[name], roles[column - 1] == .other else { return nil }
        roles[column - 1] = role
      }
    }
    func order(_ names: [String], _ role: Role) -> [Int] {
      names.map { name in
        roles[..<((records.columns[name] ?? 1) - 1)].count { $0 == role }
      }
    }
    textOrder = order(texts, .text)
    numberOrder = order(numbers, .number)
    columnNames = records.columnNames
    self.roles = roles
    start = bytes.count
  }

  var textCount: Int { textOrder.count }
  var numberCount: Int { numberOrder.count }
}
