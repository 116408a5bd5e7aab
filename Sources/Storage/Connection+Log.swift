import CSQLite
import Glibc

extension Connection {
  /// Writes to a log beside the file from now on, so that those who read need not wait.
  ///
  /// The store does without on a file system that cannot have one, such as some on a network.
  internal borrowing func useLog() {
    try? execute("PRAGMA journal_mode = WAL")
  }

  /// Merges the log into the file as far as nobody reads it, so that the file alone can be copied.
  internal borrowing func mergeLog() {
    // What cannot be merged now is safe in the log, and is merged when the last one closes.
    try? execute("PRAGMA wal_checkpoint(PASSIVE)")
  }
}

/// The log or journal that a program left beside a store with something in it, if there is one.
internal func log(of path: String) -> String? {
  [path + "-wal", path + "-journal"].first { log in
    var status = stat()
    return unsafe stat(log, &status) == 0 && status.st_size > 0
  }
}
