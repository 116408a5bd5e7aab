/// Finds the cells of one record after another, without copying any.
///
/// It works on a buffer of bytes that ends with `padding` zeros, and accepts exactly the records
/// that `CSVParser` accepts. Not copyable, because the copies would take longer than the reading.
struct RecordScanner: ~Copyable {
  /// A cell's content, without the quotes around it.
  struct Field {
    enum Style {
      case plain, quoted
      /// Quoted, with quotes inside that are written twice.
      case escaped
    }

    var range = 0..<0
    var style = Style.plain
    /// The number of its text, or -1 where it was not recognised.
    var number = -1
  }

  enum Step {
    case record
    /// A line without a cell, or with blank ones only.
    case blank
    /// The buffer ends before the record does.
    case incomplete
    /// The record is not well-formed, as `fault` says.
    case fault
  }

  /// How many zeros must follow the bytes.
  static let padding = 32

  private let separator: UInt8
  private let roles: [LongTableLayout.Role]
  /// Whether to check the cells that nobody reads.
  private let checksOthers: Bool
  /// The number of bytes in the buffer before the zeros.
  var end = 0
  /// Whether the file ends with the buffer.
  var isLast = false
  /// The next byte to read.
  var position = 0
  /// The line of that byte, counted from 0.
  private(set) var line = 0
  /// The first byte of the last record.
  private(set) var recordStart = 0
  /// The line of that byte.
  private(set) var recordLine = 0
  /// What is wrong with it.
  private(set) var fault: LongTableFault.Kind?
  // The last record's cells.
  private(set) var unit = Field()
  private(set) var year = Field()
  private(set) var indicator = Field()
  private(set) var value = Field()

  init(_ layout: LongTableLayout, checksOthers: Bool) {
    separator = layout.separator
    roles = layout.roles
    self.checksOthers = checksOthers
  }

  /// Goes back to before the last record.
  mutating func rewind() {
    position = recordStart
    line = recordLine
  }

  /// Reads a record.
  ///
  /// - Precondition: `position` is before `end`.
  mutating func next(in bytes: Span<UInt8>, _ keys: inout KeyColumns) -> Step {
    recordStart = position
    recordLine = line
    if CSVFormat.isLineEnd(bytes[position]) { return takeLineEnd(bytes) ? .blank : .incomplete }
    var column = 0
    while true {
      let role = column < roles.count ? roles[column] : .other
      column += 1
      if recognize(role, in: bytes, &keys) { continue }
      let stop =
        bytes[position] == CSVFormat.quote && position < end
        ? takeQuoted(bytes, column, role) : takePlain(bytes, column, role)
      if let stop { return stop }
      if bytes[position] == separator, position < end {
        position += 1
        continue
      }
      guard takeLineEnd(bytes) else { return .incomplete }
      if column == roles.count { return .record }
      return isBlank(bytes) ? .blank : fail(.cells(column))
    }
  }

  /// Whether the last record has no visible character.
  func isBlank(_ bytes: Span<UInt8>) -> Bool {
    for index in recordStart..<position {
      let byte = bytes[index]
      guard byte == separator || byte == CSVFormat.quote || byte.isASCIISpace else { return false }
    }
    return true
  }

  /// Passes a likely key and the separator after it, without looking for its end.
  @inline(__always)
  private mutating func recognize(
    _ role: LongTableLayout.Role, in bytes: Span<UInt8>, _ keys: inout KeyColumns
  ) -> Bool {
    var likely: (number: Int, end: Int)?
    switch role {
    case .unit:
      likely = keys.unit.likely(at: position, in: bytes, before: end, separator: separator)
      if let likely { unit = Field(number: likely.number) }
    case .year:
      likely = keys.year.likely(at: position, in: bytes, before: end, separator: separator)
      if let likely { year = Field(number: likely.number) }
    case .indicator:
      likely = keys.indicator.likely(at: position, in: bytes, before: end, separator: separator)
      if let likely { indicator = Field(number: likely.number) }
    case .value, .other: break
    }
    guard let likely else { return false }
    position = likely.end + 1
    return true
  }

