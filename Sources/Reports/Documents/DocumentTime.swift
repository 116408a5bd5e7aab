import Glibc

/// When a document is said to be made, in the place of the time of the run, which LibreOffice writes.
///
/// Bytes are changed where they stand, and none comes or goes: the times of the entries of an archive (APPNOTE
/// 4.4.6), and of a PDF the date of its making, with the identifiers that rest on it (ISO 32000-1, 14.3.3 and 14.4).
internal struct DocumentTime {
  /// In Greenwich.
  private let (year, month, day): (Int, Int, Int)
  private let (hour, minute, second): (Int, Int, Int)

  /// Takes a time.
  ///
  /// - Parameter seconds: the time in seconds since 1970.
  internal init(secondsSince1970 seconds: Int) {
    var time = time_t(seconds)
    var calendar = unsafe tm()
    _ = unsafe gmtime_r(&time, &calendar)
    let date = unsafe [calendar.tm_year + 1900, calendar.tm_mon + 1, calendar.tm_mday].map(Int.init)
    let clock = unsafe [calendar.tm_hour, calendar.tm_min, calendar.tm_sec].map(Int.init)
    (year, month, day) = (date[0], date[1], date[2])
    (hour, minute, second) = (clock[0], clock[1], clock[2])
  }

  /// Sets the time in a document.
  ///
  /// - Parameters:
  ///   - bytes: the document; unchanged where it is not as LibreOffice writes such.
  ///   - format: its kind.
  internal func set(in bytes: inout [UInt8], of format: ConvertedFormat) {
    if format == .pdf { setInPDF(&bytes) } else { setInArchive(&bytes) }
  }

  /// Year, month, day, hour, minute and second, in 14 digits.
  private var digits: String {
    [year, month, day, hour, minute, second].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
  }

  // MARK: Archives

  /// The time and the date as archives have them, which count from 1980, in two seconds.
  private var archived: [UInt8] {
    let time = UInt16(hour << 11 | minute << 5 | second / 2)
    let date = UInt16(min(max(year - 1980, 0), 127) << 9 | month << 5 | day)
    return [time, date].flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
  }

  private func setInArchive(_ bytes: inout [UInt8]) {
    func number(_ place: Int, _ count: Int) -> Int {
      (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }
    // The record at the end has no comment in what LibreOffice writes.
    let end = bytes.count - 22
    guard end >= 0, number(end, 4) == 0x0605_4B50 else { return }
    var entry = number(end + 16, 4)
    let archived = archived
    for _ in 0..<number(end + 10, 2) {
      guard entry + 46 <= end, number(entry, 4) == 0x0201_4B50 else { return }
      let local = number(entry + 42, 4)
      guard local + 30 <= end, number(local, 4) == 0x0403_4B50 else { return }
      let next = entry + 46 + number(entry + 28, 2) + number(entry + 30, 2) + number(entry + 32, 2)
      for (offset, byte) in archived.enumerated() {
        bytes[entry + 12 + offset] = byte
        bytes[local + 10 + offset] = byte
      }
      entry = next
    }
  }

  // MARK: PDF

  private func setInPDF(_ bytes: inout [UInt8]) {
    let digits = Array(digits.utf8)
    for mark in ["/CreationDate(D:", "/ModDate(D:"] {
      guard let place = Self.end(of: mark, in: bytes), place + digits.count <= bytes.count else {
        continue
      }
      bytes.replaceSubrange(place..<place + digits.count, with: digits)
    }
    // Behind this mark stand the identifiers, which the time of the run went into.
    guard let trailer = Self.end(of: "/ID [", in: bytes) else { return }
    let places = Self.identifiers(in: bytes, from: trailer)
    let blank = [UInt8](repeating: UInt8(ascii: "0"), count: Self.identifierLength)
    for place in places { bytes.replaceSubrange(place..<place + blank.count, with: blank) }
    let identifier = Self.identifier(of: bytes)
    for place in places { bytes.replaceSubrange(place..<place + blank.count, with: identifier) }
  }

  /// In hexadecimal digits.
  private static let identifierLength = 32

  /// Where the last of some marks ends.
  private static func end(of mark: String, in bytes: [UInt8]) -> Int? {
    bytes.lastRange(of: Array(mark.utf8))?.upperBound
  }

  /// Where runs of as many hexadecimal digits as an identifier has begin.
  private static func identifiers(in bytes: [UInt8], from start: Int) -> [Int] {
    let digits = Set("0123456789ABCDEF".utf8)
    let runs = bytes[start...].split { !digits.contains($0) }
    return runs.filter { $0.count == identifierLength }.map(\.startIndex)
  }

  /// Digits that tell a document from others, by the hash of Fowler, Noll and Vo (FNV-1a), from two beginnings.
  private static func identifier(of bytes: [UInt8]) -> [UInt8] {
    let hashes = [UInt64(0xCBF2_9CE4_8422_2325), 0x8422_2325_CBF2_9CE4].map { start in
      bytes.reduce(start) { ($0 ^ UInt64($1)) &* 0x0100_0000_01B3 }
    }
    return hashes.flatMap { hash in
      let digits = String(hash, radix: 16, uppercase: true)
      return Array((String(repeating: "0", count: 16 - digits.count) + digits).utf8)
    }
  }
}

extension [UInt8] {
  /// Where some bytes stand for the last time; nil where they do not.
  fileprivate func lastRange(of part: [UInt8]) -> Range<Int>? {
    guard count >= part.count else { return nil }
    return (0...count - part.count).last { self[$0..<$0 + part.count].elementsEqual(part) }
      .map { $0..<$0 + part.count }
  }
}
