import Glibc

/// The bytes of a long table, fetched piece by piece and by several threads at once.
enum ByteSource: Sendable {
  /// A regular file, of which only the pieces asked for are in memory.
  case file(SeekableFile)
  /// Bytes that are in memory already.
  case memory([UInt8])

  /// Opens the file at a path; a pipe, which cannot be read twice, is read whole.
  init(contentsOf path: String) throws(TableError) {
    if let file = try SeekableFile(reading: path) {
      self = .file(file)
    } else {
      self = .memory(try InputFile.bytes(of: path))
    }
  }

  /// The number of bytes.
  var count: Int {
    switch self {
    case .file(let file): file.count
    case .memory(let bytes): bytes.count
    }
  }

  /// Copies `length` bytes from `offset` on to the place `start` of a buffer that has room.
  func read(
    _ length: Int, at offset: Int, into buffer: inout [UInt8], from start: Int
  ) throws(TableError) {
    switch self {
    case .file(let file):
      try file.read(length, at: offset, into: &buffer, from: start)
    case .memory(let bytes):
      buffer.replaceSubrange(start..<start + length, with: bytes[offset..<offset + length])
    }
  }
}

/// A regular file that is read at any place, and closes itself.
///
/// A class, because threads share the descriptor; it never changes.
final class SeekableFile: Sendable {
  /// The number of bytes when the file was opened.
  let count: Int
  private let path: String
  private let descriptor: Int32

  /// Opens a file, or returns nothing where the path leads to something else than a regular one.
  init?(reading path: String) throws(TableError) {
    self.path = path
    // A pipe would block until someone writes; what it is can be asked without opening it.
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .unreadableFile(path, reason: systemMessage(errno))
    }
    count = Int(status.st_size)
    // Doubles what the kernel reads ahead where the file is not in its cache yet.
    _ = posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
  }

  deinit {
    _ = close(descriptor)
  }

  fileprivate func read(
    _ length: Int, at offset: Int, into buffer: inout [UInt8], from start: Int
  ) throws(TableError) {
    precondition(start + length <= buffer.count, "the buffer is too small")
    var filled = 0
    while filled < length {
      let received = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe pread(
          descriptor, bytes.baseAddress?.advanced(by: start + filled), length - filled,
          offset + filled)
      }
      if received < 0 {
        if errno == EINTR { continue }
        throw .unreadableFile(path, reason: systemMessage(errno))
      }
      guard received > 0 else { throw .unreadableFile(path, reason: "it became shorter") }
      filled += received
    }
  }
}
