import Glibc

/// Reads whole files.
enum InputFile {
  /// The most bytes of a file; it is held in memory beside what is made of it.
  static let sizeLimit = 256 << 20

  /// Returns all bytes of the file at a path, also of a device or pipe that never ends.
  static func bytes(of path: String, limit: Int = sizeLimit) throws(TableError) -> [UInt8] {
    let file = try OpenFile(reading: path)
    return try file.readAll(path: path, limit: limit)
  }

  /// Hands over the bytes of the regular file at a path, one piece after the other.
  static func forEachChunk(
    of path: String, size: Int = 1 << 16, _ body: (ArraySlice<UInt8>) -> Void
  ) throws(TableError) {
    let file = try OpenFile(reading: path)
    // What a pipe gives can be read only once.
    guard try file.status(path: path).st_mode & S_IFMT == S_IFREG else {
      throw .unreadableFile(path, reason: "it is not a regular file; save it as one first")
    }
    var chunk = [UInt8](repeating: 0, count: size)
    while case let count = try file.read(into: &chunk, from: 0, path: path), count > 0 {
      body(chunk[..<count])
    }
  }
}

/// An open file descriptor that closes itself.
@safe
private struct OpenFile: ~Copyable {
  private let descriptor: Int32

  init(reading path: String) throws(TableError) {
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let code = errno
      if code == ENOENT || code == ENOTDIR { throw .missingFile(path) }
      throw .unreadableFile(path, reason: systemMessage(code))
    }
  }

  deinit {
    _ = close(descriptor)
  }

  func readAll(path: String, limit: Int) throws(TableError) -> [UInt8] {
    let status = try status(path: path)
    guard status.st_size <= limit else { throw tooLarge(path, limit) }
    // One byte more than announced, so that a file of that size is read in one call; pipes
    // announce nothing and grow.
    var bytes = [UInt8](repeating: 0, count: max(Int(status.st_size) + 1, 1 << 16))
    var filled = 0
    while true {
      if filled == bytes.count {
        bytes.append(contentsOf: repeatElement(0, count: bytes.count))
      }
      let received = try read(into: &bytes, from: filled, path: path)
      if received == 0 { break }
      filled += received
      guard filled <= limit else { throw tooLarge(path, limit) }
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  /// What the system knows of the file, which is no folder.
  func status(path: String) throws(TableError) -> stat {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw .unreadableFile(path, reason: systemMessage(errno))
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw .unreadableFile(path, reason: "it is a folder")
    }
    return status
  }

  /// Reads once, into the bytes from a position on; returns how many came, none at the end.
  func read(
    into bytes: inout [UInt8], from position: Int, path: String
  ) throws(TableError) -> Int {
    while true {
      let received = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(
          descriptor, buffer.baseAddress?.advanced(by: position), buffer.count - position)
      }
      if received >= 0 { return received }
      guard errno == EINTR else { throw .unreadableFile(path, reason: systemMessage(errno)) }
    }
  }

  private func tooLarge(_ path: String, _ limit: Int) -> TableError {
    .unreadableFile(path, reason: "it is larger than \(limit >> 20) MiB; split it")
  }
}

/// Returns the operating system's words for an error number.
func systemMessage(_ code: Int32) -> String {
  unsafe String(cString: strerror(code))
}
