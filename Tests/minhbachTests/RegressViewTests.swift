import ArgumentParsing
import Tables
import Testing

@testable import minhbach

/// What `regress` tells beside coefficients: tests, collinearity, predictions, and draws.
@Suite struct RegressViewTests {
  @Test func testsAreThoseThatTheRowsAllow() throws {
    let rows = try TypedTable.regressions(
      "--effects", "firm,year", "--show", "tests", "--test", "value")
    #expect(
      rows.columnNames == ["test", "hypothesis", "statistic", "distribution", "p_value"])
    #expect(
      try rows.map { try $0.text("test") } == [
        "Wald", "Wald", "F of the effects", "F of the last effect", "Hausman", "Hausman, robust",
        "Breusch–Pagan LM", "Breusch–Pagan LM", "Pesaran CD", "Wooldridge", "Breusch–Pagan",
      ])
    #expect(try rows[0].text("hypothesis") == "value is zero")
    #expect(try rows[0].text("distribution") == "F(1, 9)")
    #expect(try rows[1].text("hypothesis") == "all 2 slopes are zero")
    // plm 2.6-2: F of the effects of time beside those of firms.
    #expect(abs(try rows[3].number("statistic") - 1.403240671475) < 1e-10)
    #expect(try rows[3].text("distribution") == "F(19, 169)")
    for row in rows { #expect((0...1).contains(try row.number("p_value"))) }
    TypedTable.grunfeld.expectRefusal(
      #"There is no coefficient "valu"; did you mean value?"#, code: 64, "regress",
      "--response", "inv", "--regressors", "value,capital", "--show", "tests", "--test", "valu",
      "--no-intercept")
  }

  @Test func testsThatTheRowsDoNotAllowAreTold() throws {
    // Nothing varies within a unit.
    let constant = try TypedTable(
      "who,year,y,x\nA,1,1,2\nA,2,3,2\nB,1,2,5\nB,2,5,5\nC,1,4,4\nC,2,2,4\nD,1,4,7\nD,2,2,7\n")
    let answer = try JSONAnswer(
      constant.answer(
        "regress", "--response", "y", "--regressors", "x", "--unit", "who", "--time", "year",
        "--show", "tests", "--format", "json"))
    #expect(
      answer.rows.map { $0["test"] } == [
        "Wald", "Breusch–Pagan LM", "Breusch–Pagan LM", "Breusch–Pagan",
      ])
    let reason = "nothing is left to estimate: x does not vary within the effects of who"
    #expect(
      answer.notes.prefix(4) == [
        "Hausman is left out: \(reason).", "Hausman, robust is left out: \(reason).",
        "Pesaran CD: it needs units with three times in common, each time once, and no more than 3,000 "
          + "units.",
        "Wooldridge is left out: \(reason).",
      ])
    // Every unit has one row.
    let single = try TypedTable("who,y,x\nA,1,2\nB,3,1\nC,2,5\nD,5,3\nE,4,4\nF,2,6\n")
    let other = try JSONAnswer(
      single.answer(
        "regress", "--response", "y", "--regressors", "x", "--unit", "who", "--show", "tests",
        "--format", "json"))
    #expect(other.rows.map { $0["test"] } == ["Wald", "Breusch–Pagan"])
    #expect(
      other.notes.first
        == "Hausman is left out: 6 rows cannot determine 7 coefficients; add rows or drop regressors."
    )
  }

  @Test func collinearityIsToldByInflationAndIndices() throws {
    let rows = try TypedTable.regressions("--show", "collinearity")
    #expect(rows.columnNames == ["kind", "term", "value"])
    #expect(
      try rows.map { try "\($0.text("kind")) \($0.text("term"))" } == [
        "variance_inflation value", "variance_inflation capital", "condition_index 1",
        "condition_index 2", "condition_index 3",
      ])
    // Of two regressors both have 1/(1 − r²).
    let (one, other) = (try rows[0].number("value"), try rows[1].number("value"))
    #expect(abs(one / other - 1) < 1e-13 && one > 1)
    #expect(try rows[2].number("value") == 1)
    #expect(try rows[4].number("value") > rows[3].number("value"))
    let text = try TypedTable.grunfeld.answer(
      "regress", "--response", "inv", "--regressors", "value,capital", "--show", "collinearity")
    #expect(text.contains("A variance inflation of 4 doubles the standard error."))
  }

  @Test func predictionsAreOfEveryRow() throws {
    let rows = try TypedTable.regressions(
      "--effects", "firm", "--show", "predictions", "--level", "0.9")
    #expect(
      rows.columnNames == [
        "row", "expected", "standard_error", "mean_low", "mean_high", "low", "high", "residual",
        "leverage",
      ])
    #expect(rows.count == 200)
    // The first row of the file is its second line.
    #expect(try rows[0].integer("row") == 2 && rows[199].integer("row") == 201)
    let inside = try rows.count { row in
      let value = try row.number("expected") + row.number("residual")
      return try value >= row.number("low") && value <= row.number("high")
    }
    // Nine in ten, with the tails of investment heavier than normal ones.
    #expect((170...196).contains(inside))
    let open = try TypedTable("who,y,x\nA,1,1\nA,2,2\nA,2,3\nB,5,1\nB,7,2\nB,NA,4\nC,NA,4\n")
      .records(
        "regress", "--response", "y", "--regressors", "x", "--unit", "who", "--effects", "who",
        "--show", "predictions")
    #expect(try open.map { try $0.integer("row") } == [2, 3, 4, 5, 6, 7])
    #expect(try open[5].optionalNumber("residual") == nil)
    #expect(try open[5].optionalNumber("leverage") == nil)
  }

  // MARK: Draws

  @Test func pairsHaveErrorsAndIntervals() throws {
    let rows = try TypedTable.regressions(
      "--bootstrap", "pairs", "--draws", "400", "--effects", "firm")
    #expect(
      rows.columnNames.dropFirst(8) == [
        "bootstrap_standard_error", "bootstrap_standard_error_error", "bootstrap_low",
        "bootstrap_low_error", "bootstrap_high", "bootstrap_high_error",
      ])
    let others = try TypedTable.regressions(
      "--bootstrap", "pairs", "--draws", "400", "--effects", "firm", "--seed", "2")
    for (row, other) in zip(rows, others) {
      #expect(try row.number("bootstrap_low") < row.number("estimate"))
      #expect(try row.number("bootstrap_high") > row.number("estimate"))
      for name in ["standard_error", "low", "high"] {
        let (one, two) = (
          try row.number("bootstrap_\(name)"), try other.number("bootstrap_\(name)")
        )
        #expect(one != two)
        // Two seeds differ by √2 of the error told; five of them are left for its own error.
        #expect(abs(one - two) < 5 * 2.0.squareRoot() * (try row.number("bootstrap_\(name)_error")))
      }
    }
  }

  @Test(arguments: ["wild", "wild-webb"])
  func aWildBootstrapHasPValues(_ kind: String) throws {
    let rows = try TypedTable.regressions(
      "--bootstrap", kind, "--draws", "400", "--effects", "firm")
    #expect(
      rows.columnNames.dropFirst(8) == [
        "bootstrap_p_value", "bootstrap_p_value_error", "bootstrap_low", "bootstrap_high",
      ])
    for row in rows {
      #expect((0...1).contains(try row.number("bootstrap_p_value")))
      #expect(try row.number("bootstrap_low") < row.number("estimate"))
    }
    let text = try TypedTable.grunfeld.answer(
      "regress", "--response", "inv", "--regressors", "value", "--unit", "firm", "--bootstrap",
      kind, "--draws", "400", "--seed", "7")
    #expect(
      text.contains(
        "Bootstrap: \(kind == "wild" ? "random signs" : "Webb's weights") on residuals"))
  }

  @Test(arguments: ["holm", "benjamini-hochberg", "romano-wolf"])
  func pValuesAreCorrectedForTheirNumber(_ adjustment: String) throws {
    let rows = try TypedTable.regressions(
      "--adjust", adjustment, "--draws", "300", "--effects", "firm")
    #expect(rows.columnNames.suffix(2) == ["adjusted_p_value", "adjusted_p_value_error"])
    let isDrawn = adjustment == "romano-wolf"
    let own = try rows.map { try $0.number(isDrawn ? "bootstrap_p_value" : "p_value") }
    let adjusted = try rows.map { try $0.number("adjusted_p_value") }
    for (one, other) in zip(own, adjusted) { #expect(other >= one && other <= 1) }
    if !isDrawn {
      let least = try #require(own.indices.min { own[$0] < own[$1] })
      // Of two, the smaller is doubled; the larger one limits that only for Benjamini and Hochberg.
      let doubled = 2 * own[least]
      let expected = adjustment == "holm" ? doubled : min(doubled, own[1 - least])
      #expect(adjusted[least] == expected)
    }
  }
}
