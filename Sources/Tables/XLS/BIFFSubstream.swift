/// Walks the records between the beginning and the end of the globals or of a sheet.
///
/// Charts inside a sheet are such sequences themselves, with cells of their own; they are passed
/// over ([MS-XLS], Worksheet Substream).
struct BIFFSubstream {
  private static let version: UInt16 = 0x0600

  private let stream: [UInt8]
  private var position: Int
  /// How many sequences have begun and not ended.
  private var depth = 0

  /// What a sequence of records describes.
  enum Kind: UInt16 {
    case globals = 0x0005
    case worksheet = 0x0010
  }

  /// Reads the record that begins a sequence.
  ///
  /// - Parameters:
  ///   - stream: The workbook's records.
  ///   - offset: Where the record stands.
  ///   - kind: What must begin there.
  ///   - file: The name used in messages.
  /// - Throws: `TableError.WorkbookFault.oldFormat` where it is of an Excel before 97.
  init(_ stream: [UInt8], at offset: Int, kind: Kind, file: String) throws(XLSFault) {
    let record = try stream.record(at: offset)
    switch record.type {
    case .beginning:
      var cursor = BIFFCursor(stream, record)
      guard try cursor.number(UInt16.self) == Self.version else {
        throw .other(.workbook(file: file, .oldFormat))
      }
      guard try cursor.number(UInt16.self) == kind.rawValue else {
        throw .malformed("byte \(offset) is not where the \(kind) can begin")
      }
    case .beginning2, .beginning3, .beginning4:
      throw .other(.workbook(file: file, .oldFormat))
    default:
      throw .malformed("byte \(offset) is not where the \(kind) can begin")
    }
    self.stream = stream
    position = record.content.upperBound
  }

  /// Returns the next record, or nothing at the end.
  mutating func next() throws(XLSFault) -> BIFFRecord? {
    while true {
      let record = try stream.record(at: position)
      position = record.content.upperBound
      switch record.type {
      case .beginning:
        depth += 1
      case .endOfFile:
        if depth == 0 { return nil }
        depth -= 1
      default:
        if depth == 0 { return record }
      }
    }
  }
}
