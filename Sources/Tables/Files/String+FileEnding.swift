extension String {
  /// What stands behind the last point of a file's name, in small letters; nil where there is no point.
  ///
  /// Of a path only what stands behind its last slash counts: `data.d/x` has no ending, and a path that ends
  /// in a slash names no file.
  public var fileEnding: String? {
    let name =
      utf8.lastIndex(of: UInt8(ascii: "/")).map { self[utf8.index(after: $0)...] } ?? self[...]
    return name.utf8.lastIndex(of: UInt8(ascii: ".")).map {
      name[name.utf8.index(after: $0)...].lowercased()
    }
  }
}
