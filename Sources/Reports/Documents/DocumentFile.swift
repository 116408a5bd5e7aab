import FoundationEssentials
import Tables

/// Writes documents.
public enum DocumentFile {
  /// Writes a file so that it is never seen half written.
  ///
  /// Missing folders are created, and an existing file is replaced in one step.
  ///
  /// - Parameters:
  ///   - bytes: what it holds.
  ///   - path: where.
  /// - Throws: `TableError.unwritableFile`; what stood at the path is then untouched.
  public static func write(_ bytes: [UInt8], to path: String) throws {
    let file = URL(filePath: path)
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file, options: .atomic)
    } catch {
      throw TableError.unwritableFile(path, reason: reason(error))
    }
  }

  private static func reason(_ error: any Error) -> String {
    switch (error as? CocoaError)?.code {
    case .fileWriteNoPermission: "Permission denied"
    case .fileWriteOutOfSpace: "No space left on device"
    case .fileWriteVolumeReadOnly: "Read-only file system"
    default: "a file cannot be made there"
    }
  }
}
