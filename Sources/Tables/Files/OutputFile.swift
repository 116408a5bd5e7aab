import Glibc

/// A file that appears at its path only when it is complete.
///
/// The bytes go to a new file in the same folder, which takes the path's name in one step.
/// A path that leads to something else than a regular file, such as a pipe, is written in place.
struct OutputFile {
  /// Where the file will be.
  let path: String
  /// Where to write until then.
  let temporaryPath: String

  private var isInPlace: Bool { path == temporaryPath }

  /// Creates missing folders and reserves the temporary file.
  init(path: String) throws(TableError) {
    guard !path.isEmpty, !path.hasSuffix("/") else {
      throw .unwritableFile(path, reason: "the path names no file")
    }
    guard path != "-" else {
      throw .unwritableFile(
        path, reason: "no file is needed for the standard output; ./- is a file of that name")
    }
    // Following links first keeps a link a link.
    let target = resolvedPath(path) ?? path
    var status = stat()
    var permissions: mode_t?
    if unsafe stat(target, &status) == 0 {
      let kind = status.st_mode & S_IFMT
      guard kind != S_IFDIR else { throw .unwritableFile(path, reason: "it is a folder") }
      guard kind == S_IFREG else {
        (self.path, temporaryPath) = (path, path)
        return
      }
      permissions = status.st_mode & 0o777
    }
    try createFolders(above: target)
    self.path = target
    temporaryPath = try reserve(besides: target, permissions: permissions)
  }

  /// Writes all bytes to the temporary file.
  func write(_ bytes: [UInt8]) throws(TableError) {
    let flags = O_WRONLY | O_CLOEXEC | (isInPlace ? 0 : O_TRUNC)
    let descriptor = unsafe open(temporaryPath, flags)
    guard descriptor >= 0 else {
      throw .unwritableFile(path, reason: systemMessage(errno))
    }
    var written = 0
    var fault: Int32 = 0
    while written < bytes.count {
      let sent = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if sent < 0 {
        if errno == EINTR { continue }
        fault = errno
        break
      }
      written += sent
    }
    // Some file systems report a full disk only here.
    if close(descriptor) != 0, fault == 0 { fault = errno }
    guard fault == 0 else { throw .unwritableFile(path, reason: systemMessage(fault)) }
  }

  /// Gives the finished file its name.
  func commit() throws(TableError) {
    if isInPlace { return }
    guard unsafe rename(temporaryPath, path) == 0 else {
      throw .unwritableFile(path, reason: systemMessage(errno))
    }
  }

  /// Removes what was written.
  func discard() {
    if isInPlace { return }
    _ = unsafe unlink(temporaryPath)
  }
}

/// The path without links; nil where nothing is there.
func resolvedPath(_ path: String) -> String? {
  guard let resolved = unsafe realpath(path, nil) else { return nil }
  defer { unsafe free(resolved) }
  return unsafe String(cString: resolved)
}

private func createFolders(above path: String) throws(TableError) {
  for index in path.utf8.indices.dropFirst() where path.utf8[index] == UInt8(ascii: "/") {
    let folder = String(path[..<index])
    if unsafe mkdir(folder, 0o777) == 0 || errno == EEXIST { continue }
    // A folder that exists may sit on a read-only disk, which is found out before that it exists.
    let code = errno
    var status = stat()
    guard unsafe stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw .unwritableFile(path, reason: "\(folder): \(systemMessage(code))")
    }
  }
}

/// Creates an empty file with a free name in the folder of `path`.
///
/// It gets the permissions of the file it is to replace, or the usual ones.
private func reserve(
  besides path: String, permissions: mode_t?
) throws(TableError) -> String {
  let name = Location.lastComponent(of: path)
  let folder = path.dropLast(name.count)
  for attempt in 0..<1000 {
    // A short name, because the whole may not be longer than the file system allows.
    let candidate = "\(folder).\(name.prefix(40)).\(getpid())-\(attempt).tmp"
    let descriptor = unsafe open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    if descriptor >= 0 {
      // A file system without permissions refuses, which does no harm.
      if let permissions { _ = fchmod(descriptor, permissions) }
      _ = close(descriptor)
      return candidate
    }
    guard errno == EEXIST else {
      throw .unwritableFile(path, reason: systemMessage(errno))
    }
  }
  throw .unwritableFile(path, reason: "its folder is full of temporary files")
}
