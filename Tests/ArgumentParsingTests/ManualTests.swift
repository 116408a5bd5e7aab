import ArgumentParsing
import Foundation
import Testing

/// What is made of the declarations for people and programs: manual pages, a description in JSON.
struct ManualTests {
  private static let pages = Program.outcome(arguments: ["--generate-manual"])

  /// A command whose words are a trial for whatever is made of them.
  struct Odd: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say \"\\\" and\tgo `on`",
      discussion: #"""
        .so /etc/passwd

        EXAMPLES:
          a\b `c` ~d ^e 'f' .g
        """#)

    func run() throws {}
  }

  @Test func everyCommandHasAPageThatItsFirstLineNames() {
    let titles = Self.pages.standardOutput.split(separator: "\n").filter { $0.hasPrefix(".TH ") }
    let names = titles.map { $0.split(separator: "\"")[1] }
    #expect(
      names == [
        "MINHBACH", #"MINHBACH\-SCORE"#, #"MINHBACH\-INGEST"#, #"MINHBACH\-STORE"#,
        #"MINHBACH\-STORE\-CHECK"#, #"MINHBACH\-STORE\-CLEAN"#, #"MINHBACH\-ENDING"#,
      ])
    #expect(Self.pages.exitCode == .success)
    #expect(!Self.pages.standardOutput.contains("trace"), "a hidden option is shown")
  }

  /// A word that is read as an escape or a request would be lost, or printed as another sign.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/groff")))
  func theExamplesAreRenderedAsTheyAreToBeTyped() throws {
    let odd = Odd.outcome(arguments: ["--generate-manual"]).standardOutput
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/groff")
    process.arguments = ["-ww", "-k", "-Tutf8", "-man", "-P-cbou", "-rLL=140n"]
    let (input, output, complaints) = (Pipe(), Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = complaints
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data((Self.pages.standardOutput + odd).utf8))
    try input.fileHandleForWriting.close()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    let errors = try complaints.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let rendered = String(decoding: data, as: UTF8.self)
    for line in [
      #"minhbach score "Đắk Nông" --year 2017"#,
      "minhbach score --year 2017 --format csv --output scores-of-all-provinces-in-2017.csv",
      "Learn which sub-indicators move a province's rank",
      "-s <sheet>", "minhbach-store-check", ".so /etc/passwd", #"a\b `c` ~d ^e 'f' .g"#,
    ] {
      #expect(rendered.contains(line), "\(line)")
    }
    #expect(String(decoding: errors, as: UTF8.self) == "")
  }

  @Test func theDescriptionIsJSONOfWhatEachCommandReads() throws {
    struct Command: Decodable {
      struct Argument: Decodable, Equatable {
        var kind = "option"
        var names: [String] = []
        var value = ""
        var abstract = ""
        var values: [String] = []
        var `default` = ""
        var required = false
        var repeating = false
      }
      let name: String
      let abstract: String
      let arguments: [Argument]
    }
    let text = Program.outcome(arguments: ["--describe-interface"]).standardOutput
    let commands = try JSONDecoder().decode([Command].self, from: Data(text.utf8))
    #expect(commands.map { $0.name } == Program.commandDescriptions.map { $0.name })
    let score = commands[1]
    #expect(score.abstract == "Rebuild scores and ranks beside the published ones.")
    let named = Dictionary(
      uniqueKeysWithValues: score.arguments.map { ($0.value + $0.names.joined(), $0) })
    #expect(
      named["province"]
        == .init(kind: "argument", value: "province", abstract: "The province, in any spelling."))
    #expect(
      named["format--format"]
        == .init(
          names: ["--format"], value: "format", abstract: "How to write the answer.",
          values: ["table", "csv", "json"], default: "table"))
    #expect(named["year-y--year"]?.required == true)
    #expect(named["weight--weight"]?.repeating == true)
    #expect(named["-x--exact"]?.kind == "flag")
    #expect(score.arguments.count == 8)
  }

  @Test func theDescriptionKeepsOddTexts() throws {
    struct Command: Decodable { let abstract: String }
    let text = Odd.outcome(arguments: ["--describe-interface"]).standardOutput
    let commands = try JSONDecoder().decode([Command].self, from: Data(text.utf8))
    #expect(commands.map { $0.abstract } == ["Say \"\\\" and\tgo `on`"])
  }
}
