import Foundation
import Tables
import TestSupport
import Testing

@testable import minhbach

@Suite struct SensitivityTableTests {
  /// 500 rows of Ishigami's function, and what SALib and SciPy make of them.
  private static let folder = Bundled.checkout + "/Tests/SensitivityTests/Reference/"

  private func file(_ text: String, in folder: TemporaryDirectory) throws -> String {
    let path = folder.file("runs.csv")
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  /// Twenty rows in which y is twice a, b goes its own way, and c is text.
  private static let rows = (1...20).map { "\($0),\($0 * 7 % 20),t\($0),\(2 * $0)\n" }.joined()

  @Test func aTableAloneHasItsIndicesAndTheDummy() throws {
    let rows = try records(
      "sensitivity", "--table", Self.folder + "given_data_sample.csv", "--response", "y",
      "--resamples", "100")
    #expect(
      rows.columnNames == [
        "indicator", "rows", "sobol_first", "sobol_first_low", "sobol_first_high", "pawn_median",
        "pawn_median_low", "pawn_median_high", "pawn_max", "pawn_mean", "pawn_min",
        "is_above_dummy",
      ])
    #expect(try rows.map { try $0.text("indicator") } == ["x1", "x2", "x3", "dummy"])
    let expected = try Records(
      CSVReader().table(contentsOf: Self.folder + "given_data_expected.csv"))
    for (row, other) in zip(rows, expected) {
      // ks_2samp of each slice: the same quotients, but for their last digit.
      for (own, theirs) in [
        ("median", "median"), ("max", "maximum"), ("mean", "mean"), ("min", "minimum"),
      ] {
        #expect(abs(try row.number("pawn_\(own)") - other.number("pawn_\(theirs)")) < 1e-12)
      }
      // The published index takes the last row and the first for neighbours; each pair counts 1/500.
      #expect(abs(try row.number("sobol_first") - other.number("joined")) < 0.02)
      #expect(try row.integer("rows") == 500)
    }
    #expect(try rows[0].text("is_above_dummy") == "TRUE")
    #expect(try rows[1].text("is_above_dummy") == "TRUE")
    #expect(rows[3].optionalText("sobol_first") == nil)
  }

  @Test func inputsAreTheColumnsOfNumbersAndGapsAreCounted() throws {
    let folder = try TemporaryDirectory()
    let table = try file(
      "a,b,c,empty,flat,y\n"
        + (1...21).map { "\($0),\($0 == 21 ? "" : "\($0 * 7 % 20)"),t,,3,\(2 * $0)\n" }.joined(),
      in: folder)
    let text = try answer(
      "sensitivity", "--table", table, "--response", "y", "--resamples", "100")
    #expect(text.hasPrefix("runs.csv: what moves y, 20 rows\n"))
    #expect(text.contains("- 1 row with a gap left out."))
    #expect(text.contains("c (no number: runs.csv, line 2, column 3)"))
    #expect(text.contains("Empty, and so no inputs: empty."))
    #expect(text.contains("what they move cannot be seen: flat."))
    let lines = text.split(separator: "\n").map { $0.prefix { $0 != " " } }
    let places = ["a", "b", "flat", "dummy"].map { lines.firstIndex(of: Substring($0)) ?? 99 }
    #expect(places == places.sorted() && !places.contains(99))
    let rows = try records(
      "sensitivity", "--table", table, "--response", "y", "--inputs", "flat,a", "--resamples", "100"
    )
    #expect(try rows.map { try $0.text("indicator") } == ["flat", "a", "dummy"])
    #expect(rows[0].optionalText("pawn_median") == nil)
    // 21 neighbours 2 apart: 1 − 2 / s² with s² = 4 · 38.5.
    #expect(abs(try rows[1].number("sobol_first") - (1 - 2 / 154.0)) < 1e-12)
  }

  @Test func theSameSeedGivesTheSameBytesOnAnyNumberOfThreads() throws {
    func text(_ threads: String) throws -> String {
      try answer(
        "sensitivity", "--table", Self.folder + "given_data_sample.csv", "--response", "y",
        "--resamples", "100", "--format", "json", "--threads", threads)
    }
    #expect(try text("1") == text("2"))
  }

