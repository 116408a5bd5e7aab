import ArgumentParsing
import Tables
import Testing

@testable import minhbach

/// What `regress` says besides its figures.
@Suite struct RegressWordsTests {
  private static let grunfeld = TypedTable(
    file: "RegressionTests/Reference/diagnostics/grunfeld.csv")

  /// Runs a regression of the PCI and reads its answer.
  private func regression(_ response: String, _ regressors: String, _ more: String...) throws
    -> JSONAnswer
  {
    let outcome = MinhBach.outcome(
      arguments: [
        "regress", "--response", response, "--regressors", regressors, "--format", "json",
      ] + more)
    try #require(outcome.exitCode == .success, "\(outcome.standardError)")
    return try JSONAnswer(outcome.standardOutput)
  }

  // MARK: Arithmetic

  @Test(
    arguments: [
      ("diff(transparency)", "lag(transparency)", true), ("transparency", "pci", true),
      ("pci", "transparency", true), ("website_use", "transparency", true),
      ("transparency", "website_use:lag(website_use)", true),
      ("transparency", "transparency^2", true), ("pci", "diff(website_use)", true),
      ("lag(transparency)", "lag(website_use)", true),
      ("lag(transparency)", "lag(website_use, 2)", false),
      ("transparency", "lag(transparency)", false), ("transparency", "lag(pci)", false),
      ("transparency", "entry_costs", false), ("diff(transparency)", "lag(pci, 2)", false),
    ])
  func arithmeticIsWhereFiguresOfOneYearAreMadeOfOneAnother(
    _ response: String, _ regressor: String, _ isArithmetic: Bool
  ) throws {
    let notes = try regression(response, regressor, "--years", "2014-2016").notes
    #expect(notes.contains { $0.hasPrefix("Arithmetic, at least in part: ") } == isArithmetic)
    #expect(notes.contains { $0.hasPrefix("Behaviour: \(regressor) has") } != isArithmetic)
  }

