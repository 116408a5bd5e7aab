import Indices
import Panels
import Statistics
import Tables
import TestSupport
import Testing

@testable import Scenarios

@Suite struct AnswerBacktestTests {
  private static let whole = Result {
    try AnswerBacktest(
      in: Bundled.panel(), rules: Bundled.rules(), resamples: 50, Replicates(seed: 1))
  }

  private static func first(threads: Int) throws -> AnswerBacktest {
    try AnswerBacktest(
      in: Bundled.panel(), rules: Bundled.rules(), from: 2014, through: 2015, resamples: 20,
      Replicates(seed: 1, threads: threads))
  }

  @Test func figuresAgreeWithNumPy() throws {
    let backtest = try Self.whole.get()
    // No year before 2014 has a past here; 2016 and 2017 have different rules.
    #expect(backtest.years == [2014, 2015, 2017, 2018])
    #expect(backtest.cases == 4 * 63)
    let path = Bundled.checkout + "/Tests/ScenariosTests/Reference/backtest.csv"
    let records = try Records(CSVReader().table(contentsOf: path))
    #expect(records.count == 19)
    for record in records {
      let found = backtest.overall.filter {
        $0.group == "all" && $0.against == nil
          && $0.question.rawValue == (try? record.text("question"))
          && $0.answer.rawValue == (try? record.text("answer_by"))
      }
      let finding = try #require(found.first)
      #expect(found.count == 1)
      #expect(finding.cases == (try record.integer("cases")))
      // Sums of 2,772 numbers of one or two digits at the most.
      #expect(abs((finding.value ?? .nan) - (try record.number("value"))) < 1e-11)
      let interval = try #require(finding.interval)
      // Fifty draws around a share of hundreds of cases; random movement does not vary between provinces of a year.
      #expect(interval.lowerBound - 1e-12 <= finding.value ?? 0)
      #expect(interval.upperBound + 1e-12 >= finding.value ?? 0)
    }
  }

  @Test func nothingLaterThanTheYearLeaksIntoItsAnswer() throws {
    let rule = try Bundled.rule(2015)
    let changed = try Bundled.panel { figure in
      guard figure.year > 2015 else { return figure.value }
      return figure.indicator == "website_use" ? 1 - figure.value : figure.value
    }
    let cut = try Bundled.panel { $0.year <= 2015 ? $0.value : nil }
    let answers = try PastAnswer.all(of: rule, in: Bundled.panel(), Replicates(seed: 1))
    #expect(try answers == PastAnswer.all(of: rule, in: changed, Replicates(seed: 1)))
    #expect(try answers == PastAnswer.all(of: rule, in: cut, Replicates(seed: 1)))
    // That it would be noticed: a change within the year is.
    let within = try Bundled.panel { figure in
      figure.year == 2015 && figure.indicator == "website_use" ? 1 - figure.value : figure.value
    }
    #expect(try answers != PastAnswer.all(of: rule, in: within, Replicates(seed: 1)))
  }