  @inline(__always)
  private mutating func takePlain(
    _ bytes: Span<UInt8>, _ column: Int, _ role: LongTableLayout.Role
  ) -> Step? {
    let start = position
    var index = start
    while true {
      index = nextOfMeaning(in: bytes, from: index, separator: separator)
      let byte = bytes[index]
      if byte == separator || CSVFormat.isLineEnd(byte) { break }
      if byte == CSVFormat.quote { return fail(.strayQuote(column: column)) }
      if byte == 0 {
        if index < end { return fail(.nulByte(column: column)) }
        guard isLast else { return .incomplete }
        break
      }
      index += 1
    }
    position = index
    return keep(Field(range: start..<index), role, bytes)
  }

  private mutating func takeQuoted(
    _ bytes: Span<UInt8>, _ column: Int, _ role: LongTableLayout.Role
  ) -> Step? {
    let openingLine = line
    let start = position + 1
    var index = start
    var hasDoubledQuote = false
    while true {
      index = nextOfMeaning(in: bytes, from: index, separator: CSVFormat.quote)
      let byte = bytes[index]
      if byte == CSVFormat.quote {
        if index + 1 == end, !isLast { return .incomplete }
        guard bytes[index + 1] == CSVFormat.quote else { break }
        hasDoubledQuote = true
        index += 1
      } else if byte == CSVFormat.lineFeed
        || (byte == CSVFormat.carriageReturn && bytes[index + 1] != CSVFormat.lineFeed)
      {
        line += 1
      } else if byte == 0 {
        if index < end { return fail(.nulByte(column: column)) }
        guard isLast else { return .incomplete }
        line = openingLine
        return fail(.unterminatedQuote(column: column))
      }
      index += 1
    }
    position = index + 1
    if position < end, bytes[position] != separator, !CSVFormat.isLineEnd(bytes[position]) {
      return fail(.textAfterQuote(column: column))
    }
    return keep(
      Field(range: start..<index, style: hasDoubledQuote ? .escaped : .quoted), role, bytes)
  }

  @inline(__always)
  private mutating func keep(
    _ field: Field, _ role: LongTableLayout.Role, _ bytes: Span<UInt8>
  ) -> Step? {
    switch role {
    case .unit: unit = field
    case .year: year = field
    case .indicator: indicator = field
    case .value: value = field
    case .other:
      // The texts of the other roles are checked where they are first met.
      if checksOthers, !isUTF8(bytes, field.range) { return fail(.notUTF8) }
    }
    return nil
  }

  private mutating func fail(_ kind: LongTableFault.Kind) -> Step {
    fault = kind
    return .fault
  }

  private func isUTF8(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    (try? UTF8Span(validating: bytes.extracting(range))) != nil
  }

  /// Passes the end of a line or of the file; refuses where the buffer does not tell which.
  @inline(__always)
  private mutating func takeLineEnd(_ bytes: Span<UInt8>) -> Bool {
    if position < end, bytes[position] == CSVFormat.carriageReturn {
      if position + 1 == end, !isLast { return false }
      position += 1
      if position < end, bytes[position] == CSVFormat.lineFeed { position += 1 }
    } else if position < end {
      position += 1
    } else if !isLast {
      return false
    }
    line += 1
    return true
  }
}

extension Span<UInt8> {
  @inline(__always)
  fileprivate func chunk(at offset: Int) -> SIMD16<UInt8> {
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
  }
}

extension UInt8 {
  fileprivate var isASCIISpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}

/// The index of the first separator, quote or control character, sixteen bytes at a time.
@inline(__always)
private func nextOfMeaning(in bytes: Span<UInt8>, from start: Int, separator: UInt8) -> Int {
  let separators = SIMD16<UInt8>(repeating: separator)
  let quotes = SIMD16<UInt8>(repeating: CSVFormat.quote)
  let spaces = SIMD16<UInt8>(repeating: 0x20)
  var index = start
  while true {
    let chunk = bytes.chunk(at: index)
    let isOfMeaning = (chunk .== separators) .| (chunk .== quotes) .| (chunk .< spaces)
    let halves = unsafe unsafeBitCast(isOfMeaning, to: SIMD2<UInt64>.self)
    if halves.x != 0 { return index + UInt64(littleEndian: halves.x).trailingZeroBitCount >> 3 }
    if halves.y != 0 {
      return index + 8 + UInt64(littleEndian: halves.y).trailingZeroBitCount >> 3
    }
    index += 16
  }
}
