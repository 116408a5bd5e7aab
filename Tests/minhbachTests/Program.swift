import Foundation
import Testing

/// The program as a file that can be started.
enum Program {
  /// Its path: beside the tests, as they were built together.
  static func path() throws -> String {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let folder = URL(filePath: tests).deletingLastPathComponent()
    let path = folder.appending(path: "minhbach").path
    try #require(
      FileManager.default.isExecutableFile(atPath: path), "no program beside the tests in \(folder)"
    )
    return path
  }
}
