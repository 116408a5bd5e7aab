/// Reads and writes whole text files.
public enum TextFile {
  /// Writes a text as UTF-8 so that the file is never seen half written.
  ///
  /// Missing folders are created, and an existing file is replaced in one step.
  ///
  /// - Throws: `TableError.unwritableFile`; what stood at the path is then untouched.
  public static func write(_ text: String, to path: String) throws {
    try WholeFile.write(Array(text.utf8), to: path)
  }

  /// Returns all bytes of a file.
  ///
  /// - Parameters:
  ///   - path: where it is.
  ///   - limit: the most bytes that are read.
  /// - Returns: its bytes.
  /// - Throws: `TableError` where it is missing, cannot be read or is larger.
  public static func bytes(of path: String, limit: Int) throws -> [UInt8] {
    try InputFile.bytes(of: path, limit: limit)
  }
}
