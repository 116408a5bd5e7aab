import CZip
import Glibc

/// Builds zip archives in memory from the parts a test writes out.
enum ZipFixture {
  enum Failure: Error { case refused(String) }

  /// Returns the bytes of an archive with these parts.
  static func bytes(_ parts: [(name: String, content: [UInt8])]) throws -> [UInt8] {
    var fault = unsafe zip_error_t()
    unsafe zip_error_init(&fault)
    defer { unsafe zip_error_fini(&fault) }
    guard let source = unsafe zip_source_buffer_create(nil, 0, 1, &fault) else {
      throw Failure.refused("source")
    }
    // Closing the archive gives up its own hold on the source, whose bytes are read afterwards.
    unsafe zip_source_keep(source)
    defer { unsafe zip_source_free(source) }
    guard let archive = unsafe zip_open_from_source(source, ZIP_TRUNCATE, &fault) else {
      throw Failure.refused("open")
    }
    for part in parts {
      guard let copy = unsafe malloc(max(part.content.count, 1)) else {
        throw Failure.refused("memory")
      }
      unsafe part.content.withUnsafeBytes { buffer in
        guard let start = buffer.baseAddress else { return }
        unsafe copy.copyMemory(from: start, byteCount: buffer.count)
      }
      guard
        let content = unsafe zip_source_buffer(archive, copy, UInt64(part.content.count), 1),
        unsafe zip_file_add(archive, part.name, content, ZIP_FL_ENC_UTF_8) >= 0
      else { throw Failure.refused(part.name) }
    }
    guard unsafe zip_close(archive) == 0 else { throw Failure.refused("close") }
    return try unsafe content(of: source)
  }

  @unsafe
  private static func content(of source: OpaquePointer) throws -> [UInt8] {
    var status = unsafe zip_stat_t()
    guard unsafe zip_source_stat(source, &status) == 0, unsafe zip_source_open(source) == 0 else {
      throw Failure.refused("read")
    }
    defer { _ = unsafe zip_source_close(source) }
    var bytes = [UInt8](repeating: 0, count: Int(unsafe status.size))
    let count = unsafe bytes.withUnsafeMutableBytes { buffer in
      unsafe zip_source_read(source, buffer.baseAddress, UInt64(buffer.count))
    }
    guard count == Int64(bytes.count) else { throw Failure.refused("read") }
    return bytes
  }

  /// Changes a field of an entry in both of the places where a zip archive repeats it.
  ///
  /// - Parameters:
  ///   - localOffset: Where the field is in the header before the entry.
  ///   - value: Its new bytes.
  ///   - name: The entry.
  ///   - bytes: The archive. In the central directory the field is two bytes further on.
  static func patch(
    localOffset: Int, with value: [UInt8], of name: String, in bytes: inout [UInt8]
  ) {
    let nameBytes = Array(name.utf8)
    for (signature, nameOffset, fieldOffset) in [
      ([0x50, 0x4B, 3, 4], 30, localOffset), ([0x50, 0x4B, 1, 2], 46, localOffset + 2),
    ] as [([UInt8], Int, Int)] {
      for start in bytes.indices where bytes[start...].starts(with: signature) {
        guard bytes.dropFirst(start + nameOffset).starts(with: nameBytes) else { continue }
        for (index, byte) in value.enumerated() { bytes[start + fieldOffset + index] = byte }
      }
    }
  }

  /// The bytes of a number as zip archives store it, four of them, the least first.
  static func littleEndian(_ value: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
