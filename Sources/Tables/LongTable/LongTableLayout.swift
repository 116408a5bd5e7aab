/// Where a long table keeps what: the columns by their place in the header, and the first record.
struct LongTableLayout: Sendable {
  /// What a column holds.
  enum Role: Int {
    case unit, year, indicator, value, other
  }

  /// The file's name, for messages.
  let file: String
  let separator: UInt8
  /// The role of each column.
  let roles: [Role]
  /// The columns of the roles from `unit` to `value`, counted from 1, and their names.
  let columns: [(number: Int, name: String)]
  /// The offset of the first byte after the header.
  let start: Int
  /// The line that begins there.
  let line: Int

  /// Reads the header.
  ///
  /// - Throws: `TableError` for a header that is not well-formed, and for a column that is missing
  ///   or named twice.
  init(
    of source: ByteSource, columns names: [String], separator: UInt8?, file: String,
    recordLimit: Int
  ) throws {
    let (bytes, mark) = try Self.header(of: source, file: file, limit: recordLimit)
    self.file = file
    self.separator = separator ?? CSVFormat.likelySeparator(of: bytes.span, from: mark)
    let table = try CSVReader(
      separator: Character(Unicode.Scalar(self.separator)), encoding: .utf8
    ).table(bytes: bytes, file: file)
    let records = try Records(table, required: names)
    var roles = [Role](repeating: .other, count: table.header.count)
    var columns: [(number: Int, name: String)] = []
    for (index, name) in names.enumerated() {
      let number = records.columns[name] ?? 1
      roles[number - 1] = Role(rawValue: index) ?? .other
      columns.append((number, name))
    }
    self.roles = roles
    self.columns = columns
    start = bytes.count
    line = CSVFormat.line(of: bytes.count, in: bytes.span)
  }

  /// The place of a role's cell.
  func location(_ role: Role, line: Int) -> Location {
    Location(file: file, row: line, column: columns[role.rawValue].number)
  }

  /// The bytes up to the end of the first line outside quotes, and the length of the mark of their
  /// order.
  private static func header(
    of source: ByteSource, file: String, limit: Int
  ) throws(TableError) -> ([UInt8], mark: Int) {
    var bytes: [UInt8] = []
    var isQuoted = false
    var index = 0
    while true {
      let length = min(source.count - bytes.count, max(4096, bytes.count))
      if length > 0 {
        let filled = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: length))
        try source.read(length, at: filled, into: &bytes, from: filled)
      }
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        if byte == CSVFormat.quote { isQuoted.toggle() }
        guard !isQuoted, CSVFormat.isLineEnd(byte) else { continue }
        if byte == CSVFormat.carriageReturn {
          // The line feed that belongs to it may not be here yet.
          if index == bytes.count, index < source.count {
            index -= 1
            break
          }
          if index < bytes.count, bytes[index] == CSVFormat.lineFeed { index += 1 }
        }
        bytes.removeLast(bytes.count - index)
        return (bytes, mark(of: bytes))
      }
      if bytes.count == source.count { return (bytes, mark(of: bytes)) }
      guard bytes.count <= limit else {
        throw .recordTooLong(Location(file: file, row: 1, column: 1), limit: limit)
      }
    }
  }

  private static func mark(of bytes: [UInt8]) -> Int {
    bytes.starts(with: CSVFormat.byteOrderMark) ? CSVFormat.byteOrderMark.count : 0
  }
}
