/// The texts of one key column, and which of them are likely to come next.
struct KeyColumn: Sendable {
  let role: LongTableLayout.Role
  private(set) var table = KeyTable()
  /// The text met last of those that need no quotes.
  private var last: Int?
  /// For each text which one came after it the last time.
  private var followers: [Int] = []

  init(_ role: LongTableLayout.Role) {
    self.role = role
  }

  /// Recognises a likely text that a separator follows.
  ///
  /// Rows in any order of their keys repeat one text or go through the same ones again and again.
  ///
  /// - Returns: The number of the text and the index after it.
  @inline(__always)
  mutating func likely(
    at index: Int, in bytes: Span<UInt8>, before end: Int, separator: UInt8
  ) -> (number: Int, end: Int)? {
    guard let last else { return nil }
    if let end = table.end(of: last, at: index, in: bytes, before: end), bytes[end] == separator {
      return (last, end)
    }
    let follower = followers[last]
    if let end = table.end(of: follower, at: index, in: bytes, before: end),
      bytes[end] == separator
    {
      self.last = follower
      return (follower, end)
    }
    return nil
  }

  /// The number of a cell's text, or nothing where it was not met.
  @inline(__always)
  mutating func number(_ field: RecordScanner.Field, in bytes: Span<UInt8>) -> Int? {
    if field.number >= 0 { return field.number }
    let found =
      field.style == .escaped
      ? numberOfUnquoted(field.range, in: bytes) : table.number(of: field.range, in: bytes)
    guard let found else { return nil }
    // A text that was quoted may hold a separator, and cannot be recognised where it stands.
    if field.style == .plain { follow(found) }
    return found
  }

  @inline(__always)
  private mutating func follow(_ number: Int) {
    if let last { followers[last] = number }
    last = number
  }

  /// Adds a cell's text, unless it was met.
  ///
  /// - Returns: What is wrong with it, if anything is.
  mutating func insert(
    _ field: RecordScanner.Field, in bytes: Span<UInt8>
  ) -> LongTableFault.Kind? {
    if number(field, in: bytes) != nil { return nil }
    let content = bytes.content(of: field)
    guard (try? UTF8Span(validating: content.span)) != nil else { return .notUTF8 }
    let text = String(decoding: content, as: UTF8.self).withoutOuterSpaces
    if text.isEmpty { return .emptyCell(role) }
    if role == .year, Self.year(of: text) == nil { return .notAnInteger(role, text) }
    let padded = content + [UInt8](repeating: 0, count: KeyTable.wordPadding)
    let number = table.append(0..<content.count, in: padded.span)
    followers.append(number)
    if field.style == .plain { follow(number) }
    return nil
  }

  /// Adds the texts of the same column from other records.
  mutating func formUnion(_ other: KeyColumn) {
    table.formUnion(other.table)
    followers.append(contentsOf: followers.count..<table.count)
  }

  /// The whole number that a text stands for.
  static func year(of text: String) -> Int? {
    Double(decimal: text).flatMap(Int.init(exactly:))
  }

  private func numberOfUnquoted(_ range: Range<Int>, in bytes: Span<UInt8>) -> Int? {
    let content = bytes.content(of: RecordScanner.Field(range: range, style: .escaped))
    let padded = content + [UInt8](repeating: 0, count: KeyTable.wordPadding)
    return table.number(of: 0..<content.count, in: padded.span)
  }
}

extension Span<UInt8> {
  /// The bytes of a cell, each doubled quote once.
  func content(of field: RecordScanner.Field) -> [UInt8] {
    var content: [UInt8] = []
    content.reserveCapacity(field.range.count)
    var index = field.range.lowerBound
    while index < field.range.upperBound {
      content.append(self[index])
      index += field.style == .escaped && self[index] == CSVFormat.quote ? 2 : 1
    }
    return content
  }
}

/// The three key columns of a long table.
struct KeyColumns: Sendable {
  var unit = KeyColumn(.unit)
  var year = KeyColumn(.year)
  var indicator = KeyColumn(.indicator)

  /// Adds the texts of the same columns from other records.
  mutating func formUnion(_ other: KeyColumns) {
    unit.formUnion(other.unit)
    year.formUnion(other.year)
    indicator.formUnion(other.indicator)
  }
}
