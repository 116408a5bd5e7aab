import ArgumentParsing
import Foundation
import TestSupport
import Testing

@testable import minhbach

/// What the documents tell is what the program prints.
@Suite struct DocumentationTests {
  @Test func theCommandReferenceIsMadeFromTheHelpScreens() throws {
    let path = Bundled.checkout + "/docs/commands.md"
    let text =
      "# Commands\n\nMade from `--help` by `RECORD=1 make test`; do not edit.\n"
      + MinhBach.commandDescriptions.map { command in
        "\n## \(command.name)\n\n```text\n\(command.helpMessage.trimmedLines)\n```\n"
      }.joined()
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      Issue.record("docs/commands.md was written anew: look at it, and run again")
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  /// Every `$ minhbach …` in a console block is run; what stands below it must be its output.
  ///
  /// A last line of `…` stands for the rest of the output.
  @Test(arguments: [
    "README.md", "docs/cases.md", "docs/methods/calibration.md", "docs/methods/explain.md",
    "docs/methods/history.md", "docs/methods/ranks.md", "docs/methods/regression.md",
    "docs/methods/respondents.md", "docs/methods/targets.md", "docs/methods/forecasts.md",
    "docs/methods/scenarios.md",
  ])
  func theSessionsShownAreTheOutputsPrinted(document: String) throws {
    let text = try String(contentsOfFile: Bundled.checkout + "/" + document, encoding: .utf8)
    var sessions = 0
    for block in text.components(separatedBy: "```console\n").dropFirst() {
      let lines = block.components(separatedBy: "\n```")[0].components(separatedBy: "\n")
      var rest = lines[...]
      while let line = rest.popFirst() {
        guard line.hasPrefix("$ minhbach ") else { continue }
        let shown = Array(rest.prefix { !$0.hasPrefix("$ ") })
        let outcome = MinhBach.outcome(arguments: Self.words(line.dropFirst("$ minhbach ".count)))
        #expect(outcome.exitCode == .success, "\(line)")
        var printed = outcome.standardOutput.components(separatedBy: "\n")
        if printed.last == "" { printed.removeLast() }
        if shown.last == "…" {
          #expect(Array(printed.prefix(shown.count - 1)) == shown.dropLast(), "\(line)")
        } else {
          #expect(printed == shown, "\(line)")
        }
        sessions += 1
      }
    }
    #expect(sessions > 0)
    #expect(!text.contains("BENCH") && !text.contains("RATIO"), "a figure is still to be measured")
  }

  @Test(arguments: ["01-which-indicators-move-dak-nong.ipynb"])
  func theCommandsOfANotebookStillPrintWhatItShows(name: String) throws {
    struct Notebook: Decodable {
      struct Output: Decodable { let text: [String]? }
      struct Cell: Decodable {
        let cellType: String
        let source: [String]
        let outputs: [Output]?
      }
      let cells: [Cell]
    }
    let data = try Data(
      contentsOf: URL(fileURLWithPath: Bundled.checkout + "/notebooks/" + name))
    var commands = 0
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    for cell in try decoder.decode(Notebook.self, from: data).cells
    where cell.source.first?.hasPrefix("!minhbach ") == true {
      let line = cell.source.joined().dropFirst("!minhbach ".count)
      // Jupyter runs a command on a terminal, which ends lines with both characters.
      let shown = (cell.outputs ?? []).compactMap(\.text).joined().joined()
        .replacingOccurrences(of: "\r\n", with: "\n")
      #expect(MinhBach.outcome(arguments: Self.words(line)).standardOutput == shown, "\(line)")
      commands += 1
    }
    #expect(commands > 0)
  }

  /// The words of a command line in which quotes hold words together.
  private static func words(_ line: Substring) -> [String] {
    var words: [String] = []
    for (index, part) in line.components(separatedBy: "\"").enumerated() {
      words += index % 2 == 1 ? [part] : part.split(separator: " ").map(String.init)
    }
    return words
  }
}

extension String {
  fileprivate var trimmedLines: String {
    trimmingCharacters(in: .newlines)
  }
}
