import Indices
import MinhBachKit
import Panels
import Scenarios
import Sensitivity
import Statistics
import TestSupport
import Testing

/// The doors of the library lead to the same answers as the rooms behind them.
@Suite struct SubIndexTests {
  private static let loaded = Result { try SubIndex(in: Datasets(folder: Bundled.path(""))) }

  @Test func scoresAreThoseOfTheRule() throws {
    let index = try Self.loaded.get()
    let board = try index.scoreboard(2017)
    #expect(board.rows == (try Bundled.rule(2017).scoreboard(of: Bundled.panel()).rows))
    #expect(try board[index.province("dak nong")]?.rank == 53)
    #expect(index.rules.map(\.year) == Array(2005...2019))
  }

  @Test func aTargetIsThatOfTheRoomBehind() throws {
    let index = try Self.loaded.get()
    let province = try index.province("Đắk Nông")
    let target = try index.target(of: province, to: .rank(40), by: 2020, from: 2017)
    #expect(target.certificate == .optimal && target.path.last?.rank == 40)
    let drivers = try index.drivers(of: province, in: 2017)
    #expect(drivers.effects.first?.input.name == "bidding")
  }

  @Test func futuresAreThoseOfTheSeed() throws {
    let index = try Self.loaded.get()
    let province = try index.province("Đắk Nông")
    func ranks(_ seed: UInt64) throws -> [Double] {
      let futures = try index.futures(from: 2019, through: 2020, draws: 400, seed: seed)
      return [0.05, 0.5, 0.95].map(futures.ranks(of: province, in: 2020).quantile)
    }
    #expect(try ranks(1) == ranks(1))
    // A plan on top of what comes by itself makes no rank worse.
    let planned = try index.futures(
      of: index.target(of: province, to: .rank(30), by: 2020, from: 2019).scenario(.beyond),
      from: 2019, through: 2020, draws: 400)
    #expect(try planned.ranks(of: province, in: 2020).quantile(0.5) < ranks(1)[1])
  }

  /// The same intervals as `minhbach ranks --year 2017` tells of Đắk Nông.
  @Test func ranksAreAsSureAsTheProgramSays() throws {
    let index = try Self.loaded.get()
    let figures = try index.figures(2017)
    let place = try #require(try figures.place(of: index.province("Đắk Nông")))
    let scores = try ScoreEstimates(figures.scores, standardErrors: figures.scoreErrors)
    let shrunk = try EmpiricalBayes(scores.values, errors: scores.standardErrors).posterior()
    #expect(RankProbabilities.likelyRanks(of: place, in: shrunk, level: 0.95) == 18...62)
    #expect(RankConfidenceSets.marginalBounds(of: place, in: scores, level: 0.95) == 2...63)
  }

  @Test func mistakesAreNamed() throws {
    let index = try Self.loaded.get()
    #expect(throws: IndexError.noRule(year: 2030, known: Array(2005...2019))) {
      try index.rule(2030)
    }
    #expect(throws: PanelError.self) { try index.province("Atlantis") }
    #expect(throws: (any Error).self) { try SubIndex(in: Datasets(folder: "/no/such/folder")) }
  }
}
