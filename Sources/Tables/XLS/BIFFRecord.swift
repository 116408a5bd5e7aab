/// The records of an .xls workbook that matter here, by their numbers ([MS-XLS], Record Enumeration).
enum BIFFType: UInt16 {
  case formula = 0x0006
  case endOfFile = 0x000A
  case filePassword = 0x002F
  case continuation = 0x003C
  case boundSheet = 0x0085
  case multipleRK = 0x00BD
  case multipleBlanks = 0x00BE
  case richText = 0x00D6
  case sharedStrings = 0x00FC
  case sharedString = 0x00FD
  case blank = 0x0201
  case number = 0x0203
  case text = 0x0204
  case booleanOrError = 0x0205
  case formulaText = 0x0207
  case rk = 0x027E
  case beginning = 0x0809
  /// The beginnings of workbooks of Excel 2, 3 and 4.
  case beginning2 = 0x0009
  case beginning3 = 0x0209
  case beginning4 = 0x0409
}

/// Where the content of one record lies in the stream.
struct BIFFRecord: Equatable {
  /// The record's type, or nothing where it does not matter here.
  let type: BIFFType?
  /// The bytes of the content.
  let content: Range<Int>
}

extension [UInt8] {
  /// Returns the record whose header stands at an offset.
  func record(at offset: Int) throws(XLSFault) -> BIFFRecord {
    guard offset >= 0, offset <= count - 4 else {
      throw .malformed("the records end at byte \(count) without one that says so")
    }
    let type = BIFFType(rawValue: try number(UInt16.self, at: offset))
    let start = offset + 4
    let end = start + Int(try number(UInt16.self, at: offset + 2))
    guard end <= count else { throw .malformed("the record at byte \(offset) is cut short") }
    return BIFFRecord(type: type, content: start..<end)
  }
}
