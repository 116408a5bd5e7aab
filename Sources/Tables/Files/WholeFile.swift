/// Writes files of any bytes.
public enum WholeFile {
  /// Writes a file so that it is never seen half written.
  ///
  /// Missing folders are created, an existing file is replaced in one step, and a link stays a link.
  ///
  /// - Parameters:
  ///   - bytes: what it holds.
  ///   - path: where.
  /// - Throws: `TableError.unwritableFile`; what stood at the path is then untouched.
  public static func write(_ bytes: [UInt8], to path: String) throws {
    let file = try OutputFile(path: path)
    do {
      try file.write(bytes)
      try file.commit()
    } catch {
      file.discard()
      throw error
    }
  }
}
