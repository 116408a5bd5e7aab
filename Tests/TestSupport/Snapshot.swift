import FoundationEssentials

/// Returns the text kept under a name in the folder `Reference` beside the test that asks.
///
/// With `RECORD=1` in the environment the text given is kept first, and a text is returned that
/// equals none: the run fails, so that someone looks at what was recorded.
public func snapshot(_ name: String, of text: String, file: String = #filePath) throws -> String {
  let path = reference(name, file: file)
  if ProcessInfo.processInfo.environment["RECORD"] == "1" {
    try Data(text.utf8).write(to: URL(filePath: path))
    return "recorded \(name); look at it, then run without RECORD"
  }
  return String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
}
