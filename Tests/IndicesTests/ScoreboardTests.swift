import Indices
import Panels
import Statistics
import Tables
import TestSupport
import Testing

@Suite struct ScoreboardTests {
  @Test(arguments: Bundled.years)
  func rebuildsEveryPublishedScoreToThePrecisionOfItsStorage(year: Int) throws {
    let board = try Bundled.rule(year).scoreboard(of: Bundled.panel())
    #expect(board.rows.count == 63)
    #expect(board.notes.texts.isEmpty)
    // 32-bit numbers between 4 and 8 lie 4.8e-7 apart; a score sums up to a dozen such figures.
    let largest = try #require(board.largestDifference)
    #expect(largest <= 1e-6)
    #expect(board.rows.allSatisfy { $0.difference != nil && $0.rank == $0.publishedRank })
  }

  @Test(arguments: [
    ("daknong", 2015, 5.41, 58), ("daknong", 2016, 6.01, 48), ("daknong", 2017, 5.94, 53),
    ("daknong", 2018, 6.31, 26), ("daknong", 2019, 6.50, 49), ("kontum", 2015, 5.61, 56),
    ("kontum", 2017, 6.33, 33), ("kontum", 2019, 6.45, 53), ("travinh", 2017, 6.33, 34),
    ("travinh", 2018, 6.45, 18), ("travinh", 2019, 6.31, 61), ("quangngai", 2015, 6.67, 11),
    ("quangngai", 2017, 6.70, 7), ("quangngai", 2019, 6.96, 8),
  ])
  func agreesWithTheTwoDecimalsAndRanksPrintedByThePublisher(
    key: String, year: Int, score: Double, rank: Int
  ) throws {
    let board = try Bundled.rule(year).scoreboard(of: Bundled.panel())
    let row = try #require(board.rows.first { $0.province.key == key })
    #expect(abs(row.score - score) <= 0.005)
    #expect(row.rank == rank)
  }

  @Test func givesTheTieOf2019OneRankAndLeavesTheNextRankEmpty() throws {
    let board = try Bundled.rule(2019).scoreboard(of: Bundled.panel())
    let tied = board.rows.filter { ["brvt", "bentre"].contains($0.province.key) }
    #expect(tied.map(\.rank) == [14, 14])
    #expect(!board.rows.contains { $0.rank == 15 })
  }

  @Test func isMonotoneInRank() throws {
    for year in Bundled.years {
      let rows = try Bundled.rule(year).scoreboard(of: Bundled.panel()).rows
      #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.rank <= $1.rank })
      #expect(
        zip(rows, rows.dropFirst()).allSatisfy {
          $0.score >= $1.score - Ranking.ofScores.tolerance
        })
    }
  }

  @Test func tellsNoPublishedRanksWhereOneProvinceHasNoPublishedScore() throws {
    let panel = try Bundled.panel { figure in
      figure.indicator == "transparency" && figure.province == "daknong" ? nil : figure.value
    }
    let board = try Bundled.rule(2017).scoreboard(of: panel)
    #expect(board.rows.count == 63)
    #expect(board.rows.count { $0.publishedScore != nil } == 62)
    #expect(board.rows.allSatisfy { $0.publishedRank == nil })
  }

  @Test func leavesOutAnIncompleteProvinceAndSaysWhatIsMissing() throws {
    let panel = try Bundled.panel { figure in
      figure.province == "daknong" && figure.year == 2017 && figure.indicator == "bidding"
        ? nil : figure.value
    }
    let board = try Bundled.rule(2017).scoreboard(of: panel)
    #expect(board.rows.count == 62)
    #expect(board.notes.texts == ["Đắk Nông is not scored: bidding missing"])
    let province = try Bundled.gazetteer().province(named: "daknong")
    #expect(throws: IndexError.noScore(province: "Đắk Nông", year: 2017, missing: ["bidding"])) {
      try Bundled.rule(2017).values(of: province, in: panel)
    }
  }

  @Test func warnsWhereTheRuleDoesNotGiveThePublishedScoresBack() throws {
    let panel = try Bundled.panel { figure in
      figure.province == "daknong" && figure.year == 2017 && figure.indicator == "website_score"
        ? figure.value + 1 : figure.value
    }
    let notes = try Bundled.rule(2017).scoreboard(of: panel).notes.texts
    #expect(notes.count == 1)
    #expect(
      notes[0].hasPrefix(
        "The rule of 2017 does not give the published scores back (Đắk Nông differs by 0.036"))
  }

  @Test func refusesARuleThatContradictsTheCodebook() throws {
    let rule = try Bundled.rule(2019)
    func altered(_ change: (ScoringRule.Component) -> (String, Direction)) throws -> ScoringRule {
      try ScoringRule(
        year: 2019, subindex: rule.subindex,
        components: rule.components.map { part in
          let (indicator, direction) = change(part)
          return .init(
            indicator: indicator, dimension: part.dimension, weight: part.weight,
            minimum: part.minimum, maximum: part.maximum, direction: direction)
        })
    }
    let turned = try altered { part in
      (part.indicator, part.indicator == "tax_negotiation" ? .positive : part.direction)
    }
    #expect(
      throws: IndexError.badRule(
        year: 2019, "tax_negotiation is positive, and reversed in the codebook")
    ) {
      try turned.scoreboard(of: Bundled.panel())
    }
    let unknown = try altered { part in
      (part.indicator == "bidding" ? "biding" : part.indicator, part.direction)
    }
    #expect(throws: IndexError.badRule(year: 2019, "biding is in no row of the codebook")) {
      try unknown.scoreboard(of: Bundled.panel())
    }
  }

  @Test func tellsWhichIndicatorsAYearLacksWhenNobodyCanBeScored() throws {
    let rule = try Bundled.rule(2017)
    let moved = try ScoringRule(year: 2016, subindex: rule.subindex, components: rule.components)
    #expect(
      throws: IndexError.nothingToScore(
        year: 2016, missing: ["bidding", "information_received", "information_days"])
    ) {
      try moved.scoreboard(of: Bundled.panel())
    }
  }

  @Test func tableHasTheColumnsScriptsRelyOn() throws {
    let table = try Bundled.rule(2018).scoreboard(of: Bundled.panel()).table(name: \.key)
    #expect(
      table.header.map(\.description) == [
        "province", "year", "score", "rank", "published_score", "published_rank", "difference",
      ])
    #expect(table.rowCount == 64)
  }
}
