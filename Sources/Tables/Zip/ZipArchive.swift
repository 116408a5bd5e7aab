import CZip
import Glibc

/// A zip archive held in memory and opened for reading.
///
/// The archive owns a copy of the file's bytes, so that the file may change meanwhile.
@safe
struct ZipArchive: ~Copyable {
  /// The most entries; a name that differs by case is looked for among all of them.
  private static let entryLimit = 1 << 16

  /// The name used in messages.
  let file: String
  private let handle: OpaquePointer

  /// Opens an archive after checking that its lists of entries agree with each other.
  init(_ bytes: [UInt8], file: String) throws(TableError) {
    self.file = file
    var fault = unsafe zip_error_t()
    unsafe zip_error_init(&fault)
    defer { unsafe zip_error_fini(&fault) }
    // libzip frees the copy with `free`, hence `malloc`.
    guard let copy = unsafe malloc(max(bytes.count, 1)) else {
      throw .unreadableFile(file, reason: systemMessage(ENOMEM))
    }
    unsafe bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return }
      unsafe copy.copyMemory(from: start, byteCount: buffer.count)
    }
    guard let source = unsafe zip_source_buffer_create(copy, UInt64(bytes.count), 1, &fault)
    else {
      unsafe free(copy)
      throw .unreadableFile(file, reason: unsafe Self.message(&fault))
    }
    let flags = ZIP_RDONLY | ZIP_CHECKCONS
    guard let opened = unsafe zip_open_from_source(source, flags, &fault) else {
      unsafe zip_source_free(source)
      throw .workbook(file: file, .damaged(unsafe Self.message(&fault)))
    }
    guard unsafe zip_get_num_entries(opened, 0) <= Self.entryLimit else {
      unsafe zip_discard(opened)
      throw .workbook(file: file, .damaged("more than \(Self.entryLimit) entries"))
    }
    unsafe handle = opened
  }

  deinit {
    unsafe zip_discard(handle)
  }

  /// Whether the archive has an entry of that name, in any case.
  func contains(_ part: String) -> Bool {
    index(of: part) != nil
  }

  /// Opens the entry of a part and lends it.
  func withEntry<Result>(
    _ part: String, _ body: (inout ZipEntry) throws(TableError) -> Result
  ) throws(TableError) -> Result {
    guard let index = index(of: part) else { throw .part(file: file, part: part, .missing) }
    var entry = try unsafe ZipEntry(handle, index: index, file: file, part: part)
    return try body(&entry)
  }

  /// Part names do not differ by case (ECMA-376 part 2, 9.1.1).
  private func index(of part: String) -> UInt64? {
    var index = unsafe zip_name_locate(handle, part, 0)
    if index < 0 { index = unsafe zip_name_locate(handle, part, ZIP_FL_NOCASE) }
    return index < 0 ? nil : UInt64(index)
  }

  @unsafe
  private static func message(_ fault: inout zip_error_t) -> String {
    unsafe String(cString: zip_error_strerror(&fault))
  }
}
