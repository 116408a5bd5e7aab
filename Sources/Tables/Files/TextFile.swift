/// Writes text files.
public enum TextFile {
  /// Writes a text as UTF-8 so that the file is never seen half written.
  ///
  /// Missing folders are created, and an existing file is replaced in one step.
  ///
  /// - Throws: `TableError.unwritableFile`; what stood at the path is then untouched.
  public static func write(_ text: String, to path: String) throws {
    try WholeFile.write(Array(text.utf8), to: path)
  }
}
