import ArgumentParsing
import Tables
import TestSupport
import Testing

@testable import minhbach

@Suite struct SelectCommandTests {
  private static let sample = TypedTable(file: "RegressionTests/Reference/regularised/sample.csv")

  private func select(_ arguments: String...) throws -> JSONAnswer {
    let outcome = MinhBach.outcome(
      arguments: [
        "select", "--table", Self.sample.path, "--response", "y", "--regressors", "a,b,c,d,e,f",
        "--unit", "province", "--folds", "5", "--format", "json",
      ] + arguments)
    try #require(outcome.exitCode == .success, "\(outcome.standardError)")
    return try JSONAnswer(outcome.standardOutput)
  }

  @Test func csvHasTheColumnsThatScriptsRelyOn() throws {
    let rows = try Self.sample.records(
      "select", "--response", "y", "--regressors", "a,b,c", "--unit", "province", "--folds", "5")
    #expect(
      rows.columnNames == [
        "term", "coefficient_least_error", "coefficient_one_standard_error",
        "standardised_least_error", "standardised_one_standard_error",
      ])
    #expect(try rows.map { try $0.text("term") } == ["(Intercept)", "a", "b", "c"])
  }

  @Test func theSimplerModelIsWithinOneStandardError() throws {
    let answer = try select()
    let path = try select("--show", "path")
    let (least, simple) = (
      try #require(answer.settings["penalty_least_error"]?.number),
      try #require(answer.settings["penalty_one_standard_error"]?.number)
    )
    #expect(simple >= least)
    #expect(answer.settings["penalty"] == "lasso" && answer.settings["mixing"] == 1)
    let errors = path.rows.compactMap { $0["mean_squared_error"]?.number }
    let penalties = path.rows.compactMap { $0["penalty"]?.number }
    #expect(errors.count == 100 && penalties == penalties.sorted(by: >))
    let best = try #require(errors.indices.min { errors[$0] < errors[$1] })
    #expect(penalties[best] == least)
    #expect(answer.settings["error"]?.number == errors[best])
    let spread = try #require(path.rows[best]["standard_error"]?.number)
    let limit = errors[best] + spread
    // The largest penalty whose error is not above that.
    #expect(penalties[try #require(errors.firstIndex { $0 <= limit })] == simple)
    // The path tells the coefficients of both.
    let row = path.rows[best]
    for term in ["(Intercept)", "a", "b", "c", "d", "e", "f"] {
      #expect(row[term]?.number == answer.number("coefficient_least_error", of: term))
    }
  }

  @Test func atTheLargestPenaltyOnlyTheMeanIsLeft() throws {
    let path = try select("--show", "path", "--penalties", "7")
    #expect(path.rows.count == 7)
    let first = path.rows[0]
    for term in ["a", "b", "c", "d", "e", "f"] { #expect(first[term]?.number == 0) }
    let file = try Records(CSVReader().table(contentsOf: Self.sample.path))
    let mean = try file.map { try $0.number("y") }.reduce(0, +) / Double(file.count)
    // A sum in another order.
    #expect(abs(try #require(first["(Intercept)"]?.number) - mean) < 1e-13)
    #expect(first["r_squared"]?.number == 0)
  }

  @Test func ridgeLeavesNothingOutAndTheElasticNetIsBetween() throws {
    let ridge = try select("--penalty", "ridge")
    #expect(ridge.settings["mixing"] == 0)
    for row in ridge.rows { #expect(row["coefficient_one_standard_error"]?.number != 0) }
    let net = try select("--penalty", "elastic-net", "--mixing", "0.25")
    #expect(net.settings["mixing"] == .number(0.25))
    #expect(try select("--penalty", "elastic-net").settings["mixing"] == .number(0.5))
  }

  @Test func theSeedDealsTheFoldsAndThreadsDoNot() throws {
    func run(_ seed: String, _ threads: String) throws -> String {
      try Self.sample.answer(
        "select", "--response", "y", "--regressors", "a,b,c,d,e,f", "--unit", "province", "--time",
        "year", "--effects", "province,year", "--folds", "5", "--seed", seed, "--threads", threads,
        "--format", "json")
    }
    let one = try run("1", "1")
    #expect(try run("1", "2") == one)
    #expect(try run("1", "1") == one)
    #expect(try run("2", "2") != one)
    #expect(try JSONAnswer(one).settings["seed"] == 1)
  }

  @Test func theTableNamesBothModelsAndWhatIsLeftOut() throws {
    let text = try Self.sample.answer(
      "select", "--response", "y", "--regressors", "a,b,c,d,e,f", "--unit", "province", "--folds",
      "5")
    #expect(text.hasPrefix("y, lasso: "))
    #expect(text.contains(", 5 folds of province\n"))
    #expect(text.contains("- Least error: penalty "))
    #expect(text.contains("- Within one standard error: penalty "))
    #expect(text.contains("left out"))
    #expect(text.contains("have no standard errors"))
  }

  @Test func aColumnThatDoesNotVaryIsNamed() throws {
    let answer = try JSONAnswer(
      TypedTable("y,x,g\n1,2,3\n3,1,3\n2,4,3\n5,3,3\n4,7,3\n6,5,3\n").answer(
        "select", "--response", "y", "--regressors", "x,g", "--folds", "2", "--format", "json"))
    #expect(answer.notes.contains("g is left out: it does not vary."))
    #expect(answer.number("coefficient_least_error", of: "g") == 0)
  }

  private static let small = "who,y,x,z\nA,1,2,1\nA,3,1,0\nB,2,5,3\nB,5,3,2\nC,4,4,1\nC,2,6,5\n"

  @Test(
    arguments: [
      (["--folds", "1"], "--folds is two or more."),
      (["--folds", "4", "--unit", "who"], "--folds 4 is more than there are groups of who: 3."),
      (["--folds", "7"], "--folds 7 is more than there are groups of row: 6."),
      (["--penalties", "1"], "--penalties is a number from 2 to 10000."),
      (["--mixing", "0.5"], "--mixing is for --penalty elastic-net."),
      (
        ["--penalty", "elastic-net", "--mixing", "1"],
        "--mixing lies between 0, which is ridge, and 1, which is lasso."
      ),
      (["--threads", "0"], "--seed is zero or more, --threads one or more."),
      (["--unit", "whom", "--folds", "2"], #"there is no column "whom"; did you mean who?"#),
    ] as [([String], String)])
  func aWrongCommandLineIsTold(_ arguments: [String], _ expected: String) throws {
    let run = try TypedTable(Self.small).run(
      "select", ["--response", "y", "--regressors", "x,z"] + arguments)
    #expect(run.error.split(separator: "\n").first.map(String.init) == "Error: " + expected)
    #expect(run.code == 64)
  }

  @Test func aResponseThatDoesNotVaryIsBadData() throws {
    try TypedTable("y,x\n1,2\n1,3\n1,5\n1,7\n").expectRefusal(
      "the response does not vary, so that there is nothing to explain; choose another response",
      code: 65, "select", "--response", "y", "--regressors", "x", "--folds", "2")
  }
}
