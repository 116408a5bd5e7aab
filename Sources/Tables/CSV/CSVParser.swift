/// One pass over the bytes of a CSV file, which are known to be UTF-8.
struct CSVParser {
  let file: String
  let separator: UInt8
  /// The most cells; a blank line counts as one, since it takes up room too.
  private let cellLimit: Int
  /// The next byte to read.
  var position: Int
  /// The line of that byte, counted from 1.
  private var line = 1
  /// The column of the cell being read, counted from 1.
  private var column = 1

  init(
    file: String, separator: UInt8, position: Int, cellLimit: Int = SheetLimits.cells
  ) {
    self.file = file
    self.separator = separator
    self.cellLimit = cellLimit
    self.position = position
  }

  mutating func table(_ bytes: Span<UInt8>) throws(TableError) -> Table {
    var rows: [[Cell]] = []
    var lines: [Int] = []
    var linesDiffer = false
    var room = cellLimit
    while position < bytes.count {
      lines.append(line)
      let cells = try record(bytes, expectedCells: rows.last?.count ?? 0, room: room)
      room -= max(cells.count, 1)
      rows.append(cells)
      if line != rows.count + 1 { linesDiffer = true }
    }
    return Table(
      file: file, sheet: nil, rows: rows, lines: linesDiffer ? lines : nil,
      separator: Character(Unicode.Scalar(separator)))
  }

  private mutating func record(
    _ bytes: Span<UInt8>, expectedCells: Int, room: Int
  ) throws(TableError) -> [Cell] {
    guard room > 0 else { throw .textFileTooLarge(file: file, cells: cellLimit) }
    if takeLineEnd(bytes) { return [] }
    var cells: [Cell] = []
    cells.reserveCapacity(expectedCells)
    while true {
      column = cells.count + 1
      guard column <= room else { throw .textFileTooLarge(file: file, cells: cellLimit) }
      cells.append(try cell(bytes))
      if position < bytes.count, bytes[position] == separator {
        position += 1
        continue
      }
      if !takeLineEnd(bytes) {
        // A last line without an end counts like one with it.
        line += 1
      }
      return cells
    }
  }

  private mutating func cell(_ bytes: Span<UInt8>) throws(TableError) -> Cell {
    let start = position
    if start < bytes.count, bytes[start] == CSVFormat.quote { return try quotedCell(bytes) }
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == separator { break }
      // All other bytes of meaning are no greater than a quote.
      if byte <= CSVFormat.quote {
        if CSVFormat.isLineEnd(byte) { break }
        if byte == CSVFormat.quote { throw .strayQuote(place) }
        if byte == 0 { throw .nulByte(place) }
      }
      index += 1
    }
    position = index
    return index == start ? .empty : .text(Self.text(bytes, start..<index))
  }

  private mutating func quotedCell(_ bytes: Span<UInt8>) throws(TableError) -> Cell {
    let opening = place
    let start = position + 1
    var index = start
    var hasDoubledQuote = false
    while true {
      guard index < bytes.count else { throw .unterminatedQuote(opening) }
      let byte = bytes[index]
      if byte > CSVFormat.quote {
        index += 1
        continue
      }
      if byte == CSVFormat.quote {
        guard index + 1 < bytes.count, bytes[index + 1] == CSVFormat.quote else { break }
        hasDoubledQuote = true
        index += 1
      } else if byte == CSVFormat.lineFeed
        || (byte == CSVFormat.carriageReturn
          && (index + 1 == bytes.count || bytes[index + 1] != CSVFormat.lineFeed))
      {
        line += 1
      } else if byte == 0 {
        throw .nulByte(place)
      }
      index += 1
    }
    position = index + 1
    if position < bytes.count, bytes[position] != separator,
      !CSVFormat.isLineEnd(bytes[position])
    {
      throw .textAfterQuote(place)
    }
    if index == start { return .empty }
    let content = start..<index
    return .text(
      hasDoubledQuote ? Self.unquotedText(bytes, content) : Self.text(bytes, content))
  }

  private mutating func takeLineEnd(_ bytes: Span<UInt8>) -> Bool {
    guard position < bytes.count, CSVFormat.isLineEnd(bytes[position]) else { return false }
    let isPair =
      bytes[position] == CSVFormat.carriageReturn && position + 1 < bytes.count
      && bytes[position + 1] == CSVFormat.lineFeed
    position += isPair ? 2 : 1
    line += 1
    return true
  }

  private var place: Location {
    Location(file: file, row: line, column: column)
  }

  private static func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    // The whole file was checked, and the range is cut at ASCII bytes.
    unsafe String(copying: UTF8Span(unchecked: bytes.extracting(range)))
  }

  private static func unquotedText(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    var content: [UInt8] = []
    content.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      content.append(bytes[index])
      index += bytes[index] == CSVFormat.quote ? 2 : 1
    }
    return String(decoding: content, as: UTF8.self)
  }
}
