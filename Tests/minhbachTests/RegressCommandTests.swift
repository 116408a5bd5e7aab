import ArgumentParsing
import Foundation
import Tables
import TestSupport
import Testing

@testable import minhbach

@Suite struct RegressCommandTests {
  /// Four rows on no line: y = 1 + 2 x but for a tenth.
  private static let small = "y,x,g\n3.1,1,a\n4.9,2,b\n7.1,3,a\n8.9,4,b\n"

  // MARK: For programs

  @Test func csvHasTheColumnsThatScriptsRelyOn() throws {
    let rows = try TypedTable(Self.small).records(
      "regress", "--response", "y", "--regressors", "x")
    #expect(
      rows.columnNames == [
        "term", "estimate", "standard_error", "statistic", "p_value", "low", "high",
        "degrees_of_freedom",
      ])
    #expect(try rows.map { try $0.text("term") } == ["(Intercept)", "x"])
    let slope = rows[1]
    // Σ(x−x̄)(y−ȳ) = 9.8 of Σ(x−x̄)² = 5; RSS = 0.032, so that s² = 0.016 and the error is √0.0032.
    #expect(abs(try slope.number("estimate") - 1.96) < 1e-14)
    #expect(abs(try slope.number("standard_error") - 0.0032.squareRoot()) < 1e-14)
    #expect(try slope.integer("degrees_of_freedom") == 2)
    let (low, high) = (try slope.number("low"), try slope.number("high"))
    // t with 2 degrees of freedom has the 97.5 % quantile 0.95/√(2·0.975·0.025)
    let reach = 0.95 / (2 * 0.975 * 0.025).squareRoot() * 0.0032.squareRoot()
    #expect(abs(low - (1.96 - reach)) < 1e-13 && abs(high - (1.96 + reach)) < 1e-13)
    // and both tails 1 − t/√(2 + t²).
    let t = try slope.number("statistic")
    // The difference from one keeps three digits less.
    #expect(abs(try slope.number("p_value") - (1 - t / (2 + t * t).squareRoot())) < 1e-15)
  }

  @Test func jsonTellsWhatTheAnswerRestsOn() throws {
    let answer = try JSONAnswer(
      TypedTable.grunfeld.answer(
        "regress", "--response", "inv", "--regressors", "value,capital", "--unit", "firm",
        "--time", "year", "--effects", "firm,year", "--small-sample", "stata", "--level", "0.9",
        "--format", "json"))
    let expected: [String: JSONAnswer.Value] = [
      "command": "regress", "response": "inv", "regressors": "value,capital", "unit": "firm",
      "time": "year", "effects": "firm,year", "weights": "", "model": "pooled",
      "errors": "cluster:firm", "small_sample": "stata", "rows": 200, "parameters": 2,
      "absorbed_parameters": 29, "residual_degrees_of_freedom": 169, "dropped": "",
      "level": .number(0.9),
    ]
    for (name, value) in expected { #expect(answer.settings[name] == value, "\(name)") }
    // G/(G−1) · (n−1)/(n−K) with all dummies: 10/9 · 199/169, rounded once or twice.
    let factor = try #require(answer.settings["factor"]?.number)
    #expect(abs(factor - 10.0 / 9 * 199 / 169) < 1e-15)
    for name in [
      "residual_sum_of_squares", "residual_standard_deviation", "r_squared", "adjusted_r_squared",
      "r_squared_with_effects", "r_squared_within", "r_squared_between", "r_squared_overall",
      "condition_number",
    ] { #expect(answer.settings[name]?.number != nil, "\(name)") }
    #expect(answer.rows.count == 2)
    // 9 degrees of freedom: groups less one.
    #expect(answer.number("degrees_of_freedom", of: "value") == 9)
  }

  /// A data set of NIST as the command line asks for it, and the correct digits demanded of the worst
  /// coefficient and of the worst standard error.
  struct Certified: Sendable, CustomTestStringConvertible {
    let name: String
    let arguments: [String]
    let digits: Double
    let errorDigits: Double

    var testDescription: String { name }

    private static let powers = ["--regressors", "x,x^2,x^3,x^4,x^5"]

    // Just below what is measured, in parentheses, which is what storing decimals as doubles leaves
    // (`NISTRegression`). Wampler1 fits exactly: its errors are zero, and judged by their size.
    static let all = [
      // (14.7, 15.1)
      Certified(
        name: "Longley", arguments: ["--regressors", "x1,x2,x3,x4,x5,x6"], digits: 14.5,
        errorDigits: 14.8),
      // (16, 15.7)
      Certified(
        name: "NoInt1", arguments: ["--regressors", "x", "--no-intercept"], digits: 15.5,
        errorDigits: 15),
      // (14.0, 14.0)
      Certified(
        name: "Norris", arguments: ["--regressors", "x"], digits: 13.9, errorDigits: 13.9),
      // (16, –)
      Certified(name: "Wampler1", arguments: powers, digits: 15.5, errorDigits: 15),
      // (13.2, 15.2)
      Certified(name: "Wampler2", arguments: powers, digits: 13.1, errorDigits: 13.4),
      // (16, 16)
      Certified(name: "Wampler3", arguments: powers, digits: 15.5, errorDigits: 15),
    ]
  }

  @Test(arguments: Certified.all)
  func certifiedDigitsReachTheFile(_ set: Certified) throws {
    let outcome = MinhBach.outcome(
      arguments: [
        "regress", "--table", TypedTable(file: "LinearAlgebraTests/Reference/\(set.name).csv").path,
        "--response", "y", "--errors", "classical", "--format", "json",
      ] + set.arguments)
    try #require(outcome.exitCode == .success, "\(outcome.standardError)")
    let rows = try JSONAnswer(outcome.standardOutput).rows
    let file = TypedTable(file: "LinearAlgebraTests/Reference/expected_coefficients.csv").path
    let certified = try Records(CSVReader().table(contentsOf: file)).filter {
      try $0.text("dataset") == set.name
    }
    #expect(rows.count == certified.count && !certified.isEmpty)
    // Both are in the order of the columns.
    for (row, record) in zip(rows, certified) {
      let estimate = try #require(row["estimate"]?.number)
      let error = try #require(row["standard_error"]?.number)
      let (certain, certainError) = (
        try record.number("estimate_exact20"), try record.number("se_exact20")
      )
      #expect(correctDigits(of: estimate, certified: certain) >= set.digits)
      #expect(correctDigits(of: error, certified: certainError) >= set.errorDigits)
    }
  }

  @Test func whatIsLeftOutIsNamed() throws {
    let table = try TypedTable("y,x,z,w\n1,1,3,1\n2,2,5,1\n4,3,7,1\n3,4,9,1\nNA,5,1,1\n1,2,5,0\n")
    let answer = try JSONAnswer(
      table.answer(
        "regress", "--response", "y", "--regressors", "x,z", "--weights", "w", "--format", "json"))
    #expect(answer.settings["dropped"] == "z" && answer.settings["rows"] == 4)
    #expect(
      answer.notes == [
        "z is left out: it is a combination of the regressors before it.",
        #"1 row is left out for want of "y"."#, "1 row is left out whose weight is zero.",
      ])
    let quiet = try JSONAnswer(
      table.answer(
        "regress", "--response", "y", "--regressors", "x,z", "--weights", "w", "--format", "json",
        "--quiet"))
    #expect(quiet.notes.isEmpty)
  }

  @Test func aFactorOfOneLabelIsNamed() throws {
    let table = try TypedTable("y,x,g\n1,1,p\n2,2,p\n4,3,p\n3,4,p\n")
    let answer = try JSONAnswer(
      table.answer(
        "regress", "--response", "y", "--regressors", "x,factor(g),factor(g):x", "--format",
        "json"))
    #expect(
      answer.notes == [
        "factor(g) is left out: all rows have one label.",
        "factor(g):x is left out: all rows have one label.",
      ])
    #expect(answer.rows.count == 2)
  }

  @Test func aGapInTimeIsToldInASentence() throws {
    let table = try TypedTable(
      "who,t,y,x\nA,1,1,2\nA,2,3,3\nA,3,4,3\nB,1,2,5\nB,2,5,7\nB,4,3,1\nC,1,4,4\nC,2,2,3\n")
    let answer = try JSONAnswer(
      table.answer(
        "regress", "--response", "y", "--regressors", "x", "--unit", "who", "--time", "t",
        "--model", "first-difference", "--errors", "hc1", "--format", "json"))
    #expect(answer.notes == ["1 row follows a gap in time and has no difference."])
    #expect(answer.settings["rows"] == 4)
  }

  // MARK: For people

  @Test func thereAreNoStarsUnlessAskedFor() throws {
    let table = try TypedTable(Self.small)
    let plain = try table.answer("regress", "--response", "y", "--regressors", "x")
    #expect(
      plain == """
        y, least squares: 4 rows

                     coefficient  std. error      t       p  95% from      to
        ───────────  ───────────  ──────────  ─────  ──────  ────────  ──────
        (Intercept)        1.100       0.155   7.10  0.0193     0.433   1.767
        x                 1.9600      0.0566  34.65  0.0008    1.7166  2.2034

        - Standard errors: classical, small-sample factor fixest: 4/(4−2); t with 2 degrees of freedom.
        - How much is told (R²): R² 0.998, adjusted 0.998, overall 0.998.

        """)
    let starred = try table.answer("regress", "--response", "y", "--regressors", "x", "--stars")
    #expect(starred.contains("* p < 0.05, ** p < 0.01, *** p < 0.001."))
    let lines = starred.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("(Intercept)") && $0.hasSuffix(" *") })
    #expect(lines.contains { $0.hasPrefix("x ") && $0.hasSuffix(" ***") })
  }

  @Test func theTableTellsErrorsEffectsAndShares() throws {
    let text = try TypedTable.grunfeld.answer(
      "regress", "--response", "inv", "--regressors", "value,capital", "--unit", "firm", "--time",
      "year", "--effects", "firm")
    #expect(text.hasPrefix("inv, least squares within effects of firm: 200 rows\n"))
    #expect(
      text.contains(
        "- Standard errors: cluster:firm (10 groups), small-sample factor fixest: 10/(10−1) ·\n"
          + "  (200−1)/(200−3); t with 9 degrees of freedom."))
    #expect(text.contains("within effects 0.767"))
    #expect(!text.contains("*"))
    let random = try TypedTable.grunfeld.answer(
      "regress", "--response", "inv", "--regressors", "value,capital", "--unit", "firm",
      "--model", "random")
    #expect(random.hasPrefix("inv, random effects: 200 rows\n"))
    #expect(
      random.contains("Variance of the errors 2784, between units 7090 (Swamy–Arora)."))
  }

  // MARK: Ranks

  @Test func ranksAreRegressedWithinTimes() throws {
    let rows = try TypedTable.regressions("--model", "rank-rank", "--errors", "cluster:firm")
    #expect(try rows.map { try $0.text("term") } == ["(Intercept)", "value", "capital"])
    #expect(rows.columnNames.prefix(3) == ["term", "estimate", "standard_error"])
    let text = try TypedTable.grunfeld.answer(
      "regress", "--response", "inv", "--regressors", "value", "--unit", "firm", "--time", "year",
      "--model", "rank-rank", "--errors", "cluster:firm")
    #expect(text.hasPrefix("inv, regression of ranks (rank-rank): 200 rows\n"))
    #expect(text.contains("Ranks run from near 0 for the least to near 1"))
    #expect(text.contains("(Chetverikov & Wilhelm 2023); 10 independent groups"))
  }

  @Test func theSlopeOfRanksOfOneTimeIsTheirCorrelation() throws {
    // Without ties it is Spearman's: 1 − 6 Σd²/(n (n² − 1)) with d² = 1, 1, 1, 1, 0.
    let table = try TypedTable("y,x\n1,20\n2,10\n3,40\n4,30\n9,50\n")
    let rows = try table.records(
      "regress", "--response", "y", "--regressors", "x", "--model", "rank-rank", "--errors", "hc0")
    #expect(abs(try rows[1].number("estimate") - 0.8) < 1e-15)
  }

  @Test func whatIsWorthKnowingOfRanksIsToldOnce() throws {
    let table = try TypedTable(
      "y,x,a,b\n1,20,3,6\n2,10,1,2\n3,40,4,8\n4,30,1,2\n9,50,5,10\n7,60,9,18\n")
    let answer = try JSONAnswer(
      table.answer(
        "regress", "--response", "y", "--regressors", "x,a,b", "--model", "rank-rank", "--format",
        "json"))
    #expect(
      answer.notes == [
        "Left out as combinations of those before: b.",
        "Errors rest on 6 independent units: with so few, intervals hold less often than they say.",
      ])
    #expect(answer.number("degrees_of_freedom", of: "x") == 5)
  }

  // MARK: The PCI

  @Test func arithmeticAndBehaviourAreToldApart() throws {
    let answer = try JSONAnswer(
      answer(
        "regress", "--response", "transparency", "--regressors",
        "website_use,lag(transparency),entry_costs", "--effects", "year", "--years", "2014-2016",
        "--format", "json"))
    let arithmetic =
      "Arithmetic, at least in part: transparency and website_use hold figures of the same year that one "
      + "is computed from the other by, so that this tells how the index is put together; 'minhbach "
      + "calibrate' tells that exactly."
    let behaviour =
      "Behaviour: lag(transparency), entry_costs have no part in the arithmetic of transparency. What "
      + "goes together need not be cause and effect."
    #expect(answer.notes == [arithmetic, behaviour])
    // 63 provinces, and 2013 serves the lag of 2014.
    #expect(answer.settings["rows"] == 189 && answer.settings["table"] == "pci")
    #expect(answer.settings["errors"] == "cluster:province")
    #expect(answer.settings["years"] == "2014-2016" && answer.settings["unit"] == "province")
  }

  @Test func ownFiguresHaveNoNotesOfTheIndex() throws {
    let table = try TypedTable("transparency,website_use\n1,2\n2,1\n4,5\n3,3\n")
    let answer = try JSONAnswer(
      table.answer(
        "regress", "--response", "transparency", "--regressors", "website_use", "--format",
        "json"))
    #expect(answer.notes.isEmpty)
  }
}