  @Test func aNetChangeIsOfTheYearAfterTheAnswer() throws {
    let panel = try Bundled.panel()
    let pair = try #require(
      BacktestYears.all(of: Bundled.rules(), in: panel, 2018...2019).first)
    let answers = try [2018, 2019].map {
      ($0, try PastAnswer.all(of: Bundled.rule($0), in: panel, Replicates(seed: 1)))
    }
    let cases = pair.cases(Dictionary(uniqueKeysWithValues: answers), in: panel)
    #expect(cases.count == 63)
    let use = try #require(pair.before.indicators.firstIndex(of: "website_use"))
    let changes = cases.map { one -> Double in
      let key = panel.provinces[one.answer.province].key
      return (panel[key, "website_use", 2019] ?? 0) - (panel[key, "website_use", 2018] ?? 0)
    }
    let middle = try #require(changes.median)
    #expect(zip(cases, changes).allSatisfy { $0.net[use] == $1 - middle })
    let board = try Bundled.rule(2019).scoreboard(of: panel)
    #expect(
      cases.allSatisfy {
        $0.answer.rank - $0.places == board[panel.provinces[$0.answer.province]]?.rank
      })
  }

  @Test func hindsightIsNeverBeaten() throws {
    let shares = try Self.whole.get().findings.filter {
      $0.question == .movementShare && $0.against == nil
    }
    for year in [2014, 2015, 2017, 2018] {
      let own = shares.filter { $0.from == year && $0.to == year + 1 }
      let best = try #require(own.first { $0.answer == .hindsight }?.value)
      #expect(own.count == 7)
      #expect(own.allSatisfy { ($0.value ?? 0) <= best && ($0.value ?? 0) > 0 })
    }
  }

  @Test func differencesAreThoseOfTheFigures() throws {
    let findings = try Self.whole.get().overall
    for finding in findings {
      guard let other = finding.against else { continue }
      func value(_ answer: BacktestAnswer) -> Double? {
        findings.first {
          $0.question == finding.question && $0.answer == answer && $0.against == nil
        }?.value
      }
      let (named, rival) = (try #require(value(.named)), try #require(value(other)))
      #expect(finding.value == named - rival)
    }
    #expect(findings.count { $0.against != nil } == 2 + 2 + 5)
  }

  @Test func theSameSeedGivesTheSameBytesOnOneThreadAndMany() throws {
    #expect(try Self.first(threads: 1).findings == Self.first(threads: 4).findings)
  }

  @Test func yearsThatDoNotServeAreRefused() {
    #expect(
      message {
        try AnswerBacktest(
          in: Bundled.panel(), rules: Bundled.rules(), from: 2016, through: 2017,
          Replicates(seed: 1))
      }
        == "no two consecutive years from 2016 to 2017 have one exact rule, six indicators or more "
        + "that all compare, and a year before them; widen the years, or take figures that reach "
        + "further back")
    #expect(
      message {
        try AnswerBacktest(
          in: Bundled.panel(), rules: Bundled.rules(), from: 2030, through: 2020,
          Replicates(seed: 1))
      }?.hasPrefix("no two consecutive years from 2030 to 2020") == true)
    // 2013 is the first year there is: nobody had a past then.
    #expect(
      message {
        try AnswerBacktest(
          in: Bundled.panel(), rules: Bundled.rules(), through: 2014, Replicates(seed: 1))
      }?.hasPrefix("no two consecutive years to 2014") == true)
  }
}

@Suite struct BacktestCaseTests {
  private func answer(order: [Int], good: [Double]) -> PastAnswer {
    PastAnswer(
      province: 0, year: 2000, rank: 9, order: order, good: good, median: good.map { $0 / 2 },
      goodAnywhere: good.map { $0 > 1 ? nil : $0 }, position: good.map { _ in 0.5 },
      slope: good.map { _ in 2 }, sizes: [.weight: good])
  }

  private func one(net: [Double]) -> BacktestCase {
    BacktestCase(
      answer: answer(order: [5, 4, 3, 2, 1, 0], good: [0, 1, 1, 1, 2, 1]),
      indicators: ["a", "b", "c", "d", "e", "f"], net: net, places: 3,
      nextOrder: [5, 4, 0, 1, 2, 3])
  }

  @Test func improvedIsHalfAGoodYearWhereThereIsOne() {
    let case1 = one(net: [9, 0.5, 0.4, 0.6, 1, -1])
    #expect(case1.improved == [false, true, false, true, true, false])
    // Of the first three (5, 4, 3) two improved, of the last (2, 1, 0) one.
    #expect(case1.weight(of: .named) == 1)
    #expect(case1.weight(of: .last) == 0)
    #expect(case1.weight(of: .all) == 1)
    // Three of six: of 20 ways to name three, 9 have two of them and one all.
    #expect(case1.weight(of: .random) == 0.5)
  }

