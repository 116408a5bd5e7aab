/// Returns the first line of the error that a call ends with, or nil where it succeeds.
public func message<Result>(_ body: () throws -> Result) -> String? {
  do {
    _ = try body()
    return nil
  } catch {
    return "\(error)".split(separator: "\n").first.map(String.init) ?? ""
  }
}
