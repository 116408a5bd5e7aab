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

  @Test func theCodebookPageIsMadeFromTheCodebook() throws {
    let path = Bundled.checkout + "/docs/data.md"
    let written = try String(contentsOfFile: path, encoding: .utf8)
    let mark =
      "<!-- Made from datasets/codebook.csv by `RECORD=1 make test`; do not edit below. -->\n"
    let head = try #require(written.components(separatedBy: mark).first)
    let text = head + mark + (try CodebookPage.text())
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      Issue.record("docs/data.md was written anew: look at it, and run again")
    }
    #expect(written == text)
  }

  /// Every `$ minhbach …` in a console block is run; what stands below it must be its output.
  ///
  /// A last line of `…` stands for the rest of the output.
  @Test(arguments: [
    "README.md", "README.vi.md", "docs/tour.md", "docs/cases.md", "docs/methods/calibration.md",
    "docs/methods/explain.md",
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

  @Test(arguments: [
    "01-what-transparency-is-made-of.ipynb", "02-why-a-rank-moved.ipynb",
    "03-how-sure-is-a-rank.ipynb", "04-what-moves-it.ipynb",
    "05-a-plan-for-ones-own-province.ipynb", "06-another-index.ipynb",
  ])
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
    var constants: [String: String] = [:]
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    for cell in try decoder.decode(Notebook.self, from: data).cells where cell.cellType == "code" {
      let source = cell.source.joined()
      guard source.hasPrefix("!minhbach ") else {
        constants.merge(Self.constants(source)) { $1 }
        continue
      }
      let line = constants.reduce(source) {
        $0.replacingOccurrences(of: "{\($1.key)}", with: $1.value)
      }.dropFirst("!minhbach ".count)
      // Jupyter runs a command on a terminal, which ends lines with both characters.
      let shown = (cell.outputs ?? []).compactMap(\.text).joined().joined()
        .replacingOccurrences(of: "\r\n", with: "\n")
      #expect(MinhBach.outcome(arguments: Self.words(line)).standardOutput == shown, "\(line)")
      commands += 1
    }
    #expect(commands > 0)
  }

  /// What a cell of Python calls by names in capitals, such as `PROVINCE, YEAR = 'Đắk Nông', 2019`.
  ///
  /// Commands name them in braces: `{PROVINCE}`.
  private static func constants(_ source: String) -> [String: String] {
    var constants: [String: String] = [:]
    for line in source.components(separatedBy: "\n") {
      let sides = line.components(separatedBy: "  #")[0].components(separatedBy: " = ")
      guard sides.count == 2, !sides[0].contains(where: \.isLowercase) else { continue }
      let names = sides[0].components(separatedBy: ", ")
      let values = sides[1].components(separatedBy: ", ")
      guard names.count == values.count else { continue }
      for (name, value) in zip(names, values) {
        constants[name] = value.trimmingCharacters(in: CharacterSet(charactersIn: "'"))
      }
    }
    return constants
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
