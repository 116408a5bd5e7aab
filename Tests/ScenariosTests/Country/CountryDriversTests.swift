import Indices
import Panels
import Sensitivity
import Statistics
import Tables
import TestSupport
import Testing

@testable import Scenarios

@Suite struct CountryDriversTests {
  private static let study2014 = Result { try study(2014, draws: 12) }

  private static func study(
    _ year: Int, draws: Int, threads: Int? = nil, panel: Panel? = nil
  ) throws -> CountryDrivers {
    let panel = try panel ?? Bundled.panel()
    return try CountryDrivers(
      from: PastChanges(
        in: panel, rule: Bundled.rule(year), replicates: Replicates(seed: 1, threads: threads),
        draws: draws), in: panel)
  }

  @Test(arguments: [2014, 2019])
  func placesAndSharesAgreeWithNumPy(year: Int) throws {
    let study = try year == 2014 ? Self.study2014.get() : Self.study(2019, draws: 1)
    let group = try #require(study.groups(by: nil).first)
    let found = Dictionary(
      uniqueKeysWithValues: study.summaries(of: group).map { ($0.indicator, $0) })
    let path = Bundled.checkout + "/Tests/ScenariosTests/Reference/country.csv"
    let records = try Records(CSVReader().table(contentsOf: path))
      .filter { try $0.integer("year") == year }
    #expect(records.count == study.rule.components.count)
    for record in records {
      let row = try #require(found[try record.text("indicator")])
      // Means of whole numbers, which both programs round once.
      #expect(abs(row.meanPlaces - (try record.number("places_mean"))) < 1e-13)
      #expect(row.medianPlaces == (try record.number("places_median")))
      #expect(row.first == (try record.integer("first")))
      #expect(row.firstThree == (try record.integer("first_three")))
      // Systems of twelve correlations, of condition below 1e2, solved in another order.
      #expect(abs(row.share - (try record.number("variance_share"))) < 1e-12)
    }
  }