  @Test(arguments: [(0, 6), (1, 6), (2, 6), (3, 10), (7, 10), (12, 12)])
  func chanceCountsAllWays(kind: Int, count: Int) {
    var (good, all) = (0, 0)
    for i in 0..<count {
      for j in 0..<i {
        for k in 0..<j {
          all += 1
          good += [i, j, k].count { $0 < kind } >= 2 ? 1 : 0
        }
      }
    }
    // One division more than the count has.
    #expect(
      abs(BacktestCase.chance(of: kind, among: count) - Double(good) / Double(all)) < 1e-15)
  }

  @Test func theMovementIsSharedWhateverItsSign() {
    let case1 = one(net: [1, 0, 0, -2, 3, -4])
    #expect(case1.movements == [2, 0, 0, 4, 6, 8])
    #expect(case1.movementShare(of: .named) == 18.0 / 20)
    #expect(case1.movementShare(of: .hindsight) == 18.0 / 20)
    #expect(case1.movementShare(of: .last) == 2.0 / 20)
    #expect(case1.movementShare(of: .random) == 0.5)
    #expect(one(net: [0, 0, 0, 0, 0, 0]).movementShare(of: .named) == nil)
  }

  @Test func ordersAreComparedByPlace() {
    let case1 = one(net: [0, 0, 0, 0, 0, 0])
    #expect(case1.firstThreeKept == 2.0 / 3)
    // Places 5…0 beside 2, 3, 4, 5, 1, 0: the squared differences add up to 9 + 1 + 1 + 9 = 20,
    // so that ρ = 1 − 6 · 20 / (6 · 35).
    #expect(abs((case1.orderCorrelation ?? 0) - (1 - 120.0 / 210)) < 1e-15)
  }

  @Test func tiesForTheLastPlaceShareIt() {
    #expect(PastAnswer.largest([3, 1, 2, 0]) == [1, 1, 1, 0])
    let part = 2.0 / 3
    let shared: [Double] = [1, part, part, part, 0]
    #expect(PastAnswer.largest([3, 1, 1, 1, 0]) == shared)
    let halves = [Double](repeating: 0.5, count: 6)
    #expect(PastAnswer.largest([0, 0, 0, 0, 0, 0]) == halves)
    #expect(PastAnswer.largest([]) == [])
    #expect(PastAnswer.largest([1]) == [1])
  }

  @Test func groupsKnowThirdsAndBorrowedPasts() {
    let case1 = one(net: [0, 0, 0, 0, 0, 0])
    #expect(BacktestGroup.borrowed.contains(4, of: case1))
    #expect(!BacktestGroup.own.contains(4, of: case1))
    #expect(BacktestGroup.middle.contains(0, of: case1))
    #expect(!BacktestGroup.low.contains(0, of: case1) && !BacktestGroup.high.contains(0, of: case1))
    #expect(!BacktestGroup.middle.contains(4, of: case1))
    #expect(BacktestGroup.indicator("c").contains(2, of: case1))
  }
}

@Suite struct ProvinceRatioTests {
  @Test func isTheRatioOfSumsInEverySample() throws {
    var ratio = ProvinceRatio(provinces: 3)
    ratio.add(2, of: 0)
    ratio.add(4, weight: 3, of: 1)
    ratio.add(100, weight: 0, of: 2)
    #expect(ratio.value == 14.0 / 4)
    #expect(ratio.cases == 2)
    let samples = ProvinceSamples(of: 3, replicates: Replicates(seed: 3), draws: 40)
    for (value, counts) in zip(ratio.draws(samples), samples.counts) {
      let (above, below) = (2 * counts[0] + 12 * counts[1], counts[0] + 3 * counts[1])
      let expected: Double? = below > 0 ? Double(above) / Double(below) : nil
      #expect(value == expected)
    }
    // A sample of the province without a case has none.
    #expect(ratio.draws(samples).contains(nil) == samples.counts.contains { $0[2] == 3 })
  }

  @Test func withoutCasesThereIsNone() {
    #expect(ProvinceRatio(provinces: 0).value == nil)
    #expect(ProvinceRatio(provinces: 1).value == nil)
  }
}
