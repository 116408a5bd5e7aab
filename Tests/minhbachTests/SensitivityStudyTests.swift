import Tables
import TestSupport
import Testing

/// The methods of `sensitivity` that draw: with few points, since the tests ask what is told and not how exactly.
@Suite struct SensitivityStudyTests {
  private static let few = ["--draws", "256", "--resamples", "100"]

  private func records(_ words: String...) throws -> Records {
    try minhbachTests.records(["sensitivity", "Đắk Nông", "--year", "2017"] + words + Self.few)
  }

  private func answer(_ words: String...) throws -> String {
    try minhbachTests.answer(["sensitivity", "Đắk Nông", "--year", "2017"] + words + Self.few)
  }

  @Test func theMethodsStandSideBySide() throws {
    let rows = try records()
    #expect(rows.count == 12)
    for (place, row) in rows.enumerated() {
      #expect(try row.integer("order") == place + 1)
      let likely = try row.integer("order_low")...row.integer("order_high")
      #expect(likely.lowerBound >= 1 && likely.upperBound <= 12)
      #expect(try (0...1).contains(row.number("probability_first_three")))
      for name in ["sobol_first", "sobol_total", "sobol_score", "shapley", "target_total"] {
        let found = try row.number(name)
        #expect(try row.number("\(name)_low") <= found && found <= row.number("\(name)_high"))
      }
      #expect(try row.number("morris_mu_star") >= abs(row.number("morris_mu")) - 1e-9)
      #expect(try row.number("probability_goal_gain_error") > 0)
      #expect(try row.text("sentence").hasPrefix("\(place + 1). "))
      #expect(try row.integer("goal") == 43)
    }
    let shares = try rows.reduce(0) { try $0 + $1.number("shapley") }
    #expect(abs(shares - 1) < 1e-9)
    // What programs read of one indicator alone is there as well.
    #expect(try rows[0].number("score_per_unit") != 0)
    #expect(try rows[0].number("probability_gain") > 0)
  }

  @Test func peopleReadASentenceOnEachIndicator() throws {
    let text = try answer()
    let notes = text.replacing("\n  ", with: " ")
    #expect(notes.contains("- 12. Access to planning documents"))
    #expect(notes.contains("Points were doubled until the order stood"))
    #expect(notes.contains("rank correlation with the order by Sobol’ totals"))
    // The table itself fits a wide window.
    let table = text.split(separator: "\n").prefix(14)
    #expect(table.allSatisfy { $0.count <= 132 })
  }

  @Test(arguments: [
    ("sobol", "sobol_total"), ("shapley", "shapley"), ("morris", "morris_mu_star"),
    ("target", "probability_goal_gain"),
  ])
  func oneMethodAloneOrdersByItsOwnFigure(method: String, column: String) throws {
    let found = try records("--method", method).map { try $0.number(column) }
    #expect(found.count == 12)
    #expect(found == found.sorted(by: >))
  }

  @Test func pairsComeOnRequest() throws {
    let rows = try records("--method", "sobol", "--second-order")
    let pairs = try rows.filter { try $0.optionalNumber("sobol_second") != nil }
    #expect(rows.count == 12 + 66 && pairs.count == 66)
    let found = try pairs.map { try $0.number("sobol_second") }
    #expect(found == found.sorted(by: >))
  }

  @Test func theNumberOfWalksCanBeSet() throws {
    #expect(try answer("--method", "morris", "--walks", "20").contains("20 walks, 260 evaluations"))
    expectRefusal(
      "Error: --walks is a number from 2 to 1000000.", code: 64,
      ["sensitivity", "daknong", "--walks", "1"])
  }

  @Test func aGoalCanBeSet() throws {
    let text = try answer("--method", "target", "--goal", "30")
    #expect(text.contains("probability of rank 30 or better"))
  }

  @Test func theSeedAndTheDrawsAreTold() throws {
    let json = try answer("--method", "shapley", "--format", "json", "--seed", "7")
    #expect(json.contains(#""draws": 256, "seed": 7"#))
  }

  @Test func theSameSeedGivesTheSameBytesOnAnyThreads() throws {
    let answers = try ["1", "2"].map { threads in
      try answer("--method", "sobol", "--format", "csv", "--threads", threads)
    }
    #expect(answers[0] == answers[1])
    #expect(try answer("--method", "sobol", "--format", "csv", "--seed", "2") != answers[0])
  }

  @Test func mistakesAreNamed() {
    expectRefusal(
      "Error: --goal is for --method target, or all.", code: 64,
      ["sensitivity", "daknong", "--method", "local", "--goal", "3"])
    expectRefusal(
      "Error: --goal is a rank from 1 to 63.", code: 64,
      ["sensitivity", "daknong", "--goal", "64"])
    expectRefusal(
      "Error: --second-order is for --method sobol.", code: 64,
      ["sensitivity", "daknong", "--second-order"])
    expectRefusal(
      "Error: --draws is a number from 16 to 4194304.", code: 64,
      ["sensitivity", "daknong", "--draws", "8"])
    expectRefusal(
      "Error: --draws is at most 1198372 with 12 inputs.", code: 64,
      ["sensitivity", "daknong", "--draws", "2000000"])
    expectRefusal(
      "Error: The value 'laddr' is invalid for '--method <method>'. Please provide one of the following:",
      code: 64, ["sensitivity", "daknong", "--method", "laddr"])
  }
}
