import CDigest

/// The SHA-256 of a file's bytes, by which a file is known whatever its name.
///
/// See FIPS 180-4. Two files with one digest may be taken to be the same.
public struct FileDigest: Sendable, Hashable, CustomStringConvertible {
  /// The digest in 64 hexadecimal digits, with small letters.
  public let hexadecimal: String

  /// Reads a regular file from end to end, in constant memory.
  ///
  /// - Throws: `TableError` for a file that is missing, cannot be read, or is a folder or a pipe.
  public init(ofFile path: String) throws {
    var context = SHA2_CTX()
    unsafe SHA256Init(&context)
    try InputFile.forEachChunk(of: path) { chunk in
      unsafe chunk.withUnsafeBufferPointer { bytes in
        unsafe SHA256Update(&context, bytes.baseAddress, bytes.count)
      }
    }
    hexadecimal = Self.digits(&context)
  }

  /// Takes bytes that are those of a file, or may become so.
  ///
  /// - Parameter bytes: all of them.
  public init(of bytes: ArraySlice<UInt8>) {
    var context = SHA2_CTX()
    unsafe SHA256Init(&context)
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe SHA256Update(&context, buffer.baseAddress, buffer.count)
    }
    hexadecimal = Self.digits(&context)
  }

  private static func digits(_ context: inout SHA2_CTX) -> String {
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    unsafe SHA256Final(&digest, &context)
    return digest.map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  /// Takes a digest written down before, or nil where the text is none.
  public init?(hexadecimal: String) {
    let digits = hexadecimal.utf8
    let known = Array("0123456789abcdef".utf8)
    guard digits.count == 2 * Int(SHA256_DIGEST_LENGTH), digits.allSatisfy(known.contains) else {
      return nil
    }
    self.hexadecimal = hexadecimal
  }

  public var description: String { hexadecimal }
}
