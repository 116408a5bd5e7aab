import CReadStat
import Glibc

/// What ReadStat's callbacks reach through the address they are given.
final class ReadStatContext {
  /// What a callback returns to end the reading.
  static let abort = Int32(READSTAT_HANDLER_ABORT)
  private static let proceed = Int32(READSTAT_HANDLER_OK)

  /// What is told.
  let contents: StatisticalContents
  /// Why the reading was ended.
  private(set) var failure: TableError?
  /// The encoding that texts are told in as they are stored; without it they are told in UTF-8.
  let encoding: TextEncoding?
  /// Whether the reading was ended because the file says that it is in Windows-1258.
  ///
  /// iconv holds back each letter of it until it sees whether a mark follows, and ReadStat never
  /// asks for the last: every text would lose its last letter to the next.
  private(set) var isToldWindows1258 = false
  private var bytes: [UInt8]
  /// The next byte to read.
  private var position = 0
  /// Whether nothing was read since the place was last changed.
  private var hasJustMoved = false

  init(_ bytes: [UInt8], _ contents: StatisticalContents, encoding: TextEncoding?) {
    self.bytes = bytes
    self.contents = contents
    self.encoding = encoding
  }

  @unsafe
  static func at(_ address: UnsafeMutableRawPointer?) -> ReadStatContext? {
    unsafe address.map { unsafe Unmanaged<ReadStatContext>.fromOpaque($0).takeUnretainedValue() }
  }

  // MARK: The bytes of the file

  /// Moves within the file and returns the new place, or -1 for one outside it.
  func seek(to offset: Int, from origin: readstat_io_flags_t) -> Int {
    let base =
      switch origin {
      case READSTAT_SEEK_SET: 0
      case READSTAT_SEEK_CUR: position
      default: bytes.count
      }
    let (target, overflows) = base.addingReportingOverflow(offset)
    guard !overflows, (0...bytes.count).contains(target) else { return -1 }
    position = target
    hasJustMoved = true
    return target
  }

  /// Copies the next bytes and returns their number, fewer than asked for at the end.
  @unsafe
  func read(into buffer: UnsafeMutableRawPointer?, capacity: Int) -> Int {
    guard let buffer = unsafe buffer, capacity > 0 else { return 0 }
    let count = min(capacity, bytes.count - position)
    unsafe bytes.withUnsafeBytes { all in
      guard let start = all.baseAddress else { return }
      unsafe buffer.copyMemory(from: start + position, byteCount: count)
    }
    let start = position
    position += count
    if hasJustMoved, bytes[start..<position].elementsEqual(StataLongStrings.tag) {
      guard checkLongStrings() else { return -1 }
    }
    hasJustMoved = false
    return count
  }

  /// Makes the long strings that are about to be read safe, where they can be.
  private func checkLongStrings() -> Bool {
    guard let count = StataLongStrings.emptyBinary(in: &bytes, from: position) else {
      failure = contents.fault(.damaged("a long string without an end"))
      return false
    }
    contents.binaryTexts += count
    return true
  }

  // MARK: What the file holds

  @unsafe
  func begin(_ metadata: UnsafeMutablePointer<readstat_metadata_t>?) -> Int32 {
    let rows = unsafe Int(readstat_get_row_count(metadata))
    let variables = unsafe Int(readstat_get_var_count(metadata))
    let version = unsafe Int(readstat_get_file_format_version(metadata))
    let told = unsafe readstat_get_file_encoding(metadata).map { unsafe String(cString: $0) }
    if encoding == nil, ["WINDOWS-1258", "CP1258"].contains(told?.uppercased()) {
      isToldWindows1258 = true
      return Self.abort
    }
    return attempt { () throws(TableError) in
      guard variables >= 0 else {
        throw contents.fault(.damaged("fewer variables than none"))
      }
      // SPSS files need not tell the number of rows.
      try contents.begin(rows: rows < 0 ? nil : rows, variables: variables, version: version)
    }
  }

  @unsafe
  func addVariable(
    _ variable: UnsafeMutablePointer<readstat_variable_t>?, labelList: UnsafePointer<CChar>?
  ) -> Int32 {
    let name = unsafe text(readstat_variable_get_name(variable)) ?? ""
    let label = unsafe text(readstat_variable_get_label(variable)) ?? ""
    let list = unsafe listName(labelList)
    return attempt { () throws(TableError) in
      try contents.add(.init(name: name, label: label, labelList: list))
    }
  }

  @unsafe
  func addValue(
    _ value: readstat_value_t, of variable: UnsafeMutablePointer<readstat_variable_t>?, row: Int32
  ) -> Int32 {
    let column = unsafe Int(readstat_variable_get_index(variable))
    let isMissing = unsafe readstat_value_is_missing(value, variable) != 0
    let cell = unsafe isMissing ? .empty : cell(value)
    return attempt { () throws(TableError) in
      try contents.add(cell, row: Int(row), column: column)
    }
  }

  @unsafe
  func addLabel(
    _ label: UnsafePointer<CChar>?, of value: readstat_value_t, list: UnsafePointer<CChar>?
  ) -> Int32 {
    guard let label = unsafe text(label), let list = unsafe listName(list) else {
      return Self.proceed
    }
    switch unsafe cell(value) {
    case .number(let number): contents.add(label: label, of: .number(number), list: list)
    case .text(let text): contents.add(label: label, of: .text(text), list: list)
    // The label of a missing value has no use, since such cells are empty.
    default: break
    }
    return Self.proceed
  }

  @unsafe
  private func cell(_ value: readstat_value_t) -> Cell {
    if unsafe readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING {
      guard let text = unsafe text(readstat_string_value(value)), !text.isEmpty else {
        return .empty
      }
      return .text(text)
    }
    return Cell(unsafe readstat_double_value(value))
  }

  @unsafe
  private func text(_ characters: UnsafePointer<CChar>?) -> String? {
    guard let characters = unsafe characters else { return nil }
    let stored = unsafe UnsafeRawBufferPointer(start: characters, count: strlen(characters))
    guard unsafe !stored.allSatisfy({ $0 < 0x80 }) else {
      return unsafe String(decoding: stored, as: UTF8.self)
    }
    contents.hasForeignLetters = true
    do {
      switch encoding {
      case .windows1252:
        return try String(
          decoding: Windows1252.utf8(unsafe Array(stored), file: ""), as: UTF8.self)
      case .windows1258:
        return try String(
          decoding: Windows1258.utf8(unsafe Array(stored), file: ""), as: UTF8.self)
      default:
        let text = unsafe String(validatingCString: characters)
        if text == nil { contents.mendedTexts += 1 }
        return unsafe text ?? String(cString: characters)
      }
    } catch {
      failure = failure ?? contents.fault(.undecodable)
      return nil
    }
  }

  /// Stata's names of lists fill their field, with nothing after them, where they are longest.
  @unsafe
  private func listName(_ characters: UnsafePointer<CChar>?) -> String? {
    guard let characters = unsafe characters else { return nil }
    let length = unsafe strnlen(characters, contents.listNameLimit)
    let bytes = unsafe UnsafeRawBufferPointer(start: characters, count: length)
    return unsafe String(decoding: bytes, as: UTF8.self)
  }

  private func attempt(_ body: () throws(TableError) -> Void) -> Int32 {
    do {
      try body()
      return Self.proceed
    } catch {
      failure = failure ?? error
      return Self.abort
    }
  }
}