  /// Of columns of random numbers few are above the dummy.
  ///
  /// One in twenty would be, were errors known and both normal. 200 of them: 10, and three standard errors.
  @Test func columnsOfNoiseAreSeldomAboveTheDummy() throws {
    let folder = try TemporaryDirectory()
    var above = 0
    for table in 0..<10 as Range<UInt64> {
      var random = SmallGenerator(state: table)
      let names = (0..<20).map { "x\($0)" }
      let rows = (0..<100).map { _ in (0...20).map { _ in "\(random.next() % 1_000_000)" } }
      let path = try file(
        ([names + ["y"]] + rows).map { $0.joined(separator: ",") + "\n" }.joined(), in: folder)
      let found = try records(
        "sensitivity", "--table", path, "--response", "y", "--resamples", "100", "--seed",
        "\(table)")
      above += try found.dropLast().count { try $0.text("is_above_dummy") == "TRUE" }
    }
    #expect(above <= 19, "\(above)")
  }

  @Test func mistakesOfTheTableAreNamedWithTheirPlace() throws {
    let folder = try TemporaryDirectory()
    let header = "a,b,c,y\n"
    func expect(_ message: String, _ text: String, _ more: String...) throws {
      expectRefusal(
        message, code: 65,
        ["sensitivity", "--table", try file(text, in: folder), "--response", "y"] + more)
    }
    try expect(
      "Error: runs.csv: there is no column \"y\"; the columns are \"a\", \"b\"",
      "a,b\n1,2\n")
    try expect(
      "Error: runs.csv, line 2, column \"c\": \"t1\" is not a number",
      header + Self.rows, "--inputs", "a,c")
    try expect(
      "Error: runs.csv, line 22, column \"y\": \"3..5\" is not a number",
      header + Self.rows + "1,2,t,3..5\n")
    try expect(
      "Error: runs.csv has 9 rows without gaps, of 10; 10 at least tell something",
      "a,y\n" + (1...9).map { "\($0),\($0)\n" }.joined() + ",3\n")
    try expect(
      "Error: runs.csv: \"y\" is the same in all rows: nothing can be seen to move it",
      "a,y\n" + (1...20).map { "\($0),4\n" }.joined())
    try expect(
      "Error: runs.csv has no column of numbers beside \"y\" to be an input; of text are c",
      "c,y\n" + (1...20).map { "t,\($0)\n" }.joined())
    try expect(
      "Error: runs.csv, line 2, column 1: expected a number between 1e-100 and 1e100, or zero: take another "
        + "unit", "a,y\n1e300,1\n")
    try expect(
      "Error: runs.csv has 0 rows without gaps, of 0; 10 at least tell something", "a,y\n",
      "--inputs", "a")
    try expect("Error: runs.csv has no column of numbers beside \"y\" to be an input", "y\n1\n")
  }

  @Test(arguments: [
    (["--table", "a.csv"], "Error: --table needs --response: the column that is moved."),
    (["--response", "y"], "Error: --response and --inputs name columns of --table: add --table."),
    (["--table", "", "--response", "y"], "Error: --table names no file."),
    (
      ["--table", "a.csv", "--response", "y", "--inputs", "a,y"],
      "Error: --inputs holds the --response \"y\": leave it out."
    ),
    (
      ["daknong", "--table", "a.csv", "--response", "y"],
      "Error: --table is studied in place of a province: leave out one."
    ),
    (
      ["--table", "a.csv", "--response", "y", "--ranges", "moving"],
      "Error: --year, --goal, --ranges, --respondents, --sampling, --independent-errors, --store and --units "
        + "are for provinces: leave out --table."
    ),
    (
      ["--table", "a.csv", "--response", "y", "--draws", "1024"],
      "Error: --method, --draws, --estimator and --second-order are for models that can be asked: leave out "
        + "--table."
    ),
  ])
  func mistakesOfTheCommandLineAreNamed(arguments: [String], message: String) {
    expectRefusal(message, code: 64, ["sensitivity"] + arguments)
  }

  @Test func aMissingFileIsTold() {
    let run = MinhBachRun(["sensitivity", "--table", "/nowhere/runs.csv", "--response", "y"])
    #expect(run.code == 66)
    #expect(run.error.contains("runs.csv"))
  }
}

/// Steele, Lea & Flood's SplitMix64 (2014), doi:10.1145/2660193.2660195.
private struct SmallGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
