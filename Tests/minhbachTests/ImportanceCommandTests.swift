import ArgumentParsing
import Tables
import TestSupport
import Testing

@testable import minhbach

@Suite struct ImportanceCommandTests {
  private static let swiss = TypedTable(file: "RegressionTests/Reference/swiss.csv")
  private static let regressors = "Agriculture,Examination,Education,Catholic,Infant.Mortality"

  private func swiss(_ arguments: String...) throws -> JSONAnswer {
    let outcome = MinhBach.outcome(
      arguments: [
        "importance", "--table", Self.swiss.path, "--response", "Fertility", "--regressors",
        Self.regressors, "--format", "json",
      ] + arguments)
    try #require(outcome.exitCode == .success, "\(outcome.standardError)")
    return try JSONAnswer(outcome.standardOutput)
  }

  @Test func sharesOfSwissAreThoseOfRelaimpo() throws {
    let answer = try swiss("--no-bootstrap")
    let names = [
      "lmg": "share", "last": "last", "first": "first", "betasq": "betasq", "pratt": "pratt",
    ]
    let file = TypedTable(file: "RegressionTests/Reference/swiss_relaimpo.csv").path
    var compared = 0
    for record in try Records(CSVReader().table(contentsOf: file)) {
      let parts = try record.text("quantity").split(separator: "_").map(String.init)
      let expected = try record.number("value")
      let found =
        parts == ["R2"]
        ? answer.settings["r_squared"]?.number
        : answer.number(try #require(names[parts[0]]), of: parts[1], in: "regressor")
      // The file has 15 digits of shares of one.
      #expect(abs(try #require(found) - expected) <= 1e-12, "\(parts)")
      compared += 1
    }
    // R², and five figures of five regressors.
    #expect(compared == 26)
    let shares = answer.rows.compactMap { $0["share"]?.number }
    let total = try #require(answer.settings["r_squared"]?.number)
    #expect(abs(shares.reduce(0, +) - total) < 1e-15)
    #expect(answer.rows.compactMap { $0["rank"]?.number } == [5, 2, 1, 4, 3])
    #expect(answer.rows.allSatisfy { $0["low"] == JSONAnswer.Value.none })
  }

  @Test func csvHasTheColumnsThatScriptsRelyOn() throws {
    let rows = try Self.swiss.records(
      "importance", "--response", "Fertility", "--regressors", Self.regressors, "--draws", "200")
    #expect(
      rows.columnNames == [
        "regressor", "share", "low", "high", "rank_low", "rank_high", "rank", "share_of_r_squared",
        "standard_error", "low_error", "high_error", "basic_low", "basic_high", "probability_first",
        "probability_first_error",
        "first", "last", "betasq", "pratt",
      ])
    #expect(
      try rows.map { try $0.text("regressor") }
        == Self.regressors.split(separator: ",").map(String.init))
    for row in rows {
      #expect(try row.number("low") < row.number("high"))
      #expect(try row.integer("rank_low") <= row.integer("rank_high"))
      #expect(
        try (row.integer("rank_low")...row.integer("rank_high")).contains(row.integer("rank")))
      let low = try 2 * row.number("share") - row.number("high")
      #expect(abs(try row.number("basic_low") - low) < 1e-15)
    }
    // One regressor is first in each draw.
    let first = try rows.map { try $0.number("probability_first") }.reduce(0, +)
    #expect(abs(first - 1) < 1e-12)
  }

  @Test func theSeedDecidesTheDrawsAndThreadsDoNot() throws {
    func run(_ seed: String, _ threads: String) throws -> String {
      try Self.swiss.answer(
        "importance", "--response", "Fertility", "--regressors", Self.regressors, "--draws", "150",
        "--seed", seed, "--threads", threads, "--format", "json")
    }
    let one = try run("4", "1")
    #expect(try run("4", "2") == one)
    #expect(try run("5", "2") != one)
    let answer = try JSONAnswer(one)
    #expect(answer.settings["draws"] == 150 && answer.settings["seed"] == 4)
    #expect(answer.settings["cluster_count"] == 47 && answer.settings["command"] == "importance")
  }

  @Test func regressorsOfAGroupShareAsOne() throws {
    let answer = try swiss("--no-bootstrap", "--groups", "school=Examination+Education")
    #expect(
      answer.rows.map { $0["regressor"]?.text } == [
        "Agriculture", "school", "Catholic", "Infant.Mortality",
      ])
    let shares = answer.rows.compactMap { $0["share"]?.number }
    let total = try #require(answer.settings["r_squared"]?.number)
    #expect(abs(shares.reduce(0, +) - total) < 1e-15)
    // A group has no coefficient of its own.
    #expect(answer.rows[1]["betasq"] == JSONAnswer.Value.none)
    #expect(answer.rows[0]["betasq"] != JSONAnswer.Value.none)
  }

  @Test func theTableHasTheLargestFirst() throws {
    let text = try Self.swiss.answer(
      "importance", "--response", "Fertility", "--regressors", Self.regressors, "--no-bootstrap")
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines[0] == "Fertility: how R² 70.7% is shared among 5 regressors, 47 rows")
    let names = lines.filter { $0.contains("%") }.dropFirst().map {
      String($0.split(separator: " ", omittingEmptySubsequences: true)[1])
    }
    #expect(
      names == ["Education", "Examination", "Infant.Mortality", "Catholic", "Agriculture"])
    let drawn = try Self.swiss.answer(
      "importance", "--response", "Fertility", "--regressors", Self.regressors, "--draws", "100")
    #expect(drawn.contains("- 100 draws of 47 rows; seed 1."))
    let flat = drawn.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      flat.contains("The ends of the intervals have Monte Carlo standard errors of up to "))
    #expect(drawn.contains("an interval above zero is no test."))
  }

  /// Three units of three years.
  private static let panel = """
    who,year,y,x,z
    A,1,1,2,1
    A,2,3,1,0
    A,3,2,4,5
    B,1,2,5,3
    B,2,5,3,2
    B,3,6,8,1
    C,1,4,4,2
    C,2,2,6,5
    C,3,7,7,4

    """

  @Test func withinEffectsTheShareIsOfWhatIsLeft() throws {
    let table = try TypedTable(Self.panel)
    let answer = try JSONAnswer(
      table.answer(
        "importance", "--response", "y", "--regressors", "x,z", "--unit", "who", "--time", "year",
        "--effects", "who", "--no-bootstrap", "--format", "json"))
    let regression = try JSONAnswer(
      table.answer(
        "regress", "--response", "y", "--regressors", "x,z", "--unit", "who", "--effects", "who",
        "--format", "json"))
    let (one, other) = (
      try #require(answer.settings["r_squared"]?.number),
      try #require(regression.settings["r_squared"]?.number)
    )
    // Moments here, a decomposition there, of well conditioned columns.
    #expect(abs(one - other) < 1e-13)
  }

  @Test(
    arguments: [
      (["--groups", "x+z"], #"--groups "x+z" is not of the form NAME=a+b."#),
      (
        ["--groups", "z=x"],
        "--groups gives the name of the regressor z to others; choose another name."
      ),
      (["--groups", "a=x,a=z"], "--groups names a twice; give each group its own name."),
      (["--groups", "a=x+x"], #"--groups "a=x+x" is not of the form NAME=a+b."#),
      (
        ["--groups", "a=x+q"],
        "the group a names q, which is no regressor or is in two groups; name each once"
      ),
      (
        ["--groups", "a=x,b=x"],
        "the group b names x, which is no regressor or is in two groups; name each once"
      ),
      (["--level", "0"], "--level is a confidence between 0 and 1, such as 0.95."),
      (["--clusters", "whom"], #"there is no column "whom"; did you mean who?"#),
      (["--draws", "10"], "--draws is a number from 100 to 10000000."),
    ] as [([String], String)])
  func aWrongCommandLineIsTold(_ arguments: [String], _ expected: String) throws {
    let run = try TypedTable(Self.panel).run(
      "importance", ["--response", "y", "--regressors", "x,z"] + arguments)
    #expect(run.error.split(separator: "\n").first.map(String.init) == "Error: " + expected)
    #expect(run.code == 64)
  }

  @Test func aNameAtTheStartOfANoteKeepsItsLetters() throws {
    let answer = try JSONAnswer(
      TypedTable("y,x,z\n1,2,4\n3,1,2\n2,4,8\n5,3,6\n4,7,14\n").answer(
        "importance", "--response", "y", "--regressors", "x,z", "--no-bootstrap", "--format",
        "json"))
    let note = try #require(answer.notes.first)
    #expect(note.hasPrefix("z is a combination of x: ") && note.hasSuffix("of their own."))
  }

  @Test func moreThanTwentyAreTooMany() throws {
    let names = (1...21).map { "x\($0)" }
    var text = "y," + names.joined(separator: ",") + "\n"
    var random = SplitMix64(seed: 6)
    for _ in 0..<30 {
      text +=
        (0...21).map { _ in "\(Int.random(in: 0...99, using: &random))" }
        .joined(separator: ",") + "\n"
    }
    try TypedTable(text).expectRefusal(
      "21 regressors or groups have too many combinations; join some in groups, to 20 at most",
      code: 64, "importance", "--response", "y", "--regressors", names.joined(separator: ","),
      "--no-bootstrap")
  }

  @Test func aResponseThatDoesNotVaryIsBadData() throws {
    try TypedTable("y,x\n1,2\n1,3\n1,5\n").expectRefusal(
      "the response does not vary beyond the intercept or effects, so that R² is undefined; "
        + "choose another response, or fewer effects", code: 65, "importance", "--response", "y",
      "--regressors", "x")
  }
}
