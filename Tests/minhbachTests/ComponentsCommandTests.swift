import ArgumentParsing
import Tables
import TestSupport
import Testing

@testable import minhbach

@Suite struct ComponentsCommandTests {
  private static let sample = TypedTable(file: "RegressionTests/Reference/regularised/sample.csv")

  @Test(arguments: [true, false])
  func variancesAreThoseOfR(_ isScaled: Bool) throws {
    let outcome = MinhBach.outcome(
      arguments: [
        "components", "--table", Self.sample.path, "--columns", "a,b,c,d,e,f", "--unit", "province",
        "--draws", "100", "--format", "csv",
      ] + (isScaled ? [] : ["--covariance"]))
    let rows = try Records(
      CSVReader().table(bytes: Array(outcome.standardOutput.utf8), file: "answer.csv"))
    #expect(
      rows.columnNames == [
        "component", "variance", "share", "share_low", "share_high", "chance_variance",
        "stands_out", "loading_a", "loading_b", "loading_c", "loading_d", "loading_e", "loading_f",
      ])
    let file = TypedTable(file: "RegressionTests/Reference/regularised/components.csv").path
    let expected = try #require(
      try Records(CSVReader().table(contentsOf: file)).first {
        try $0.text("what") == "variance" && $0.integer("scaled") == (isScaled ? 1 : 0)
      })
    let total = try (1...6).map { try expected.number("\($0)") }.reduce(0, +)
    for (place, row) in rows.enumerated() {
      let variance = try expected.number("\(place + 1)")
      #expect(try row.text("component") == "component_\(place + 1)")
      // Eigenvalues are exact to a few roundings of the largest.
      #expect(abs(try row.number("variance") - variance) <= 1e-13 * total)
      #expect(abs(try row.number("share") - variance / total) <= 1e-13)
      #expect(try row.number("share_low") <= row.number("share_high"))
    }
  }

  @Test func settingsAndNotesTellHowItWasFound() throws {
    let text = try Self.sample.answer(
      "components", "--columns", "a,b,c", "--draws", "100", "--seed", "3", "--format", "json")
    let answer = try JSONAnswer(text)
    #expect(answer.settings["command"] == "components" && answer.settings["columns"] == "a, b, c")
    #expect(answer.settings["draws"] == 100 && answer.settings["seed"] == 3)
    #expect(answer.settings["scaled"] == .truth(true))
    #expect(
      try Self.sample.answer(
        "components", "--columns", "a,b,c", "--draws", "100", "--seed", "3", "--threads", "1",
        "--format", "json") == text)
    let shown = try Self.sample.answer("components", "--columns", "a,b,c", "--draws", "100")
    #expect(shown.contains("3 columns of "))
    #expect(shown.contains("- Component 1: "))
    let sentence = "Loadings are correlations of columns with components."
    #expect(shown.contains(sentence))
    #expect(
      try Self.sample.answer(
        "components", "--columns", "a,b,c", "--draws", "100", "--covariance"
      ).contains(sentence))
  }

  @Test func scoresNameTheirRows() throws {
    let table = try TypedTable("who,a,b\nP,1,2\nQ,2,NA\nR,3,5\nS,4,3\nT,5,9\n")
    let rows = try table.records(
      "components", "--columns", "a,b", "--unit", "who", "--draws", "100", "--show", "scores")
    #expect(rows.columnNames == ["row", "who", "component_1", "component_2"])
    #expect(try rows.map { try $0.integer("row") } == [2, 4, 5, 6])
    #expect(try rows.map { try $0.text("who") } == ["P", "R", "S", "T"])
    // Scores of a component are about their mean.
    for name in ["component_1", "component_2"] {
      #expect(abs(try rows.map { try $0.number(name) }.reduce(0, +)) < 1e-14)
    }
  }

  @Test func aMistakeIsTold() throws {
    let table = try TypedTable("a,b\n1,2\n2,1\n3,5\n")
    table.expectRefusal("--columns names no term.", code: 64, "components", "--columns", " ")
    table.expectRefusal(
      #"there is no column "column""#, code: 64, "components", "--columns", "a,column")
    table.expectRefusal(
      "--level is a confidence between 0 and 1, such as 0.95.", code: 64, "components",
      "--columns", "a,b", "--level", "2")
    let missing = MinhBachRun(["components", "--table", "/nowhere/at-all.csv", "--columns", "a"])
    #expect(missing.code == 66)
  }
}
