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
  /// The file can be neither opened nor made.
  case unopenable(path: String)
  /// The file, or its folder, may not be written.
  case unwritable(path: String)
  /// The disk has no room left.
  case full(path: String)
  /// Another program has been writing for longer than was waited.
  case busy(path: String)
  /// Another program changed the store after its changes had been agreed to.
  case changedMeanwhile(path: String)
  /// Figures wait in a log that cannot be merged where it lies.
  case unmerged(path: String, log: String)

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
    case .unopenable(let path):
      "\(path): cannot be opened; check that its folder is there, and the permissions of both"
    case .unwritable(let path):
      "\(path): may not be written; change the permissions of the file and its folder, "
        + "or name a copy with --store"
    case .full(let path):
      "\(path): the disk is full; make room and run again"
    case .busy(let path):
      "\(path): another program is writing to the store; run again when it has ended"
    case .changedMeanwhile(let path):
      "\(path): another program changed the store meanwhile; run again to see what would change"
    case .unmerged(let path, let log):
      "\(path): figures still wait in \(log); copy both files to a folder that may be written, "
        + "and read them there"
    }
  }
}
