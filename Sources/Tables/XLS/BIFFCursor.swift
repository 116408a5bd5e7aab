/// Reads the content of one record, and of the records that continue it, from front to back.
struct BIFFCursor {
  /// The flag of texts whose characters take two bytes.
  static let wide: UInt8 = 0x01

  private let stream: [UInt8]
  /// Where the record's content begins, for messages.
  private let start: Int
  private var position: Int
  private var end: Int

  init(_ stream: [UInt8], _ record: BIFFRecord) {
    self.stream = stream
    start = record.content.lowerBound
    position = record.content.lowerBound
    end = record.content.upperBound
  }

  /// How many bytes are left before a continuation.
  var available: Int {
    end - position
  }

  /// Reads a number, its least byte first.
  mutating func number<Number: FixedWidthInteger & UnsignedInteger>(
    _ type: Number.Type
  ) throws(XLSFault) -> Number {
    let size = MemoryLayout<Number>.size
    if size <= available {
      let number = try stream.number(type, at: position)
      position += size
      return number
    }
    var number: Number = 0
    for index in 0..<size {
      while available == 0 { try enterContinuation() }
      number |= Number(try stream.number(UInt8.self, at: position)) << (8 * index)
      position += 1
    }
    return number
  }

  /// Passes over bytes.
  mutating func skip(_ count: Int) throws(XLSFault) {
    var rest = count
    while rest > available {
      rest -= available
      try enterContinuation()
    }
    position += rest
  }

  /// Reads the UTF-16 units of a text, of which each takes one byte or two.
  ///
  /// Where a text goes on in a continuation, that begins with a byte that says anew how many
  /// ([MS-XLS] 2.5.293).
  mutating func characters(_ count: Int, isWide: Bool) throws(XLSFault) -> String {
    var isWide = isWide
    var units: [UInt16] = []
    units.reserveCapacity(count)
    while units.count < count {
      if available == 0 {
        try enterContinuation()
        isWide = try number(UInt8.self) & Self.wide != 0
        continue
      }
      let size = isWide ? 2 : 1
      guard available >= size else {
        throw .malformed("the record at byte \(start - 4) splits a character")
      }
      let taken = min(available / size, count - units.count)
      for offset in stride(from: position, to: position + taken * size, by: size) {
        units.append(
          isWide
            ? try stream.number(UInt16.self, at: offset)
            : UInt16(try stream.number(UInt8.self, at: offset)))
      }
      position += taken * size
    }
    return String(decoding: units, as: UTF16.self)
  }

  private mutating func enterContinuation() throws(XLSFault) {
    guard end < stream.count else {
      throw .malformed("the record at byte \(start - 4) ends early")
    }
    let record = try stream.record(at: end)
    guard record.type == .continuation else {
      throw .malformed("the record at byte \(start - 4) ends early")
    }
    position = record.content.lowerBound
    end = record.content.upperBound
  }
}
