import Indices
import Panels
import Scenarios
import Statistics
import TestSupport
import Testing

@Suite struct AimTests {
  private func aim(_ goal: Goal, of key: String = "daknong", in year: Int = 2017) throws -> Aim {
    let province = try Bundled.gazetteer().province(named: key)
    return try Aim(
      goal, of: province, on: Bundled.rule(year).scoreboard(of: Bundled.panel()))
  }

  /// The board's scores and the own one raised to a score.
  private func raised(
    to score: Double, of key: String, in year: Int
  ) throws -> (own: Double, all: [(province: Province, score: Double)]) {
    let board = try Bundled.rule(year).scoreboard(of: Bundled.panel())
    return (
      score,
      board.rows.map { ($0.province, $0.province.key == key ? score : $0.score) }
    )
  }

  @Test(arguments: ["daknong", "kontum", "travinh", "hungyen"], [2015, 2017, 2019])
  func theScoreReachesTheGoalAndLessDoesNot(key: String, year: Int) throws {
    let panel = try Bundled.panel()
    let board = try Bundled.rule(year).scoreboard(of: panel)
    let province = try Bundled.gazetteer().province(named: key)
    let rank = try #require(board[province]?.rank)
    let goals: [Goal] = [
      .rank(1), .rank(20), .ranks(5...12), .top(10), .places(1), .places(rank - 1),
      .regionPlace(1), .regionPlace(3), .tier(.top), .tier(.middle), .median, .score(9.5),
    ]
    func isReached(_ goal: Goal, with score: Double) throws -> Bool {
      let (own, all) = try raised(to: score, of: key, in: year)
      let place = Ranking.ofScores.rank(of: own, among: all.map(\.score))
      switch goal {
      case .rank(let wanted), .top(let wanted): return place <= wanted
      case .ranks(let ranks): return place <= ranks.upperBound
      case .places(let count): return place <= rank - count
      case .regionPlace(let wanted):
        let near = all.filter { $0.province.region == province.region }.map(\.score)
        return Ranking.ofScores.rank(of: own, among: near) <= wanted
      // 63 provinces: thirds of 21.
      case .tier(let tier): return place <= (tier == .top ? 21 : tier == .middle ? 42 : 63)
      case .median:
        let median = try #require(all.map(\.score).median)
        return own > median
      case .score(let wanted): return own >= wanted
      }
    }
    for goal in goals {
      let aim = try aim(goal, of: key, in: year)
      let standing = try #require(board[province]?.score)
      #expect(try aim.isReached == isReached(goal, with: standing), "\(goal)")
      #expect(try isReached(goal, with: aim.score), "\(goal)")
      // Scores count as equal to 1e-6; the next province is 4.2e-5 away at the least.
      #expect(try !isReached(goal, with: aim.score - 1e-5), "\(goal)")
    }
  }

  @Test(arguments: [
    (Goal.rank(64), "rank 64 is not one of 1 to 63"),
    (.ranks(0...5), "rank 0 is not one of 1 to 63"), (.top(0), "rank 0 is not one of 1 to 63"),
    (.places(53), "53 places cannot be gained from rank 53; name 1 to 52"),
    (.places(0), "0 places cannot be gained from rank 53; name 1 to 52"),
    (
      .regionPlace(6),
      "place 6 is not one of 1 to 5, the provinces of Central Highlands"
    ), (.score(10.5), "a score of 10.5 is not on the scale of 1.0 to 10.0"),
    (.score(.nan), "a score of nan is not on the scale of 1.0 to 10.0"),
  ])
  func absurdGoalsAreRefused(goal: Goal, message: String) throws {
    do {
      _ = try aim(goal)
      Issue.record("\(goal) was taken")
    } catch {
      #expect("\(error)" == message)
    }
  }

  @Test func theFirstOfAllHasNoPlaceToGain() throws {
    #expect(throws: ScenarioError.noSuchGain(1, rank: 1)) {
      try aim(.places(1), of: "angiang", in: 2019)
    }
  }

  @Test func anIntervalAimsAtItsWorseEnd() throws {
    #expect(try aim(.ranks(30...40)).score == aim(.rank(40)).score)
    #expect(try aim(.ranks(30...40)).rank == 40)
    #expect(try aim(.top(10)).score == aim(.rank(10)).score)
    #expect(try aim(.places(13)).score == aim(.rank(40)).score)
  }
}
