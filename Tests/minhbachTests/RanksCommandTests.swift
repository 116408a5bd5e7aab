import ArgumentParsing
import Foundation
import Tables
import TestSupport
import Testing

@testable import minhbach

@Suite struct RanksCommandTests {
  private let pisa =
    Bundled.checkout + "/Tests/StatisticsTests/Reference/ranks/pisa2018.csv"

  @Test func everyProvinceHasItsIntervals() throws {
    let rows = try records("ranks", "--year", "2019", "--draws", "20000")
    #expect(rows.count == 63)
    #expect(
      rows.columnNames == [
        "province", "score", "standard_error", "rank", "marginal_low", "marginal_high",
        "simultaneous_low", "simultaneous_high", "tier", "may_be_top_10",
        "probability_above_median", "probability_top_10", "shrunk_score", "shrunk_error",
        "shrunk_mean_rank", "likely_low", "likely_high",
      ])
    var above = 0.0
    for row in rows {
      let rank = try row.integer("rank")
      let own = try row.integer("marginal_low")...row.integer("marginal_high")
      let all = try row.integer("simultaneous_low")...row.integer("simultaneous_high")
      let likely = try row.integer("likely_low")...row.integer("likely_high")
      #expect(own.contains(rank))
      #expect(all.lowerBound <= own.lowerBound && own.upperBound <= all.upperBound)
      #expect(likely.count <= own.count)
      let error = try row.number("standard_error")
      // A hundred firms or so; Hà Nội and Hồ Chí Minh City have four times as many.
      #expect(error > 0.08 && error < 0.3)
      #expect(try row.number("shrunk_error") < error)
      above += try row.number("probability_above_median")
    }
    // 31 stand above the median, whoever they are: a sum of 63 probabilities good to 1e-13 each.
    #expect(abs(above - 31) < 1e-9)
    let scores = try records("score", "--year", "2019")
    #expect(try rows.map { try $0.text("province") } == scores.map { try $0.text("province") })
    #expect(
      try rows.map { try $0.number("standard_error") }
        == scores.map { try $0.number("standard_error") })
    #expect(
      try rows.map { try $0.integer("likely_low") } == scores.map { try $0.integer("likely_low") })
  }

  @Test func samplingAndMethodAreJoinedWithTheShareOfEach() throws {
    func study(_ threads: String) throws -> Records {
      try records(
        "ranks", "--year", "2019", "--with-method", "--draws", "1000", "--threads", threads)
    }
    let rows = try study("1")
    #expect(
      try rows.map { try $0.text("combined_low") } == study("2").map { try $0.text("combined_low") }
    )
    for row in rows {
      let shares = try ["sampling", "method", "both"].map { try row.number("share_\($0)") }
      // Three quotients of one sum.
      #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
      #expect(try row.number("combined_low") <= row.number("combined_mean_rank"))
      #expect(try row.number("combined_mean_rank") <= row.number("combined_high"))
      #expect(try row.number("combined_low_error") >= 0)
    }
  }

  @Test func theCountriesOfPISAHaveTheSetsOfTheReference() throws {
    let rows = try records(
      "ranks", "--table", pisa, "--unit", "jurisdiction", "--score", "math_score", "--error",
      "math_se")
    #expect(rows.count == 38)
    let expected = try Records(
      CSVReader().table(
        contentsOf: Bundled.checkout
          + "/Tests/StatisticsTests/Reference/ranks/pisa2018_math_expected.csv"))
    let byName = try Dictionary(
      uniqueKeysWithValues: expected.map { (try $0.text("jurisdiction"), $0) })
    for row in rows {
      let theirs = try #require(byName[try row.text("jurisdiction")])
      #expect(try row.integer("rank") == theirs.integer("rank"))
      for (own, name) in [
        ("marginal_low", "margL"), ("marginal_high", "margU"), ("simultaneous_low", "simL"),
        ("simultaneous_high", "simU"),
      ] {
        let bounds = try ["", "2", "3"].map { try theirs.integer(name + $0) }
        // One place off where their draws leave a bound open: they differ between seeds themselves.
        let distance = try bounds.map { abs(try row.integer(own) - $0) }.min() ?? 99
        #expect(distance <= 1)
      }
    }
  }

  @Test func theSameSeedGivesTheSameBytesOnAnyNumberOfThreads() throws {
    func study(_ more: String...) -> String {
      MinhBach.outcome(
        arguments: [
          "ranks", "--year", "2017", "--draws", "40000", "--above", "dak nong", "--format", "json",
        ] + more
      ).standardOutput
    }
    let first = study("--threads", "1")
    #expect(first.contains("probability_above"))
    #expect(study("--threads", "2") == first)
  }

  @Test func changesAreNetAndHaveTheirProbabilities() throws {
    let rows = try records("ranks", "--year", "2018", "--since", "2017", "--draws", "1000")
    let own = try #require(rows.first { (try? $0.text("province")) == "Đắk Nông" })
    #expect(try own.integer("rank_2017") == 53)
    #expect(try own.integer("rank") == 26)
    #expect(try own.number("p_value") > 0.05)
    #expect(try own.number("probability_rise") > 0.5 && own.number("probability_rise") < 0.8)
    // A sum of 63 differences.
    #expect(abs(try rows.reduce(0) { try $0 + $1.number("change") }) < 1e-9)
  }

  @Test func ownCountsOfFirmsAndOwnAssumptionsMoveTheErrors() throws {
    let folder = try TemporaryDirectory()
    let model = folder.file("sampling.csv")
    _ = try answer("sampling", "--model", "--output", model)
    let firms = folder.file("firms.csv")
    _ = try answer("respondents", "--year", "2019", "--format", "csv", "--output", firms)
    let bundled = try records("ranks", "--year", "2019", "--draws", "1000")
    let given = try records(
      "ranks", "--year", "2019", "--draws", "1000", "--sampling", model, "--respondents", firms)
    for (one, other) in zip(bundled, given) {
      // The same numbers, written and read again.
      #expect(try one.number("standard_error") == other.number("standard_error"))
    }
    // Hard data that is not so hard after all: every score becomes less sure.
    let text = try String(contentsOfFile: model, encoding: .utf8)
      .replacingOccurrences(of: "website_score,exact,", with: "website_score,mean,20")
    try text.write(toFile: model, atomically: true, encoding: .utf8)
    _ = try answer("respondents", "--year", "2019", "--format", "csv", "--output", firms)
    let counts = try String(contentsOfFile: firms, encoding: .utf8)
    let website = try bundled.map { "\(try $0.text("province")),2019,website_score,4,,,,,\n" }
    try (counts + website.joined()).write(toFile: firms, atomically: true, encoding: .utf8)
    let wider = try records(
      "ranks", "--year", "2019", "--draws", "1000", "--sampling", model, "--respondents", firms)
    for (one, other) in zip(bundled, wider) {
      #expect(try one.number("standard_error") < other.number("standard_error"))
    }
  }

  @Test func samplingTellsTheShareOfEachIndicator() throws {
    let rows = try records("sampling")
    #expect(rows.count == 13)
    for row in rows {
      let share = try row.number("share_sampling")
      let error = try row.number("share_sampling_error")
      let name = try row.text("indicator")
      if name == "website_score" {
        #expect(share == 0)
      } else {
        // No law is contradicted: a share is above one by chance only.
        #expect(share > 0.4 && share - 2 * error < 1, "\(name): \(share)")
      }
    }
    let pairs = try records("sampling", "--correlations")
    let documents = try #require(
      pairs.first {
        (try? $0.text("first")) == "planning_documents"
          && (try? $0.text("second")) == "legal_documents"
      })
    #expect(abs(try documents.number("correlation") - documents.number("assumed")) < 0.005)
  }

  @Test func mistakesAreNamed() throws {
    let folder = try TemporaryDirectory()
    func file(_ text: String) throws -> String {
      let path = folder.file("scores.csv")
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      return path
    }
    let columns = ["--score", "s", "--error", "e"]
    expectRefusal(
      "Error: --table needs --score and --error: the columns of scores and errors.", code: 64,
      ["ranks", "--table", try file("u,s,e\na,1,1\n")])
    expectRefusal(
      "Error: scores.csv, line 2, column 3: expected a standard error of 0 or more", code: 65,
      ["ranks", "--table", try file("u,s,e\na,1,-1\n")] + columns)
    expectRefusal(
      "Error: scores.csv, line 3, column 1: the unit \"a\" stands twice, first in scores.csv, line 2, "
        + "column 1", code: 65, ["ranks", "--table", try file("u,s,e\na,1,1\na,2,1\n")] + columns)
    expectRefusal(
      "Error: scores.csv: there is no unit to rank", code: 65,
      ["ranks", "--table", try file("u,s,e\n")] + columns)
    expectRefusal(
      "Error: the scores of 2016 and 2017 follow different rules: their difference is no change; years "
        + "of one rule are 2006 to 2008, 2013 to 2016 and 2017 to 2020", code: 65,
      ["ranks", "--year", "2017", "--since", "2016"])
    expectRefusal(
      "Error: scores.csv, line 2, column 2: expected a number between 1e-100 and 1e100, or zero: take "
        + "another unit", code: 65, ["ranks", "--table", try file("u,s,e\na,1e300,1\n")] + columns)
    expectRefusal(
      "Error: --level is 0.5 or more here: sets surer to miss than to hold tell nothing.", code: 64,
      ["ranks", "--level", "0.2"])
    expectRefusal(
      "Error: Firms were asked in the former provinces: leave out --units 34.", code: 64,
      ["sampling", "--units", "34"])
    expectRefusal(
      "Error: there is no figure of 2020 that firms were asked for: nothing tells how many there were",
      code: 65, ["respondents", "--year", "2020"])
    expectRefusal(
      "Error: --level is a confidence between 0 and 1, such as 0.95.", code: 64,
      ["ranks", "--level", "95"])
  }

  @Test(arguments: [1, 2])
  func fewUnitsAreRankedToo(count: Int) throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("few.csv")
    try ("u,s,e\n" + (0..<count).map { "u\($0),\($0),1\n" }.joined()).write(
      toFile: path, atomically: true, encoding: .utf8)
    let rows = try records("ranks", "--table", path, "--score", "s", "--error", "e")
    #expect(rows.count == count)
    let text = try answer("ranks", "--table", path, "--score", "s", "--error", "e")
    #expect(text.contains("Fewer than four scores tell too little"))
    #expect(!text.contains("if true scores scatter"))
    for row in rows {
      #expect(try row.integer("marginal_low") == 1)
      #expect(try row.integer("marginal_high") == count)
    }
  }
}
