import Indices
import Panels
import Scenarios
import Sensitivity
import Tables
import TestSupport
import Testing

/// Comparisons with `Reference/reference.py`: the same questions answered in NumPy and SciPy.
@Suite struct ReferenceTests {
  private static let folder = Bundled.checkout + "/Tests/ScenariosTests/Reference/"

  @Test(arguments: [2014, 2017, 2019])
  func everyProvincesSensitivityAgreesWithNumPy(year: Int) throws {
    let panel = try Bundled.panel()
    let rule = try Bundled.rule(year)
    var effects: [String: LocalSensitivity] = [:]
    var variation: [String: YearlyVariation] = [:]
    let past = try PastChanges(in: panel, rule: rule, draws: 1)
    for province in panel.provinces {
      let drivers = try Drivers(
        of: province, panel: panel, rule: rule, rules: Bundled.rules(), past: past)
      for effect in drivers.effects { effects[province.nameVi + effect.input.name] = effect }
      variation = drivers.variation
    }
    let table = try CSVReader().table(contentsOf: Self.folder + "sensitivity.csv")
    let records = try Records(table).filter { try $0.integer("year") == year }
    #expect(records.count == 63 * rule.components.count)
    for record in records {
      let indicator = try record.text("indicator")
      let effect = try #require(effects[try record.text("province") + indicator])
      // Both programs add the same numbers in another order.
      let own = try #require(variation[indicator])
      #expect(abs(own.standardDeviation / (try record.number("variation")) - 1) < 1e-12)
      #expect(effect.typical.places == (try record.integer("variation_places")))
      #expect(effect.reachingBest.places == (try record.integer("best_places")))
      let next = try record.optionalNumber("next_value")
      #expect((next == nil) == (effect.nextPlace == nil))
      if let next, let move = effect.nextPlace {
        // A gap of scores, known to 1e-15 of six, divided by a slope that is 0.03 at the least.
        #expect(abs(move.value - next) < 1e-12)
        #expect(move.places == (try record.integer("next_places")))
      }
    }
  }

  @Test func ranksBeyondTheRangesAgreeWithNumPyHeldAndMoving() throws {
    let panel = try Bundled.panel()
    let gazetteer = try Bundled.gazetteer()
    let records = try Records(CSVReader().table(contentsOf: Self.folder + "moved.csv"))
    #expect(records.count == 16 * 9 * (10 + 12 + 12))
    var known: [String: RankedIndex] = [:]
    for record in records {
      let (name, year) = (try record.text("province"), try record.integer("year"))
      let index =
        try known["\(name)\(year)"]
        ?? Bundled.rule(year).rankedIndex(of: gazetteer.province(named: name), in: panel)
      known["\(name)\(year)"] = index
      let indicator = try record.text("indicator")
      let position = try #require(index.inputs.firstIndex { $0.name == indicator })
      var values = index.values
      values[position] = try record.number("value")
      #expect(index.rank(at: values) == (try record.integer("held")))
      #expect(index.with(.moving).rank(at: values) == (try record.integer("moving")))
    }
  }

  @Test(arguments: [2014, 2017, 2019])
  func goodYearsAgreeWithNumPy(year: Int) throws {
    let panel = try Bundled.panel()
    let gazetteer = try Bundled.gazetteer()
    let records = try Records(CSVReader().table(contentsOf: Self.folder + "feasible.csv"))
      .filter { try $0.integer("year") == year }
    let past = try PastChanges(in: panel, rule: Bundled.rule(year), draws: 1)
    var known: [String: FeasibleChanges] = [:]
    for record in records {
      let name = try record.text("province")
      let feasible =
        try known[name]
        ?? FeasibleChanges(of: gazetteer.province(named: name), from: past, in: panel)
      known[name] = feasible
      let law = try #require(feasible[record.text("indicator")])
      #expect(law.cases == (try record.integer("cases")))
      #expect(law.changes.count == (try record.integer("sample")))
      // Differences of numbers up to 50, and spreads divided by one another, round by 1e-14 at most.
      #expect(abs(law.position - (try record.number("position"))) < 1e-12)
      #expect(abs(law.median - (try record.number("median"))) < 1e-12)
      #expect(abs(law.good - (try record.number("good"))) < 1e-12)
      #expect(abs(law.rawMedian - (try record.number("raw_median"))) < 1e-12)
      #expect(abs(law.rawGood - (try record.number("raw_good"))) < 1e-12)
    }
    #expect(known.count == 21)
  }

  @Test(arguments: [2014, 2017, 2019])
  func correlationsOfChangesAgreeWithSciPy(year: Int) throws {
    let rule = try Bundled.rule(year)
    let past = try PastChanges(in: Bundled.panel(), rule: rule, draws: 1)
    let records = try Records(CSVReader().table(contentsOf: Self.folder + "correlation.csv"))
      .filter { try $0.integer("year") == year }
    #expect(records.count == rule.components.count * (rule.components.count - 1) / 2)
    for record in records {
      let codes = try [record.text("first"), record.text("second")]
      let places = try codes.map { try #require(rule.indicators.firstIndex(of: $0)) }
      // Sums of some hundred products of ranks.
      let expected = (1 - past.shrinkage) * (try record.number("correlation"))
      #expect(abs(past.correlation[places[0]][places[1]] - expected) < 1e-12)
    }
  }

  @Test func everyTargetAgreesWithTheLinearProgramOfSciPy() throws {
    let panel = try Bundled.panel()
    let gazetteer = try Bundled.gazetteer()
    let records = try Records(CSVReader().table(contentsOf: Self.folder + "targets.csv"))
    #expect(records.count == 108)
    for record in records {
      let goal = try record.integer("goal")
      let target = try Target(
        of: gazetteer.province(named: record.text("province")), rank: goal,
        by: record.integer("by"), panel: panel, rule: Bundled.rule(record.integer("year")),
        rules: Bundled.rules())
      #expect(target.certificate.rawValue == (try record.text("certificate")))
      // HiGHS meets its constraints to 1e-7 of a score, worth up to 1e-5 of effort.
      #expect(abs(target.effort - (try record.number("effort"))) < 1e-5)
      #expect(target.path.last?.rank == (try record.integer("rank")))
    }
  }
}