  @Test func theOrderOfEveryProvinceIsThatOfItsDrivers() throws {
    let study = try Self.study2014.get()
    for gains in study.provinces.prefix(4) {
      let drivers = try Drivers(
        of: gains.province, panel: Bundled.panel(), rule: study.rule, rules: [], past: study.past)
      #expect(gains.order.map { study.rule.indicators[$0] } == drivers.effects.map(\.input.name))
      #expect(
        gains.order.map { gains.gains[$0].places } == drivers.effects.map { $0.good?.places })
    }
  }

  @Test(arguments: ProvinceGroup.Grouping.allCases)
  func everyProvinceIsInOneGroup(grouping: ProvinceGroup.Grouping) throws {
    let study = try Self.study2014.get()
    let groups = study.groups(by: grouping)
    #expect(groups.flatMap(\.members).sorted() == Array(study.provinces.indices))
    #expect(groups.count == (grouping == .region ? 6 : 3))
    // The mean of all is that of the groups, each as often as it has provinces.
    let whole = study.summaries(of: try #require(study.groups(by: nil).first))
    let parts = groups.flatMap { study.summaries(of: $0) }
    for row in whole {
      let own = parts.filter { $0.indicator == row.indicator }
      let mean = own.reduce(0) { $0 + Double($1.provinces) * $1.meanPlaces } / 63
      // Sums of 63 small numbers.
      #expect(abs(mean - row.meanPlaces) < 1e-12)
      #expect(own.reduce(0) { $0 + $1.first } == row.first)
      #expect(own.reduce(0) { $0 + $1.firstThree } == row.firstThree)
    }
  }

  @Test func countsAndSharesAddUp() throws {
    let study = try Self.study2014.get()
    let rows = study.summaries(of: try #require(study.groups(by: nil).first))
    #expect(rows.reduce(0) { $0 + $1.first } == 63)
    #expect(rows.reduce(0) { $0 + $1.firstThree } == 3 * 63)
    // Ten Shapley values add up to what all explain, to rounding.
    #expect(abs(rows.reduce(0) { $0 + $1.share } - 1) < 1e-12)
    #expect(rows.map(\.order) == Array(1...10))
    #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.meanPlaces >= $1.meanPlaces })
    #expect(rows.allSatisfy { $0.meanPlacesInterval.upperBound > 0 && $0.spread.lowerBound >= 0 })
  }

  @Test func lessConfidenceMakesNarrowerIntervals() throws {
    let study = try Self.study2014.get()
    let group = try #require(study.groups(by: nil).first)
    let (wide, narrow) = (study.summaries(of: group), study.summaries(of: group, level: 0.5))
    for (one, other) in zip(wide, narrow) {
      #expect(one.meanPlacesInterval.lowerBound <= other.meanPlacesInterval.lowerBound)
      #expect(one.meanPlacesInterval.upperBound >= other.meanPlacesInterval.upperBound)
      #expect(one.orderInterval.contains(other.orderInterval.lowerBound))
    }
    #expect(zip(wide, narrow).contains { $0.shareInterval != $1.shareInterval })
  }

  @Test func theSameSeedGivesTheSameBytesOnOneThreadAndMany() throws {
    let one = try Self.study(2014, draws: 3, threads: 1).table(by: .tier)
    let many = try Self.study(2014, draws: 3, threads: 4).table(by: .tier)
    #expect(one.rows == many.rows)
  }

  @Test func nothingLaterThanTheYearIsUsed() throws {
    let early = try Bundled.panel { $0.year <= 2014 ? $0.value : nil }
    let (all, cut) = (
      try Self.study(2014, draws: 3), try Self.study(2014, draws: 3, panel: early)
    )
    #expect(all.table(by: .region).rows == cut.table(by: .region).rows)
  }

  @Test func unrelatedChangesShareTheVarianceByTheirOwn() throws {
    let gains = try #require(try Self.study2014.get().provinces.first)
    let count = gains.gains.count
    let deviations = (1...count).map(Double.init)
    let identity = (0..<count).map { row in (0..<count).map { $0 == row ? 1.0 : 0 } }
    let own = zip(gains.index.inputs, deviations).map { input, deviation -> Double in
      let effect = input.slope * deviation
      return effect * effect
    }
    let shares = try gains.varianceShares(deviations, identity)
    let whole = own.reduce(0, +)
    for (share, part) in zip(shares, own) {
      // Sums of ten squares.
      #expect(abs(share - part / whole) < 1e-12)
    }
  }
}

@Suite struct ProvinceGroupTests {
  @Test func thirdsAreOfEqualSizeUpToOne() throws {
    let provinces = Array(try Bundled.gazetteer().provinces.prefix(5))
    let groups = ProvinceGroup.all(by: .tier, of: provinces, ranks: [4, 1, 1, 5, 3])
    #expect(groups.map(\.name) == ["top", "middle", "bottom"])
    // Equal ranks stand in their order; the upper thirds are larger.
    #expect(groups.map(\.members) == [[1, 2], [0, 4], [3]])
  }

  @Test func noGroupIsEmpty() throws {
    #expect(ProvinceGroup.all(by: .tier, of: [], ranks: []).isEmpty)
    #expect(ProvinceGroup.all(by: .region, of: [], ranks: []).isEmpty)
    #expect(ProvinceGroup.all(by: nil, of: [], ranks: []).isEmpty)
    let one = Array(try Bundled.gazetteer().provinces.prefix(1))
    #expect(ProvinceGroup.all(by: .tier, of: one, ranks: [1]).map(\.name) == ["top"])
    #expect(ProvinceGroup.all(by: nil, of: one, ranks: [1]).map(\.members) == [[0]])
  }
}

@Suite struct DrawnChangesTests {
  @Test func eachProvinceOnceGivesTheCorrelationsOfAll() throws {
    let past = try PastChanges(in: Bundled.panel(), rule: Bundled.rule(2014), draws: 1)
    let once = [Int](repeating: 1, count: try Bundled.panel().provinces.count)
    #expect(ChangeCorrelation(of: past.pairs, counts: once).matrix == past.correlation)
    let twice = once.map { 2 * $0 }
    for (row, other) in zip(
      ChangeCorrelation(of: past.pairs, counts: twice).matrix, past.correlation)
    {
      // The same ranks twice over: sums of twice as many numbers.
      #expect(zip(row, other).allSatisfy { abs($0 - $1) < 1e-12 })
    }
  }

  @Test func deviationsAreThoseOfTheSampleWrittenOut() {
    let samples = ProvinceSamples(of: 5, replicates: Replicates(seed: 7), draws: 20)
    let values: [Double] = [1, 4, 2, 8, 5.5, -3]
    let provinces: [Int] = [0, 1, 1, 2, 3, 4]
    let found = samples.deviations(of: values, provinces: provinces)
    #expect(found.count == 20)
    for (deviation, counts) in zip(found, samples.counts) {
      let sample = zip(values, provinces).flatMap { Array(repeating: $0, count: counts[$1]) }
      // Six numbers of one digit.
      #expect(abs(deviation - (sample.standardDeviation ?? 0)) < 1e-12)
    }
    #expect(samples.deviations(of: [], provinces: []).isEmpty)
  }
}
