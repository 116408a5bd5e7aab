import ArgumentParsing
import Foundation
import TestSupport
import Testing

@testable import minhbach

@Suite struct MergeCommandTests {
  private static let pisa =
    Bundled.checkout + "/Tests/StatisticsTests/Reference/ranks/pisa2018.csv"
  private static let ranks = ["ranks", "--year", "2019", "--draws", "30000", "--seed", "7"]
  private static let forecast = [
    "simulate", "--province", "Đắk Nông", "--median", "--through", "2021", "--draws", "9000",
  ]
  private static let table = [
    "ranks", "--table", pisa, "--unit", "jurisdiction", "--score", "math_score", "--error",
    "math_se", "--draws", "30000", "--above", "Poland",
  ]

  private let folder: TemporaryDirectory

  init() throws { folder = try TemporaryDirectory() }

  /// Writes a part and returns its path.
  private func part(
    _ arguments: [String], _ range: String, as name: String, _ more: String...
  ) throws -> String {
    let path = folder.file(name)
    let written = try answer(arguments + ["--replicates", range, "--output", path] + more)
    #expect(written.isEmpty)
    return path
  }

  @Test(arguments: [
    (ranks, ["--all-draws"], 30_000), (table, ["--all-draws"], 30_000), (forecast, [], 9000),
  ])
  func anyPartsInAnyOrderGiveTheBytesOfOneProcess(
    _ arguments: [String], more: [String], draws: Int
  ) throws {
    let whole = try ["json", "csv", "table"].map {
      try answer(arguments + more + ["--format", $0, "--threads", "1"])
    }
    for count in [1, 2, 3, 7] {
      let parts = try (0..<count).map { number in
        // No length is a multiple of what is drawn at once.
        let ends = [number, number + 1].map { $0 * draws / count }
        return try part(
          arguments, "\(ends[0]):\(ends[1])", as: "\(count).\(number).part", "--threads",
          "\(number % 2 + 1)")
      }
      // Odd ones first, then even ones backwards.
      let order =
        parts.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
        + parts.enumerated().filter { $0.offset % 2 == 0 }.map(\.element).reversed()
      for (format, whole) in zip(["json", "csv", "table"], whole) {
        #expect(try answer(["merge"] + order + ["--format", format]) == whole)
      }
    }
  }

