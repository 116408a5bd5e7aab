import Foundation
import TestSupport
import Testing

/// The Swift that documents show is part of programs that are compiled and run (`make example`).
@Suite struct ShownProgramTests {
  private static let programs = Result {
    try ["ask/main.swift", "standing/Standing.swift"].map {
      try lines(of: "examples/library/Sources/" + $0)
    }
  }

  @Test(arguments: [
    "README.md", "README.vi.md", "Sources/MinhBachKit/Documentation.docc/AskFromSwift.md",
    "Sources/MinhBachKit/Documentation.docc/HowSureAnAnswerIs.md",
  ])
  func isPartOfAnExample(document: String) throws {
    let blocks = try Self.lines(of: document)
      .split(separator: "```swift", omittingEmptySubsequences: false).dropFirst()
      .map { Array($0.prefix { $0 != "```" }) }
    #expect(!blocks.isEmpty)
    let programs = try Self.programs.get()
    for block in blocks {
      #expect(programs.contains { Self.holds($0, block) }, "\(document): \(block)")
    }
  }

  @Test func theFirstPageShowsAWholeProgram() throws {
    let program = try Self.lines(of: "examples/library/Sources/ask/main.swift")
    #expect(program.dropLast().count == 10, "it is told of as ten lines")
    for document in ["README.md", "README.vi.md"] {
      let text = try Self.lines(of: document).joined(separator: "\n")
      #expect(text.contains("```swift\n" + program.joined(separator: "\n") + "```"))
    }
  }

  private static func lines(of file: String) throws -> [String] {
    try String(contentsOfFile: Bundled.checkout + "/" + file, encoding: .utf8)
      .components(separatedBy: "\n")
  }

  /// Whether a program has the lines of a block one after another, all further in by the same spaces.
  private static func holds(_ program: [String], _ block: [String]) -> Bool {
    guard let first = block.first else { return false }
    return program.indices.contains { start in
      guard program[start].hasSuffix(first), start + block.count <= program.count else {
        return false
      }
      let margin = program[start].dropLast(first.count)
      return margin.allSatisfy { $0 == " " }
        && zip(program[start...], block).allSatisfy { $0 == ($1.isEmpty ? "" : margin + $1) }
    }
  }
}
