/// What can be wrong with a store.
public enum StorageError: Error, Sendable, Equatable, CustomStringConvertible {
  /// SQLite refused, with its own words.
  case sqlite(path: String, message: String)
  /// The file is not a store of this program.
  case notAStore(path: String)
  /// The store was written by a later version of the program.
  case tooNew(path: String, version: Int)
  /// The file is a store, but parts of it are broken.
  case damaged(path: String)
  /// The file holds nothing.
  case empty(path: String)
  /// There is no such file.
  case missing(path: String)

  public var description: String {
    switch self {
    case .sqlite(let path, let message):
      "\(path): \(message)"
    case .notAStore(let path):
      "\(path): not a store of minhbach; name another file with --store"
    case .tooNew(let path, let version):
      "\(path): written by a later version of minhbach (schema \(version)); use that one"
    case .damaged(let path):
      "\(path): the store is damaged; make it anew with 'minhbach ingest FILE… --store NEW'"
    case .empty(let path):
      "\(path): the store is empty; fill it with 'minhbach ingest FILE… --store \(path)'"
    case .missing(let path):
      "\(path): no such store; make one with 'minhbach ingest FILE… --store \(path)'"
    }
  }
}
