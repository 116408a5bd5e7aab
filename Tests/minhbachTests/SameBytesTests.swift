import Foundation
import TestSupport
import Testing

/// The order of dictionaries differs from process to process, and the order of threads from run to run.
@Suite struct SameBytesTests {
  private static let folder = "RegressionTests/Reference/"

  private static let grunfeld = [
    "--table", TypedTable(file: folder + "diagnostics/grunfeld.csv").path, "--response", "inv",
    "--regressors", "value,capital", "--unit", "firm", "--time", "year", "--effects", "firm,year",
  ]
  private static let sample = [
    "--table", TypedTable(file: folder + "regularised/sample.csv").path, "--unit", "province",
    "--time", "year",
  ]

  @Test(arguments: [
    ["regress", "--bootstrap", "pairs", "--draws", "300"] + grunfeld,
    ["regress", "--bootstrap", "wild-webb", "--draws", "300"] + grunfeld,
    ["regress", "--adjust", "romano-wolf", "--draws", "300"] + grunfeld,
    ["importance", "--draws", "300"] + grunfeld,
    ["select", "--response", "y", "--regressors", "a,b,c,d,e,f", "--folds", "5"] + sample,
    ["components", "--columns", "a,b,c,d,e,f", "--draws", "200"] + sample,
  ])
  func theSameSeedGivesTheSameBytesInEveryProcess(_ arguments: [String]) throws {
    func run(_ more: String...) throws -> Data {
      let process = Process()
      process.executableURL = URL(filePath: try Program.path())
      process.arguments = arguments + ["--format", "json"] + more
      let output = Pipe()
      process.standardOutput = output
      try process.run()
      let data = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      return data
    }
    let first = try run("--threads", "1", "--seed", "5")
    #expect(!first.isEmpty)
    #expect(try run("--threads", "1", "--seed", "5") == first)
    #expect(try run("--threads", "2", "--seed", "5") == first)
    // The draws are of the seed alone.
    #expect(try run("--threads", "2", "--seed", "6") != first)
  }
}
