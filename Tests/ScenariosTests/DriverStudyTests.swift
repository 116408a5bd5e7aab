import Indices
import Panels
import Scenarios
import Sensitivity
import Statistics
import TestSupport
import Testing

@Suite struct DriverStudyTests {
  private static func drivers(
    _ name: String = "daknong", _ year: Int = 2017, ranges: RankedIndex.Ranges = .held
  ) throws -> Drivers {
    let (panel, rule) = (try Bundled.panel(), try Bundled.rule(year))
    return try Drivers(
      of: Bundled.gazetteer().province(named: name), panel: panel, rule: rule,
      rules: Bundled.rules(), ranges: ranges,
      past: try? PastChanges(in: panel, rule: rule, draws: 40))
  }

  private static func options(_ parts: DriverStudy.Parts, draws: Int = 512) -> DriverStudy.Options {
    var options = DriverStudy.Options()
    options.parts = parts
    options.draws = draws
    options.indices.resamples = 100
    return options
  }

  /// The score is a sum: each indicator's share is the variance of its changes times its squared slope.
  @Test func sharesOfTheScoreAreThoseOfASum() throws {
    let drivers = try Self.drivers()
    let study = try DriverStudy(
      of: drivers, options: Self.options(.variance, draws: 2048), Replicates(seed: 1))
    let laws = try #require(drivers.feasible).laws
    let parts = zip(laws, drivers.index.inputs).map { law, input in
      let deviation = law.changes.standardDeviation ?? 0
      return input.slope * input.slope * deviation * deviation
    }
    let whole = parts.reduce(0, +)
    let score = try #require(study.score)
    for (place, part) in parts.enumerated() {
      // Straight lines between neighbours vary a little less than the cases themselves.
      #expect(abs(score.total[place].value - part / whole) < 0.02)
      #expect(abs(score.first[place].value - part / whole) < 0.03)
    }
    // Nothing of a sum is shared.
    #expect(abs(score.first.reduce(0) { $0 + $1.value } - 1) < 0.05)
  }

  @Test(arguments: RankedIndex.Ranges.allCases)
  func theMethodsHoldToOneAnother(ranges: RankedIndex.Ranges) throws {
    let study = try DriverStudy(
      of: Self.drivers(ranges: ranges), options: Self.options(.all, draws: 1024),
      Replicates(seed: 2))
    let rank = try #require(study.rank).indices
    let shapley = try #require(study.shapley).effects
    let screening = try #require(study.screening).indices
    #expect(shapley.map(\.name) == study.inputs.map(\.name))
    #expect(rank.names == study.inputs.map(\.name))
    #expect(screening.map(\.name) == study.inputs.map(\.name))
    #expect(abs(shapley.reduce(0) { $0 + $1.value } - 1) < 1e-9)
    for place in rank.names.indices {
      #expect(rank.total[place].value > rank.first[place].value - 0.05)
      // The past's correlations are small: effects lie near what independent changes have.
      #expect(abs(shapley[place].value - rank.total[place].value) < 0.12)
    }
    let order = try #require(rankCorrelation(rank.total.map(\.value), shapley.map(\.value)))
    #expect(order > 0.7, "\(order)")
  }

  @Test func aGoodYearHelpsToReachTheGoal() throws {
    var options = Self.options(.target)
    options.goal = 40
    let study = try DriverStudy(of: Self.drivers(), options: options, Replicates(seed: 1))
    let target = try #require(study.target)
    #expect(study.goal == 40 && target.goal == 40)
    #expect((0.05...0.95).contains(target.probability.value))
    // √(p (1 − p) / 512) is 0.022 at most.
    #expect(target.probability.standardError <= 0.0222)
    for gain in target.gains {
      #expect(gain.value > -0.05)
      #expect(gain.standardError > 0)
    }
    #expect(target.gains.contains { $0.value > 0.1 })
    #expect(study.screening == nil && study.shapley == nil)
  }

  @Test func aGoalThatIsAlwaysReachedHasNoIndices() throws {
    var options = Self.options(.target)
    options.goal = 63
    let study = try DriverStudy(of: Self.drivers(), options: options, Replicates(seed: 1))
    let target = try #require(study.target)
    #expect(target.probability.value == 1)
    #expect(target.indices == nil)
    #expect(target.gains.allSatisfy { $0.value == 0 })
  }

  @Test func bytesAreTheSameOnOneThreadAndTwo() throws {
    let drivers = try Self.drivers()
    let studies = try [1, 2].map { threads in
      try DriverStudy(
        of: drivers, options: Self.options(.all, draws: 256), Replicates(seed: 5, threads: threads))
    }
    #expect(studies[0].rank?.indices.total == studies[1].rank?.indices.total)
    #expect(studies[0].shapley == studies[1].shapley)
    #expect(studies[0].screening == studies[1].screening)
    #expect(studies[0].target?.gains == studies[1].target?.gains)
  }

  @Test func withoutAPastThereIsNoStudy() throws {
    let drivers = try Self.drivers("daknong", 2013)
    #expect {
      try DriverStudy(of: drivers, options: Self.options(.variance), Replicates(seed: 1))
    } throws: {
      "\($0)".hasPrefix(
        "no indicator of transparency has figures for two consecutive years up to 2013")
    }
  }

  @Test func theOrderIsAsSureAsTheDrawsAgree() throws {
    let drivers = try Self.drivers()
    let scores = [drivers.index.score] + drivers.index.rivalScores(at: drivers.index.values)
    let exact = drivers.goodYearDraws(amid: nil).order
    let unsure = drivers.goodYearDraws(
      amid: try ScoreEstimates(scores, standardErrors: scores.map { _ in 0.2 })
    ).order
    #expect(exact.count == 12 && unsure.count == 12)
    for order in [exact, unsure] {
      // In every draw one indicator comes first, and three are among the first three.
      #expect(order.reduce(0) { $0 + $1.first.successes } == 40)
      #expect(order.reduce(0) { $0 + $1.firstThree.successes } == 120)
      #expect(
        order.allSatisfy { (1...12).contains($0.likely.lowerBound) && $0.likely.upperBound <= 12 })
    }
    // In each draw all stand as they do for every indicator: who gains more score gains no fewer places.
    #expect(exact == unsure)
  }
}
