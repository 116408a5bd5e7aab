import CReadStat
import Testing

/// A file of Stata or SPSS, written by ReadStat.
struct StatisticalFixture {
  enum Format {
    case dta(version: UInt8)
    case sav
  }

  enum Value {
    case number(Double)
    case text([UInt8])
    case missing
    /// Stata's .a to .z.
    case tagged(Character)
  }

  /// The numbers n, with a list of labels, and the texts s, of each row.
  var rows: [(n: Value, s: Value)] = []
  var labels: [(Int32, String)] = []

  /// Returns the bytes of the file.
  func bytes(_ format: Format) throws -> [UInt8] {
    let output = Output()
    let writer = try unsafe #require(readstat_writer_init())
    defer { unsafe readstat_writer_free(writer) }
    unsafe readstat_set_data_writer(writer) { data, count, context in
      guard let data = unsafe data, let context = unsafe context else { return -1 }
      let output = unsafe Unmanaged<Output>.fromOpaque(context).takeUnretainedValue()
      unsafe output.bytes.append(contentsOf: UnsafeRawBufferPointer(start: data, count: count))
      return count
    }

    let list = unsafe readstat_add_label_set(writer, READSTAT_TYPE_INT32, "sizes")
    for (value, label) in labels { unsafe readstat_label_int32_value(list, value, label) }
    let number = unsafe readstat_add_variable(writer, "n", READSTAT_TYPE_INT32, 0)
    if !labels.isEmpty { unsafe readstat_variable_set_label_set(number, list) }
    let text = unsafe readstat_add_variable(writer, "s", READSTAT_TYPE_STRING, 20)
    unsafe readstat_variable_set_label(text, "Name")

    let address = unsafe Unmanaged.passUnretained(output).toOpaque()
    switch format {
    case .dta(let version):
      unsafe readstat_writer_set_file_format_version(writer, version)
      try check(unsafe readstat_begin_writing_dta(writer, address, rows.count))
    case .sav:
      try check(unsafe readstat_begin_writing_sav(writer, address, rows.count))
    }
    for row in rows {
      try check(unsafe readstat_begin_row(writer))
      try unsafe insert(row.n, number, writer)
      try unsafe insert(row.s, text, writer)
      try check(unsafe readstat_end_row(writer))
    }
    try check(unsafe readstat_end_writing(writer))
    return output.bytes
  }

  @unsafe
  private func insert(
    _ value: Value, _ variable: UnsafeMutablePointer<readstat_variable_t>?,
    _ writer: UnsafeMutablePointer<readstat_writer_t>
  ) throws {
    switch value {
    case .number(let number):
      try check(unsafe readstat_insert_int32_value(writer, variable, Int32(number)))
    case .text(let bytes):
      let characters = (bytes + [0]).map(CChar.init(bitPattern:))
      try check(unsafe readstat_insert_string_value(writer, variable, characters))
    case .missing:
      try check(unsafe readstat_insert_missing_value(writer, variable))
    case .tagged(let tag):
      let character = CChar(tag.asciiValue ?? 0)
      try check(unsafe readstat_insert_tagged_missing_value(writer, variable, character))
    }
  }

  private func check(_ result: readstat_error_t) throws {
    try #require(result == READSTAT_OK)
  }

  private final class Output {
    var bytes: [UInt8] = []
  }
}
