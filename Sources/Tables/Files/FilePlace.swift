import Glibc

/// Where a path leads, so that two paths to one file are known as such.
///
/// Links are followed, also those of folders on the way; the file need not exist. Hard links are files of
/// their own, as they are when one of them is replaced.
public struct FilePlace: Sendable, Hashable {
  private let path: String

  /// Follows a path from the working directory.
  public init(_ path: String) {
    var place = path.hasPrefix("/") ? "" : resolvedPath(".") ?? ""
    if place == "/" { place = "" }
    for part in path.split(separator: "/") where part != "." {
      guard part != ".." else {
        place = place.lastIndex(of: "/").map { String(place[..<$0]) } ?? ""
        continue
      }
      let next = place + "/" + part
      place = resolvedPath(next) ?? next
    }
    self.path = place
  }

  /// Whether a regular file is there, which writing would replace.
  public var holdsFile: Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}