  @Test func lagsReachYearsThatAreNotAskedFor() throws {
    let answer = try regression(
      "transparency", "factor(year),lag(transparency)", "--years", "2014-2016")
    // Three years of 63 provinces, 2014 with the scores of 2013.
    #expect(answer.settings["rows"] == 189)
    // No column and no note for years that only serve lags.
    #expect(
      answer.rows.map { $0["term"] } == [
        "(Intercept)", "factor(year)=2015", "factor(year)=2016", "lag(transparency)",
      ])
    #expect(!answer.notes.contains { $0.contains("left out") })
    #expect(
      MinhBachRun([
        "regress", "--response", "transparency", "--regressors", "lag(transparency)", "--years",
        "1990-1991",
      ]).error.hasPrefix("Error: no row can be used: there are none"))
  }

  // MARK: Persistence

  @Test(
    arguments: [
      ("transparency", "lag(transparency)", ["--effects", "province,year"], true),
      ("transparency", "lag(rank(transparency), 2)", ["--model", "within"], true),
      ("transparency", "lag(transparency)", ["--model", "first-difference"], true),
      ("transparency", "lag(transparency)", ["--model", "random"], true),
      ("transparency", "lag(transparency)", ["--effects", "year"], false),
      ("transparency", "lag(transparency)", ["--model", "within", "--effects", "year"], false),
      ("transparency", "lag(transparency)", ["--model", "between"], false),
      ("transparency", "lead(transparency)", ["--effects", "province"], false),
      ("transparency", "lag(entry_costs)", ["--effects", "province"], false),
    ])
  func aLagOfTheResponseBesideEffectsOfUnitsIsBiased(
    _ response: String, _ regressor: String, _ model: [String], _ isBiased: Bool
  ) throws {
    let outcome = MinhBach.outcome(
      arguments: [
        "regress", "--response", response, "--regressors", regressor, "--years", "2014-2016",
        "--format", "json",
      ] + model)
    let notes = try JSONAnswer(outcome.standardOutput).notes.filter { $0.contains("Nickell") }
    // Two years before 2014 lies the break of 2013, so that two times are left.
    let times = regressor.contains("2)") ? 2 : 3
    #expect(
      notes
        == (isBiased
          ? [
            "A lag of the response beside effects of units is biased downwards where times are few "
              + "(Nickell 1981): here \(times) times at most; the same regression without them tells "
              + "persistence better."
          ] : []))
  }

  // MARK: Tests and predictions

  @Test func predictionsSayWhichErrorsTheyAssume() throws {
    let arguments = [
      "regress", "--table", Self.grunfeld.path, "--response", "inv", "--regressors",
      "value,capital", "--unit", "firm", "--show",
    ]
    let predictions = MinhBach.outcome(arguments: arguments + ["predictions"]).standardOutput
    #expect(
      predictions.contains("- Errors are taken to be of one variance, whatever --errors says."))
    #expect(!predictions.contains("With 10 clusters"))
    let coefficients = MinhBach.outcome(arguments: arguments + ["coefficients"]).standardOutput
    #expect(coefficients.contains("With 10 clusters"))
  }

  /// Labels that hold commas and a bracket.
  private static let labels = """
    y,x,g
    1,2,a
    3,1,a
    2,4,b
    5,5,"b, c"
    4,7,"b, c"
    7,6,b
    8,9,d(
    6,9,d(

    """

  @Test(
    arguments: [
      ("x", "x is zero"), ("(Intercept)", "(Intercept) is zero"),
      ("factor(g)=b", "factor(g)=b is zero"), ("factor(g)=b, c", "factor(g)=b, c is zero"),
      ("factor(g)=d(,x", "all 2 coefficients are zero"),
      ("factor(g)=b,factor(g)=b, c", "all 2 coefficients are zero"), ("x,x", "x is zero"),
      ("lag(x,1)", "lag(x) is zero"), (" lag( x ) ", "lag(x) is zero"),
    ])
  func aTestTakesNamesAsTheyStandInTheTable(_ text: String, _ hypothesis: String) throws {
    let isLagged = text.contains("lag")
    let table = try TypedTable(
      isLagged
        ? "who,t,y,x\nA,1,1,2\nA,2,3,1\nA,3,2,5\nA,4,4,4\nB,1,2,2\nB,2,3,7\nB,3,9,4\nC,1,4,1\nC,2,2,6\nC,3,8,3\n"
        : Self.labels)
    let arguments =
      isLagged
      ? ["--regressors", "lag(x)", "--unit", "who", "--time", "t", "--errors", "classical"]
      : ["--regressors", "x,factor(g)"]
    let outcome = MinhBach.outcome(
      arguments: ["regress", "--table", table.path, "--response", "y", "--test", text]
        + arguments)
    // The test alone shows tests, under a title that is of all of them.
    let lines = outcome.standardOutput.split(separator: "\n")
    #expect(lines.first == "y: tests", "\(outcome.standardError)")
    #expect(lines.dropFirst(3).first?.contains(" \(hypothesis) ") == true)
  }

  @Test func aTestOfWhatIsNotThereIsRefused() throws {
    let table = try TypedTable("y,x,z\n1,2,4\n3,1,2\n2,4,8\n5,5,10\n")
    for (text, message) in [
      ("y2", #"There is no coefficient "y2"; did you mean x?"#),
      ("capital", #"There is no coefficient "capital"; there are (Intercept), x."#),
      ("z", #"The coefficient "z" is left out: it is a combination of the regressors before it."#),
      (" ", "--test names no coefficient."), ("x,", "--test names no coefficient."),
    ] {
      table.expectRefusal(
        message, code: 64, "regress", "--response", "y", "--regressors", "x,z", "--test", text)
    }
  }

  // MARK: Corrections and intervals

  @Test(arguments: ["holm", "benjamini-hochberg", "romano-wolf"])
  func theInterceptIsNoTestThatIsCorrected(_ adjustment: String) throws {
    let arguments = [
      "regress", "--table", Self.grunfeld.path, "--response", "inv", "--regressors",
      "value,capital", "--unit", "firm", "--draws", "300", "--adjust", adjustment,
    ]
    let answer = try JSONAnswer(
      MinhBach.outcome(arguments: arguments + ["--format", "json"]).standardOutput)
    #expect(answer.rows[0]["adjusted_p_value"] == JSONAnswer.Value.none)
    #expect(answer.rows[0]["adjusted_p_value_error"] == JSONAnswer.Value.none)
    let p = adjustment == "romano-wolf" ? "bootstrap_p_value" : "p_value"
    for term in ["value", "capital"] {
      let (own, adjusted) = (
        try #require(answer.number(p, of: term)),
        try #require(answer.number("adjusted_p_value", of: term))
      )
      // Two tests, so that the smaller p is doubled at most; a stepdown counts the sample as one draw more.
      #expect(adjusted >= own && adjusted <= 2 * own + 2.0 / 300)
    }
    let text = MinhBach.outcome(arguments: arguments).standardOutput
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains(", for all coefficients but the intercept."))
  }

  @Test func anIntervalWithoutEndIsShownAsSuch() throws {
    // Signs of three clusters never reject at 5%: the smallest p-value is 2 of 8.
    let table = try TypedTable(
      "y,x,g\n1,1,a\n3,2,a\n2,5,b\n6,4,b\n5,7,c\n9,8,c\n")
    let text = try table.answer(
      "regress", "--response", "y", "--regressors", "x", "--errors", "cluster:g", "--bootstrap",
      "wild", "--draws", "100")
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("x ") })
    #expect(line.split(separator: " ").suffix(2) == ["−∞", "∞"])
  }

  @Test(
    arguments: [
      (0.9, "90%"), (0.95, "95%"), (0.995, "99.5%"), (0.999, "99.9%"), (0.9999, "99.99%"),
      (0.29, "29%"), (0.07, "7%"), (1e-4, "0.01%"), (0.999_999_999, "99.9999999%"),
      (1.0 / 3, "33.333333333%"),
    ])
  func aConfidenceHasTheDigitsThatWereTyped(_ level: Double, _ expected: String) {
    #expect(Words.english.confidence(level) == expected)
  }

  @Test func theLevelHeadsTheIntervals() throws {
    let table = try TypedTable("y,x\n1,2\n3,1\n2,4\n")
    for arguments in [[], ["--show", "predictions"], ["--model", "rank-rank"]] {
      let outcome = MinhBach.outcome(
        arguments: [
          "regress", "--table", table.path, "--response", "y", "--regressors", "x", "--level",
          "0.9999",
        ] + arguments)
      #expect(outcome.standardOutput.contains(" 99.99% from "), "\(outcome.standardError)")
    }
  }

  @Test func oneOfAKindIsSingular() throws {
    let table = try TypedTable("y,x,g\n1,2,a\n3,1,b\n2,4,b\n")
    let text = try table.answer("regress", "--response", "y", "--regressors", "x")
    #expect(text.contains("t with 1 degree of freedom."))
    let ranks = try table.answer(
      "regress", "--response", "y", "--regressors", "x", "--model", "rank-rank", "--errors",
      "cluster:g")
    let flat = ranks.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(flat.contains("2 independent groups of g, t with 1 degree of freedom."))
    #expect(flat.contains("Ranks run from near 0 for the least to near 1 for the largest,"))
  }

  @Test func degreesOfFreedomAreEmptyWhereTheDistributionIsNormal() throws {
    let arguments = [
      "regress", "--table", Self.grunfeld.path, "--response", "inv", "--regressors", "value",
      "--unit", "firm", "--time", "year", "--errors", "driscoll-kraay:2", "--small-sample", "none",
      "--format",
    ]
    let answer = try JSONAnswer(MinhBach.outcome(arguments: arguments + ["json"]).standardOutput)
    #expect(answer.rows.count == 2)
    #expect(answer.rows.allSatisfy { $0["degrees_of_freedom"] == JSONAnswer.Value.none })
    let lines = MinhBach.outcome(arguments: arguments + ["csv"]).standardOutput
      .split(separator: "\n")
    #expect(lines.count == 3 && lines.dropFirst().allSatisfy { $0.hasSuffix(",") })
  }
}
