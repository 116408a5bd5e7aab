public import Tables

/// A file that figures in a store come from.
public struct StoredFile: Sendable, Hashable {
  /// The file's name, without its folders.
  public let name: String
  /// The SHA-256 of its bytes; nil where a store of version 1 did not keep it.
  public let digest: FileDigest?

  /// Names a file.
  public init(name: String, digest: FileDigest?) {
    self.name = name
    self.digest = digest
  }
}