  @Test func aScenarioAndWhatWouldComeWithoutItAreJoined() throws {
    let scenario = try folder.write(
      Array("province,year,indicator,beyond\nĐắk Nông,2020,planning_documents,0.3\n".utf8),
      as: "plan.csv")
    let arguments = ["simulate", scenario, "--region-place", "3", "--draws", "5000"]
    let parts = [
      try part(arguments, "0..<1234", as: "a.part"), try part(arguments, "1234:5000", as: "b.part"),
    ]
    #expect(
      try answer(["merge"] + parts + ["--format", "json"])
        == answer(arguments + ["--format", "json"]))
  }

  @Test func anAnswerIsGivenInTheLanguageAndFormOfTheMerge() throws {
    let path = try part(Self.ranks, "0:30000", as: "all.part")
    #expect(
      try answer(["merge", path, "--lang", "vi", "--quiet"])
        == answer(Self.ranks + ["--all-draws", "--lang", "vi", "--quiet"]))
  }

  @Test func orderAndSpellingOfOptionsDoNotTellRunsApart() throws {
    let one = try part(Self.ranks, "0:10000", as: "1.part", "--all-draws")
    let two = try part(
      ["ranks", "--seed=7", "--draws=30000", "--year=2019"], "10000:30000", as: "2.part", "--quiet")
    #expect(try !answer("merge", two, one).isEmpty)
  }

  @Test func aPartIsWrittenToStandardOutputToo() throws {
    let path = try part(Self.ranks, "0:10", as: "1.part")
    #expect(
      try answer(Self.ranks + ["--replicates", "0:10"])
        == String(contentsOfFile: path, encoding: .utf8))
  }

  /// The first line of what went wrong.
  private func first(_ outcome: Outcome) -> String {
    outcome.standardError.split(separator: "\n").first.map(String.init) ?? ""
  }

  @Test func whatIsMissingOrTwiceIsNamed() throws {
    let parts = try ["0:10000", "10000:20000", "20000:30000"].enumerated().map {
      try part(Self.ranks, $0.element, as: "\($0.offset).part")
    }
    expectRefusal(
      "Error: no part holds the replicates 10000:20000 of 30000, between \(parts[0]) and \(parts[2]): "
        + "write it with --replicates 10000:20000", code: 65, ["merge", parts[2], parts[0]])
    expectRefusal(
      "Error: no part holds the replicates 0:10000 of 30000, before \(parts[1]): "
        + "write it with --replicates 0:10000", code: 65, ["merge", parts[1], parts[2]])
    expectRefusal(
      "Error: no part holds the replicates 20000:30000 of 30000, after \(parts[1]): "
        + "write it with --replicates 20000:30000", code: 65, ["merge", parts[1], parts[0]])
    expectRefusal(
      "Error: \(parts[1]) is named twice: name it once", code: 65, ["merge", parts[1]] + parts)
    let more = try part(Self.ranks, "15000:25000", as: "3.part")
    expectRefusal(
      "Error: \(parts[1]) and \(more) both hold the replicates 15000:20000: leave out one, or write it "
        + "with others", code: 65, ["merge", more] + parts)
  }

  @Test func partsOfDifferentRunsAreRefused() throws {
    let one = try part(Self.ranks, "0:10000", as: "1.part")
    func refusal(_ arguments: [String], _ range: String) throws -> String {
      let two = try part(arguments, range, as: "2.part")
      let outcome = MinhBach.outcome(arguments: ["merge", one, two])
      #expect(outcome.exitCode == ExitCode(65))
      return first(outcome).replacing(one, with: "1").replacing(two, with: "2")
    }
    #expect(
      try refusal(Self.ranks.dropLast() + ["8"], "10000:30000")
        == "Error: 1 and 2 are of different runs: their seed is 7, and 8")
    #expect(
      try refusal(Self.ranks + ["--draws", "40000"], "10000:40000")
        == "Error: 1 and 2 are of different runs: their number of draws is 30000, and 40000")
    #expect(
      try refusal(Self.ranks + ["--level", "0.9"], "10000:30000")
        == "Error: 1 and 2 are of different runs: their command is ranks --year=2019 --draws=30000 "
        + "--seed=7, and ranks --year=2019 --level=0.9 --draws=30000 --seed=7")
  }

  @Test func figuresThatHaveChangedSinceAreRefused() throws {
    let path = try folder.write(
      Array("unit,score,error\na,1,0.5\nb,2,0.5\nc,3,0.5\n".utf8), as: "scores.csv")
    let arguments = [
      "ranks", "--table", path, "--score", "score", "--error", "error", "--draws", "1000",
    ]
    let all = try part(arguments, "0:1000", as: "1.part")
    _ = try folder.write(
      Array("unit,score,error\na,1,0.5\nb,2,0.5\nc,3,0.6\n".utf8), as: "scores.csv")
    expectRefusal(
      "Error: \(all) was drawn from other figures than those found here: join it beside the same "
        + "datasets, store and files, on the same kind of processor", code: 65, ["merge", all])
    try FileManager.default.removeItem(atPath: path)
    expectRefusal("Error: \(path): there is no such file", code: 66, ["merge", all])
  }

  @Test func filesThatAreNoPartsAreRefused() throws {
    let path = try part(Self.ranks, "0:30000", as: "1.part")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    func refusal(_ text: String) throws -> String {
      let path = try folder.write(Array(text.utf8), as: "x.part")
      let outcome = MinhBach.outcome(arguments: ["merge", path])
      #expect(outcome.exitCode == ExitCode(65))
      return first(outcome).replacing(path, with: "x")
    }
    let none = "Error: x is no part of a run: name files that --replicates has written"
    #expect(try refusal("") == none)
    #expect(try refusal("province,score\n") == none)
    #expect(try refusal(text.replacing("minhbach part 1", with: "minhbach part 2")) == none)
    #expect(try refusal(text.replacing("\"first\":0", with: "\"first\":30000")) == none)
    #expect(try refusal(text.replacing("\"first\":0", with: "\"first\":-1")) == none)
    let damaged = "Error: x is cut off, or was changed: write it again with --replicates"
    #expect(try refusal(String(text.dropLast(10))) == damaged)
    #expect(try refusal(text + "values,1\n") == damaged)
    #expect(
      try refusal(text.replacing("\"version\":\"", with: "\"version\":\"9"))
        == "Error: x was written by minhbach 9\(MinhBach.configuration.version), and this is "
        + "\(MinhBach.configuration.version): join parts by the version that wrote them")
    #expect(
      try refusal(text.replacing("\"ranks\"", with: "\"score\""))
        == "Error: x is of a command that cannot be joined: minhbach score --year=2019 --draws=30000 "
        + "--seed=7")
    #expect(
      try refusal(text.replacing("\"seed\":7", with: "\"seed\":8"))
        == "Error: x is of a command that cannot be joined: minhbach ranks --year=2019 --draws=30000 "
        + "--seed=7")
    expectRefusal(
      "Error: \(folder.file("none")): there is no such file", code: 66,
      ["merge", folder.file("none")])
  }

  @Test(arguments: [
    ("0:40000", [], "--replicates ends at 40000, beyond --draws 30000."),
    (
      "0:10", ["--format", "csv"],
      "--replicates writes a part, not an answer: give --format, --excel-csv and --lang to "
        + "'minhbach merge'."
    ),
    (
      "0:10", ["--with-method"],
      "--with-method draws as it needs: leave out --replicates and --all-draws."
    ),
    ("10:10", [], "The value '10:10' is invalid for '--replicates <range>'"),
    ("5", [], "The value '5' is invalid for '--replicates <range>'"),
    ("-1:5", [], "The value '-1:5' is invalid for '--replicates <range>'"),
    ("0..<5..<6", [], "The value '0..<5..<6' is invalid for '--replicates <range>'"),
  ])
  func rangesThatCannotBeAreRefused(_ range: String, more: [String], message: String) {
    expectRefusal(
      "Error: \(message)", code: 64, Self.ranks + ["--replicates=\(range)"] + more)
  }

  @Test func aPartNeedsToBeAskedFor() {
    expectRefusal(
      "Error: The ending .part is for parts of a run: add --replicates.", code: 64,
      Self.ranks + ["--output", "1.part"])
    expectRefusal(
      "Error: --replicates is joined by reading the figures again: name a file instead of standard "
        + "input.", code: 64, ["simulate", "-", "--replicates", "0:10"])
  }
}
