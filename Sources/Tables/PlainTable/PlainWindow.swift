/// The rows of a plain table that start in a part of the file.
struct PlainWindow: Sendable {
  static let separator = UInt8(ascii: ",")
  /// A line longer than this is not plain.
  private static let lineLimit = 1 << 16

  private(set) var rows = 0
  /// Of each column of texts, as they stand in the file, the texts met in this window.
  private(set) var tables: [KeyTable]
  /// The numbers of the rows' texts in those, row by row.
  private(set) var codes: [Int32] = []
  /// The numbers, row by row, as they stand in the file.
  private(set) var numbers: [Double] = []

  /// Reads the rows that start in a range of the file, or nothing where one is not plain.
  init?(
    _ source: ByteSource, _ layout: PlainLayout, _ range: Range<Int>, _ buffer: inout [UInt8]
  ) throws(TableError) {
    tables = Array(repeating: KeyTable(), count: layout.textCount)
    // A row starts right at the window if a line ends right before it.
    let lower = range.lowerBound - 1
    let upper = min(range.upperBound + Self.lineLimit, source.count)
    let needed = upper - lower + RecordScanner.padding
    if buffer.count < needed { buffer = [UInt8](repeating: 0, count: needed) }
    try source.read(upper - lower, at: lower, into: &buffer, from: 0)
    for index in upper - lower..<needed { buffer[index] = 0 }
    let bytes = buffer.span
    let end = upper - lower
    var index = 0
    while index < end, bytes[index] != CSVFormat.lineFeed { index += 1 }
    index += 1
    let first = index
    let guess = (range.count + 1) / 32
    codes.reserveCapacity(guess * layout.textCount)
    numbers.reserveCapacity(guess * layout.numberCount)
    var last = [Int](repeating: -1, count: layout.textCount)
    // The file may end without a line end; else a line must end within what was read.
    let fileEnd = upper == source.count ? end : nil
    while index < range.upperBound - lower {
      guard let next = row(bytes, from: index, before: end, fileEnd, layout, &last) else {
        return nil
      }
      index = next
      rows += 1
    }
    // Texts that are read are checked one by one; the rest must not hide what no reader would accept.
    if layout.roles.contains(.other), first < min(index, end) {
      guard (try? UTF8Span(validating: bytes.extracting(first..<min(index, end)))) != nil else {
        return nil
      }
    }
  }

  /// Reads a row.
  ///
  /// - Returns: the index after its line; nothing where it is not plain.
  @inline(__always)
  private mutating func row(
    _ bytes: Span<UInt8>, from start: Int, before end: Int, _ fileEnd: Int?,
    _ layout: PlainLayout, _ last: inout [Int]
  ) -> Int? {
    var index = start
    var textNumber = 0
    for (column, role) in layout.roles.enumerated() {
      if column > 0 {
        guard bytes[index] == Self.separator else { return nil }
        index += 1
      }
      switch role {
      case .other:
        while !Self.isEnd(bytes[index]) { index += 1 }
      case .text:
        guard let code = text(bytes, &index, before: end, textNumber, &last[textNumber]) else {
          return nil
        }
        codes.append(code)
        textNumber += 1
      case .number:
        guard let value = Self.number(bytes, &index) else { return nil }
        numbers.append(value)
      }
    }
    // A line without content is no row.
    guard index - start >= layout.roles.count else { return nil }
    if bytes[index] == CSVFormat.carriageReturn { index += 1 }
    guard bytes[index] == CSVFormat.lineFeed || index == fileEnd else { return nil }
    return index + 1
  }

  /// Reads a text, which most often is the one of the row before or follows it.
  @inline(__always)
  private mutating func text(
    _ bytes: Span<UInt8>, _ index: inout Int, before end: Int, _ column: Int, _ last: inout Int
  ) -> Int32? {
    if last >= 0 {
      for number in [last, last + 1 < tables[column].count ? last + 1 : 0] {
        if let after = tables[column].end(of: number, at: index, in: bytes, before: end),
          Self.isEnd(bytes[after])
        {
          index = after
          last = number
          return Int32(truncatingIfNeeded: number)
        }
      }
    }
    let start = index
    while !Self.isEnd(bytes[index]) { index += 1 }
    guard index > start else { return nil }
    last =
      tables[column].number(of: start..<index, in: bytes)
      ?? tables[column].append(start..<index, in: bytes)
    return Int32(exactly: last)
  }

  /// Reads a number; not a number where it is missing, nothing where it is not plain.
  @inline(__always)
  private static func number(_ bytes: Span<UInt8>, _ index: inout Int) -> Double? {
    if let decimal = PlainDecimal(bytes, from: index, mark: UInt8(ascii: ".")),
      isEnd(bytes[decimal.end])
    {
      index = decimal.end
      return decimal.value
    }
    let start = index
    while !isEnd(bytes[index]) { index += 1 }
    return rare(bytes, start..<index)
  }

  /// Reads a number that is missing or long.
  private static func rare(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Double? {
    if range.isEmpty { return .nan }
    let cell = (range).map { bytes[$0] }
    guard (try? UTF8Span(validating: cell.span)) != nil else { return nil }
    switch NumberGrammar().number(in: String(decoding: cell, as: UTF8.self)) {
    case .missing: return .nan
    case .number(let value, isPercentage: false): return value
    case .number, .notANumber: return nil
    }
  }

  /// Whether a cell ends at a byte; a quote ends it too, so that it is met, and NUL after the file.
  @inline(__always)
  private static func isEnd(_ byte: UInt8) -> Bool {
    byte == separator || byte == CSVFormat.lineFeed || byte == CSVFormat.carriageReturn
      || byte == CSVFormat.quote || byte == 0
  }
}
