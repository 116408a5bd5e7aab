#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Streams into temporary files, whose text is read at the end.
struct StreamCapture: ~Copyable {
  private let output = TemporaryFile()
  private let error = TemporaryFile()

  var streams: StandardStreams {
    StandardStreams(output: output.descriptor, error: error.descriptor)
  }

  /// Returns the texts of both streams.
  consuming func finish() -> (output: String, error: String) {
    (output.text(), error.text())
  }
}

/// A nameless file that vanishes when closed.
@safe private struct TemporaryFile: ~Copyable {
  private let handle: UnsafeMutablePointer<FILE>

  init() {
    guard let handle = unsafe tmpfile() else {
      preconditionFailure("A test's output needs a temporary file, and none can be made.")
    }
    unsafe self.handle = handle
  }

  deinit {
    unsafe fclose(handle)
  }

  var descriptor: Int32 { unsafe fileno(handle) }

  func text() -> String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    lseek(descriptor, 0, SEEK_SET)
    while true {
      let count = unsafe read(descriptor, &chunk, chunk.count)
      guard count > 0 else { break }
      bytes += chunk[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
