import Foundation
import Glibc
import TestSupport
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

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - arguments: its arguments.
  ///   - environment: its variables, to which those for its tables are added.
  /// - Returns: what it wrote to standard error, and its code.
  /// - Throws: where it cannot be started.
  static func run(
    _ arguments: [String], environment: [String: String]
  ) throws -> (error: String, code: Int32) {
    let (process, error) = try start(try path(), arguments, environment: environment)
    let message = String(
      decoding: error.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (message, process.terminationStatus)
  }

  /// What `make sanitize` and `make coverage` tell whatever they have built.
  private static let instruments = ProcessInfo.processInfo.environment.filter { name, _ in
    ["ASAN_OPTIONS", "TSAN_OPTIONS", "LLVM_PROFILE_FILE"].contains(name)
  }

  /// Starts a program with the bundled tables.
  static func start(
    _ program: String, _ arguments: [String], environment: [String: String]
  ) throws -> (process: Process, error: Pipe) {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.environment = environment.merging(["MINHBACH_DATA": Bundled.path("")]) { one, _ in one }
      .merging(instruments) { one, _ in one }
    let error = Pipe()
    process.standardError = error
    process.standardOutput = FileHandle.nullDevice
    // Threads of tests mask signals, and a child begins with the mask of the thread that starts it.
    var (none, previous) = (sigset_t(), sigset_t())
    unsafe sigemptyset(&none)
    unsafe pthread_sigmask(SIG_SETMASK, &none, &previous)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &previous, nil) }
    try process.run()
    return (process, error)
  }
}
