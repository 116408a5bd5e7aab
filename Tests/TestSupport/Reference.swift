/// Returns the path of a reference file: in the folder `Reference` beside the test that asks.
public func reference(_ name: String, file: String = #filePath) -> String {
  file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    + "/Reference/" + name
}
