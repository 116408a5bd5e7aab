import ArgumentParsing
import Tables
import TestSupport
import Testing

@testable import minhbach

@Suite struct RobustnessTests {
  private let asem = Bundled.checkout + "/Tests/IndicesTests/Reference/asem"

  @Test func everyProvinceHasItsRanksAndTheirErrors() throws {
    let rows = try records("robustness", "--year", "2019", "--draws", "300", "--precision", "0")
    #expect(rows.count == 63)
    #expect(
      rows.columnNames == [
        "province", "score", "rank", "mean_rank", "mean_rank_error", "sd_rank", "sd_rank_error",
        "rank_q05", "rank_q05_error", "rank_median", "rank_median_error", "rank_q95",
        "rank_q95_error", "same_rank", "same_rank_error", "within_rank", "within_rank_error",
        "best_rank", "worst_rank", "best_rank_bound", "worst_rank_bound",
      ])
    var means = 0.0
    for row in rows {
      let (rank, mean) = (try row.integer("rank"), try row.number("mean_rank"))
      let ends = try row.integer("best_rank")...row.integer("worst_rank")
      #expect(ends.contains(rank))
      #expect(try row.integer("best_rank_bound") == ends.lowerBound)
      #expect(try row.integer("worst_rank_bound") == ends.upperBound)
      #expect(try row.number("rank_q05") <= row.number("rank_median"))
      #expect(try row.number("rank_median") <= row.number("rank_q95"))
      let error = try row.number("sd_rank") / 300.0.squareRoot()
      // The same division, but for rounding.
      #expect(abs(try row.number("mean_rank_error") - error) < 1e-12)
      #expect((0...1).contains(try row.number("same_rank")))
      means += mean
    }
    // Without ties the ranks of each draw add up to 63 · 64 / 2; ties share the better one.
    #expect(means <= 2016 + 1e-9 && means > 2010)
    let scores = try records("score", "--year", "2019")
    #expect(
      try rows.map { try $0.text("province") } == scores.map { try $0.text("province") })
    #expect(try rows.map { try $0.integer("rank") } == scores.map { try $0.integer("rank") })
  }

  @Test func theSameSeedGivesTheSameBytesOnAnyNumberOfThreads() throws {
    func study(_ more: String...) -> String {
      MinhBach.outcome(
        arguments: [
          "robustness", "dak nong", "--year", "2017", "--draws", "500", "--format", "json",
        ] + more
      ).standardOutput
    }
    let first = study("--threads", "1")
    #expect(!first.isEmpty)
    #expect(study("--threads", "3") == first)
    #expect(study("--seed", "2") != first)
  }

  @Test func oneProvinceIsToldWhatEachChoiceDoesAndItsWeights() throws {
    let rows = try records("robustness", "daknong", "--year", "2017", "--draws", "100")
    // Three ways to score, one to put together, two of weights, twelve indicators.
    #expect(rows.count == 3 + 1 + 2 + 12)
    let indicators = try rows.filter { try $0.text("choice") == "left out" }
    #expect(indicators.count == 12)
    for weight in ["weight", "best_weight", "worst_weight"] {
      // The solver keeps the sum to 1e-7.
      #expect(abs(try indicators.reduce(0) { try $0 + $1.number(weight) } - 1) < 2e-7)
    }
    for row in indicators {
      let range = try row.number("least_weight")...row.number("greatest_weight")
      for weight in ["weight", "best_weight", "worst_weight"] {
        #expect(range.contains(try row.number(weight)))
      }
      #expect(try row.integer("rank_change") == row.integer("rank") - 53)
    }
    let text = try answer("robustness", "daknong", "--year", "2017", "--draws", "100")
    #expect(text.hasPrefix("Đắk Nông, transparency 2017: rank 53 of 63."))
    #expect(text.contains("give ranks from 44 to\n  58;"))
    let weightsOnly = try records(
      "robustness", "daknong", "--year", "2017", "--draws", "10", "--alternatives", "weights")
    #expect(weightsOnly.count == 1 + 12)
  }

  @Test func choicesAreToldOfAllTogether() throws {
    let rows = try records(
      "robustness", "--year", "2019", "--choices", "--alternatives", "z-score,weights",
      "--draws", "10")
    #expect(try rows.map { try $0.text("alternative") } == ["z-score", "varied"])
    #expect(try rows[0].optionalNumber("mean_shift_error") == nil)
    #expect(try rows[1].number("mean_shift_error") > 0)
  }

  @Test func anyTableCanBeStudied() throws {
    let rows = try records(
      "robustness", "--table", asem + "/iData.csv", "--indicators", asem + "/iMeta.csv",
      "--draws", "20", "--imputation", "mean")
    #expect(rows.count == 51)
    #expect(try rows[0].text("unit") == "CHE")
    #expect(try rows.allSatisfy { try $0.integer("best_rank") <= $0.integer("rank") })
    // With gaps weights are shared out unit by unit: there are no ranks by weights.
    let gaps = try records(
      "robustness", "--table", asem + "/iData.csv", "--indicators", asem + "/iMeta.csv",
      "--draws", "20")
    #expect(try gaps.allSatisfy { try $0.optionalNumber("best_rank") == nil })
    let one = try answer(
      "robustness", "VNM", "--table", asem + "/iData.csv", "--indicators", asem + "/iMeta.csv",
      "--draws", "20")
    #expect(one.hasPrefix("VNM, Index: rank "))
  }

  @Test(arguments: [2013, 2018])
  func everyYearIsAnsweredAndProved(year: Int) throws {
    let rows = try records("robustness", "--year", "\(year)", "--draws", "50")
    #expect(rows.count == 63)
    for row in rows {
      #expect(try row.integer("best_rank_bound") == row.integer("best_rank"))
      #expect(try row.integer("worst_rank_bound") == row.integer("worst_rank"))
    }
  }

  @Test func nothingVariedMovesNothing() throws {
    let rows = try records(
      "robustness", "--year", "2019", "--alternatives", "none", "--weight-range", "0")
    for row in rows {
      #expect(try row.number("same_rank") == 1)
      #expect(try row.integer("best_rank") == row.integer("rank"))
      #expect(try row.integer("worst_rank") == row.integer("rank"))
    }
  }

  @Test func aTableOfOneUnitIsAnswered() throws {
    let folder = try TemporaryDirectory()
    try TextFile.write("code,direction,weight\na,1,1\nb,-1,1\n", to: folder.file("meta.csv"))
    try TextFile.write("unit,a,b\np,1,2\n", to: folder.file("data.csv"))
    let rows = try records(
      "robustness", "--table", folder.file("data.csv"), "--indicators",
      folder.file("meta.csv"), "--normalisation", "none", "--alternatives",
      "weights,leave-one-out", "--draws", "10")
    #expect(rows.count == 1)
    for row in rows { #expect(try row.integer("worst_rank") == 1) }
  }

  @Test func moreUnitsThanCanBeCountedAreRefused() throws {
    let folder = try TemporaryDirectory()
    try TextFile.write("code,direction,weight\na,1,1\n", to: folder.file("meta.csv"))
    let rows = (0...5000).map { "u\($0),\($0)\n" }.joined()
    try TextFile.write("unit,a\n" + rows, to: folder.file("data.csv"))
    expectRefusal(
      "Error: \(folder.file("data.csv")) has 5001 units; the ranks of 5000 at most are studied.",
      code: 64,
      [
        "robustness", "--table", folder.file("data.csv"), "--indicators",
        folder.file("meta.csv"),
      ])
  }

  @Test func aUnitOfOneFigureIsRefusedWhereAnIndicatorIsLeftOut() throws {
    let folder = try TemporaryDirectory()
    try TextFile.write("code,direction,weight\na,1,1\nb,-1,1\n", to: folder.file("meta.csv"))
    try TextFile.write("unit,a,b\nx,,2\ny,2,3\nz,4,1\n", to: folder.file("data.csv"))
    let files = ["--table", folder.file("data.csv"), "--indicators", folder.file("meta.csv")]
    expectRefusal(
      "Error: index: x has one figure only, and with that indicator left out it has none; fill the "
        + "gaps, or leave no indicator out", code: 65, ["robustness"] + files)
    let rows = try records(
      "robustness", "--alternatives", "weights", "--draws", "10", "--table",
      folder.file("data.csv"), "--indicators", folder.file("meta.csv"))
    #expect(rows.count == 3)
  }

  @Test func provincesAreCalledByTheirNamesInNotes() throws {
    let shown = try answer("robustness", "--year", "2018", "--draws", "10")
    #expect(shown.contains("those of Ninh\n  Bình.") || shown.contains("those of Ninh Bình."))
  }

  @Test func mistakesAreToldWithTheirRemedy() throws {
    func refuse(_ message: String, _ code: Int32 = 64, _ arguments: String...) {
      expectRefusal("Error: " + message, code: code, ["robustness"] + arguments)
    }
    refuse("--table and --indicators go together.", 64, "--table", "x.csv")
    refuse("--weight-range is a percentage from 0 to 99.", 64, "--weight-range", "100")
    refuse("--draws is a number from 2 to 10000000: one draw has no error.", 64, "--draws", "0")
    refuse("--precision is a number of places, 0 or more.", 64, "--precision", "-1")
    refuse("--threads is a number from 1 to 1024.", 64, "--threads", "0")
    refuse("--within is a rank, 1 or more.", 64, "--within", "0")
    refuse(
      "The value 'min-max,' is invalid for '--alternatives <list>'", 64, "--alternatives",
      "min-max,")
    refuse(
      "--choices is for all units: leave out the province.", 64, "daknong", "--choices")
    refuse(
      "The options that describe an index are for --table: a year has its own rule.", 64,
      "--range", "0,100")
    refuse(#"no province is called "nowhere""#, 64, "nowhere")
    refuse("Hà Tây was not ranked in 2019", 65, "Hà Tây", "--year", "2019")
    let files = ["--table", asem + "/iData.csv", "--indicators", asem + "/iMeta.csv"]
    expectRefusal(
      "Error: \(asem)/iData.csv has no unit \"vietnam\".", code: 64,
      ["robustness", "vietnam"] + files)
    expectRefusal(
      "Error: --year, --store and --units are for the PCI: leave out --table.", code: 64,
      ["robustness", "--year", "2019"] + files)
    expectRefusal(
      "Error: Tied units share the better rank here: leave out --ties.", code: 64,
      ["robustness", "--ties", "dense"] + files)
    expectRefusal(
      "Error: y.csv: there is no such file", code: 66,
      ["robustness", "--table", "x.csv", "--indicators", "y.csv"])
    expectRefusal(
      "Error: Physical: a geometric mean is of positive scores, and BGR has -1.1220292730317647 in "
        + "LPI; score to a range above zero", code: 65,
      ["robustness", "--normalisation", "z-score"] + files)
  }
}
