import Glibc

/// Programs as files.
package enum ExecutableFile {
  /// The first program of some names in some folders.
  ///
  /// A folder of that name, which may be entered and so counts as executable, is none.
  ///
  /// - Parameters:
  ///   - names: what it may be called, the preferred name first.
  ///   - folders: where to look, as in `PATH`: separated by colons.
  /// - Returns: its path; nil where there is none.
  package static func path(of names: [String], in folders: String) -> String? {
    let folders = folders.split(separator: ":")
    return names.lazy.flatMap { name in folders.lazy.map { "\($0)/\(name)" } }.first { path in
      var status = stat()
      return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        && access(path, X_OK) == 0
    }
  }
}
