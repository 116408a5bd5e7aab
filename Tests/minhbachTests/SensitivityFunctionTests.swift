import ArgumentParsing
import Tables
import Testing

@testable import minhbach

@Suite struct SensitivityFunctionTests {
  private func study(_ name: String, _ draws: Int, _ more: String...) throws -> Records {
    let text = MinhBach.outcome(
      arguments: [
        "sensitivity", "--function", name, "--draws", "\(draws)", "--resamples", "100", "--format",
        "csv",
      ] + more)
    try #require(text.exitCode == .success, "\(text.standardError)")
    return try Records(
      CSVReader().table(bytes: Array(text.standardOutput.utf8), file: "answer.csv"))
  }

  @Test func aFunctionHasItsIndicesBesideTheExactOnes() throws {
    let rows = try study("ishigami", 1024)
    #expect(
      rows.columnNames == [
        "indicator", "order", "sobol_first", "sobol_first_low", "sobol_first_high", "sobol_total",
        "sobol_total_low", "sobol_total_high", "sobol_first_exact", "sobol_total_exact",
        "morris_mu_star", "morris_mu_star_low", "morris_mu_star_high", "morris_mu", "morris_sigma",
        "shapley", "shapley_low", "shapley_high", "shapley_exact",
      ])
    #expect(try rows.map { try $0.text("indicator") } == ["x1", "x2", "x3", "dummy"])
    for row in rows.dropLast() {
      // Random points err by √(1/1024) = 0.03 or so, scrambled ones by less.
      for name in ["sobol_first", "sobol_total"] {
        #expect(abs(try row.number(name) - row.number("\(name)_exact")) < 0.03)
        #expect(try row.number("\(name)_low") <= row.number(name))
        #expect(try row.number(name) <= row.number("\(name)_high"))
      }
      // 100,000 evaluations leave a standard error of 0.006 at most.
      #expect(abs(try row.number("shapley") - row.number("shapley_exact")) < 0.03)
    }
    // Four levels: sin² x₂ moves by 7 · 0.75 over a share of 2/3, whatever the walk.
    #expect(abs(try rows[1].number("morris_mu_star") - 7.875) < 1e-9)
    // x₃ moves by 0.1 (π⁴ − (π/3)⁴) |sin x₁| over 2/3, and sin x₁ is 0 or ±√3/2 alike: 6.25, with an error of 0.2.
    #expect(abs(try rows[2].number("morris_mu_star") - 6.25) < 1)
    #expect(try rows[3].optionalNumber("sobol_total") == nil)
    #expect(abs(try rows[3].number("sobol_first")) < 0.15)
  }

  @Test func pointsAreAsManyAsAskedForAndNotDoubled() throws {
    let text = try answer(
      "sensitivity", "--function", "sudret", "--draws", "100", "--method", "sobol", "--format",
      "json", "--resamples", "100")
    // 100 points, each with 2 + 3 outputs.
    #expect(text.contains("\"evaluations\": 500"))
    #expect(text.contains("\"draws\": 100"))
    #expect(text.contains("\"variance_exact\": 0.728"))
  }

  @Test func pairsHaveRowsOfTheirOwn() throws {
    let rows = try study("portfolio", 256, "--second-order", "--method", "sobol")
    let pairs = try rows.filter { try $0.integer("order") == 2 }
    #expect(rows.count == 4 + 6 + 1)
    #expect(try pairs.prefix(2).map { try $0.text("indicator") } == ["x1 × x2", "x1 × x3"])
    // σ₁²σ₃² = 16 · 40,000 of 2,640,000.
    #expect(abs(try pairs[1].number("sobol_second_exact") - 8.0 / 33) < 1e-12)
    for pair in pairs {
      #expect(try pair.optionalNumber("sobol_first") == nil)
      // Errors of totals and first orders of 256 points add up.
      #expect(abs(try pair.number("sobol_second") - pair.number("sobol_second_exact")) < 0.3)
    }
    #expect(try rows[0].optionalNumber("sobol_second") == nil)
  }

  @Test(arguments: ["sobol", "morris", "shapley"])
  func oneMethodAloneGivesWhatItGivesBesideTheOthers(method: String) throws {
    let all = try study("linear", 64)
    let alone = try study("linear", 64, "--method", method)
    #expect(alone.columnNames.count < all.columnNames.count)
    for (one, other) in zip(alone, all) {
      for column in alone.columnNames {
        #expect(one.optionalText(column) == other.optionalText(column))
      }
    }
  }

  @Test func theSameSeedGivesTheSameBytesOnAnyNumberOfThreads() throws {
    func text(_ threads: String) throws -> String {
      try answer(
        "sensitivity", "--function", "bratley", "--draws", "128", "--resamples", "100", "--format",
        "json", "--threads", threads, "--second-order")
    }
    #expect(try text("1") == text("2"))
  }

  @Test func peopleReadTheSourceTheErrorAndTheOrderByTotals() throws {
    let text = try answer(
      "sensitivity", "--function", "sobol-g", "--draws", "256", "--resamples", "100")
    #expect(text.hasPrefix("sobol-g: what moves a function of 8 inputs\n"))
    #expect(text.contains("doi:10.1016/0951-8320(95)00099-2"))
    #expect(text.contains("exactly 1.000000 and 0.465424"))
    // Notes are broken into lines.
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("The largest error of a first order or total is"))
    let lines = text.split(separator: "\n").map(String.init)
    let x = lines.filter { $0.hasPrefix("x") }.prefix(4).map { $0.prefix(2) }
    #expect(x == ["x1", "x2", "x3", "x4"])
  }

  @Test(arguments: [
    (
      ["--function", "ishigamy"],
      "Error: The value 'ishigamy' is invalid for '--function <name>'. Please provide one of the following:"
    ),
    (
      ["daknong", "--function", "ishigami"],
      "Error: --function is studied in place of a province: leave out one."
    ),
    (
      ["--function", "ishigami", "--year", "2017"],
      "Error: --year, --goal, --ranges, --respondents, --sampling, --independent-errors, --store and --units "
        + "are for provinces: leave out --function."
    ),
    (
      ["--function", "ishigami", "--method", "ladder"],
      "Error: --function goes with --method all, sobol, morris or shapley."
    ),
    (
      ["--function", "ishigami", "--method", "morris", "--second-order"],
      "Error: --second-order is for Sobol' indices: leave out --method."
    ),
    (
      ["--function", "ishigami", "--table", "a.csv", "--response", "y"],
      "Error: --function and --table are two studies: leave out one."
    ),
    (
      ["--function", "ishigami", "--draws", "15"], "Error: --draws is a number from 16 to 4194304."
    ),
    (
      ["--function", "morris", "--draws", "4194304"],
      "Error: --draws is at most 762600 with 20 inputs."
    ),
    (
      ["--function", "ishigami", "--country"],
      "Error: --country and --backtest are of provinces: leave out --function."
    ),
    ([], "Error: Name a province, or add --country, --backtest, --function or --table."),
  ])
  func mistakesAreNamed(arguments: [String], message: String) {
    expectRefusal(message, code: 64, ["sensitivity"] + arguments)
  }
}
