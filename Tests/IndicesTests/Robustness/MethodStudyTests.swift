import Indices
import Panels
import Statistics
import Tables
import TestSupport
import Testing

@Suite struct MethodStudyTests {
  private static let all = MethodAlternatives(
    normalisations: [
      .minMax(to: 1...10), .zScore(mean: 10, deviation: 2), .percentile(to: 1...10),
    ], aggregations: [.geometric], weighsEqually: true, weightRange: 0.25, leavesOneOut: true)

  private static func transparency(
    _ alternatives: MethodAlternatives, year: Int = 2019
  ) throws -> MethodStudy {
    try MethodStudy(of: Bundled.rule(year), panel: Bundled.panel(), alternatives: alternatives)
  }

  /// The reference of `Reference/robustness.py`, by province.
  private func reference(_ name: String) throws -> [[String: Double]] {
    let folder = Bundled.checkout + "/Tests/IndicesTests/Reference/"
    let table = try CSVReader().table(contentsOf: folder + name + "_2019.csv")
    let records = try Records(table)
    let names = Array(records.columnNames.dropFirst())
    return try records.map { record in
      try Dictionary(uniqueKeysWithValues: names.map { ($0, try record.number($0)) })
    }
  }

  /// The uniform numbers of the reference: fractional parts of (k + 1) √p.
  private func uniforms(draws: Int, perDraw: Int) -> [Double] {
    let primes = (2..<200).filter { number in
      (2..<number).allSatisfy { !number.isMultiple(of: $0) }
    }.prefix(perDraw)
    return (0..<draws).flatMap { draw in
      primes.map { prime in
        let product = Double(draw + 1) * Double(prime).squareRoot()
        return product - product.rounded(.down)
      }
    }
  }

  @Test func givenUniformNumbersTheRanksAreThoseOfNumPy() throws {
    let study = try Self.transparency(Self.all)
    let perDraw = study.uniformsPerDraw
    #expect(perDraw == study.index.structure.elements.count - 1 + 4)
    let distributions = try study.distributions(uniforms: uniforms(draws: 400, perDraw: perDraw))
    let expected = try reference("robustness")
    #expect(distributions.count == 63 && expected.count == 63)
    for (own, theirs) in zip(distributions, expected) {
      // Whole ranks: means and quantiles are the same but for the rounding of a sum of 400.
      #expect(abs(own.mean - (theirs["mean"] ?? .nan)) < 1e-12)
      #expect(abs(own.standardDeviation - (theirs["sd"] ?? .nan)) < 1e-12)
      #expect(abs(own.quantile(0.05) - (theirs["q05"] ?? .nan)) < 1e-12)
      #expect(abs(own.quantile(0.5) - (theirs["median"] ?? .nan)) < 1e-12)
      #expect(abs(own.quantile(0.95) - (theirs["q95"] ?? .nan)) < 1e-12)
      #expect(abs(own.share(upTo: 10) - (theirs["top10"] ?? .nan)) < 1e-12)
    }
  }

  @Test func theBestAndWorstRanksOf2019AreThoseOfAnotherSolver() throws {
    let study = try Self.transparency(MethodAlternatives())
    let box = try #require(study.weightBox(range: 0.25))
    let expected = try reference("extremes")
    for unit in study.units.indices {
      let extremes = try study.extremes(of: unit, over: box)
      #expect(extremes.best.isProved && extremes.worst.isProved)
      #expect(Double(extremes.best.rank) == expected[unit]["best"])
      #expect(Double(extremes.worst.rank) == expected[unit]["worst"])
      #expect((extremes.best.rank...extremes.worst.rank).contains(study.ranks[unit]))
    }
  }

  @Test func theOwnMethodGivesTheOwnRanks() throws {
    for year in [2013, 2017, 2019] {
      let study = try Self.transparency(MethodAlternatives(), year: year)
      let board = try Bundled.rule(year).scoreboard(of: Bundled.panel())
      for row in board.rows {
        let unit = try #require(study.units.firstIndex(of: row.province.key))
        #expect(study.ranks[unit] == row.rank)
        #expect(abs(study.scores[unit] - row.score) < 1e-12)
      }
      // Without alternatives every draw is the index itself.
      let uncertainty = try study.uncertainty(draws: 3, replicates: Replicates(seed: 1))
      for (unit, distribution) in uncertainty.distributions.enumerated() {
        #expect(distribution.share(at: study.ranks[unit]) == 1)
      }
      #expect(uncertainty.effects.isEmpty)
    }
  }

  @Test func sumsGiveTheScoresOfTheIndexItself() throws {
    // A tree of uneven depth, with a parent of one child.
    var random = SplitMix64(seed: 8)
    let codes = ["a", "b", "c", "d", "e"]
    let structure = try IndexStructure(
      zip(codes, ["x", "x", "y", "z", "top"]).map { code, parent in
        IndexStructure.Element(
          code: code, parent: parent, weight: Double.random(in: 0.5...2, using: &random),
          direction: code == "b" ? .reversed : .positive)
      } + [
        .init(code: "x", parent: "top", weight: 2), .init(code: "y", parent: "z"),
        .init(code: "z", parent: "top"), .init(code: "top", parent: nil),
      ])
    let table = IndicatorTable(
      units: (0..<20).map { "u\($0)" }, codes: codes,
      columns: codes.map { _ in (0..<20).map { _ in Double.random(in: 0...1, using: &random) } })
    for own in Aggregation.allCases {
      let index = CompositeIndex(structure: structure, aggregation: own)
      let others: [Aggregation] = [.arithmetic, .geometric, .harmonic, .median, .copeland]
      let study = try MethodStudy(
        of: index, table,
        alternatives: MethodAlternatives(
          normalisations: [.zScore(mean: 10, deviation: 2)], aggregations: others,
          leavesOneOut: true))
      let effects = try study.uncertainty(draws: 1, replicates: Replicates(seed: 1)).effects
      #expect(effects.count == 1 + 4 + 5)
      for effect in effects {
        let other: CompositeIndex
        var left = table
        switch effect.choice {
        case .normalisation(let way):
          other = CompositeIndex(structure: structure, normalisation: way, aggregation: own)
        case .aggregation(let way):
          other = CompositeIndex(structure: structure, aggregation: way)
        case .without(let indicator):
          // The parents of c alone go with it.
          let gone = indicator == "c" ? ["c", "y"] : [indicator]
          other = CompositeIndex(
            structure: try IndexStructure(
              structure.elements.filter { !gone.contains($0.code) }
                .map {
                  .init(
                    code: $0.code, parent: $0.parent, weight: $0.weight,
                    direction: $0.direction)
                }), aggregation: own)
          left = IndicatorTable(
            units: table.units, codes: codes.filter { $0 != indicator },
            columns: codes.filter { $0 != indicator }.map { code in
              table.units.indices.map { table[$0, code] ?? .nan }
            })
        case .equalWeights, .weights:
          Issue.record("there is no such alternative")
          continue
        }
        let expected = try other.evaluate(left)
        #expect(effect.ranks == expected.ranks, "\(own) \(effect.choice)")
        #expect(effect.error == nil)
      }
    }
  }

  @Test func anyNumberOfThreadsGivesTheSameStudy() throws {
    let study = try Self.transparency(Self.all)
    let serial = try study.uncertainty(draws: 700, replicates: Replicates(seed: 5, threads: 1))
    for threads in [2, 5] {
      let other = try study.uncertainty(
        draws: 700, replicates: Replicates(seed: 5, threads: threads))
      #expect(other.distributions == serial.distributions)
      #expect(other.effects == serial.effects)
    }
    let elsewhere = try study.uncertainty(draws: 700, replicates: Replicates(seed: 6))
    #expect(elsewhere.distributions != serial.distributions)
  }

  @Test func drawsDoubleUntilTheMeanRanksAreKnownWellEnough() throws {
    let study = try Self.transparency(Self.all)
    let replicates = Replicates(seed: 1)
    #expect(try study.uncertainty(draws: 50, replicates: replicates).draws == 50)
    #expect(try study.uncertainty(draws: 2500, replicates: replicates).draws == 2500)
    #expect(
      try study.uncertainty(draws: 9000, precision: 100, replicates: replicates).draws == 1000)
    let precise = try study.uncertainty(draws: 100_000, precision: 0.3, replicates: replicates)
    #expect(precise.largestError <= 0.3)
    #expect([1000, 2000, 4000, 8000].contains(precise.draws))
    // Half as many did not suffice.
    let half = try study.uncertainty(draws: precise.draws / 2, replicates: replicates)
    #expect(precise.draws == 1000 || half.largestError > 0.3)
  }

  @Test func theTablesAlternativesAreCountedOnce() throws {
    let study = try Self.transparency(
      MethodAlternatives(
        normalisations: [.goalposts(to: 1...10, isCapped: false), .minMax(to: 1...10)],
        aggregations: [.arithmetic, .geometric]))
    #expect(study.alternatives.normalisations == [.minMax(to: 1...10)])
    #expect(study.alternatives.aggregations == [.geometric])
    #expect(study.uniformsPerDraw == 2)
  }

  @Test func gapsAreSharedOutByEveryMethod() throws {
    let structure = try IndexStructure([
      .init(code: "a", parent: nil), .init(code: "b", parent: nil), .init(code: "c", parent: nil),
    ])
    let table = IndicatorTable(
      units: ["p", "q", "r"], codes: ["a", "b", "c"],
      columns: [[1, 2, 3], [.nan, 5, 1], [2, 4, .nan]])
    let study = try MethodStudy(
      of: CompositeIndex(structure: structure), table,
      alternatives: MethodAlternatives(weightRange: 0.25, leavesOneOut: true))
    #expect(study.weightBox(range: 0.25) == nil)
    #expect(!study.notes.texts.isEmpty)
    let uncertainty = try study.uncertainty(draws: 100, replicates: Replicates(seed: 1))
    #expect(uncertainty.distributions.allSatisfy { $0.draws == 100 })
  }

  @Test func aMethodThatCannotBeTakenIsToldAtTheStart() throws {
    let structure = try IndexStructure([
      .init(code: "a", parent: nil), .init(code: "b", parent: nil),
    ])
    let table = IndicatorTable(
      units: ["p", "q"], codes: ["a", "b"], columns: [[1, 2], [3, 1]])
    let told = message {
      try MethodStudy(
        of: CompositeIndex(structure: structure), table,
        alternatives: MethodAlternatives(
          normalisations: [.zScore(mean: 0, deviation: 1)], aggregations: [.geometric]))
    }
    #expect(
      told
        == "index: a geometric mean is of positive scores, and p has -0.7071067811865475 in a; "
        + "score to a range above zero")
  }

  @Test func geometricMeansTakeScoresThatAreNotPositiveForTheLeast() throws {
    // Ninh Bình's days of 2018 lie more than five deviations above the mean.
    let z = Normalisation.zScore(mean: 10, deviation: 2)
    let alternatives = MethodAlternatives(
      normalisations: [z], aggregations: [.geometric], leastScore: 1)
    let study = try Self.transparency(alternatives, year: 2018)
    #expect(
      study.notes.texts == [
        "In geometric means the lowest scores are raised to 1.0 where some are not positive: "
          + "those of Ninh Bình."
      ])
    // A draw of both alternatives, beside the index of scores raised by hand.
    let drawn = try study.distributions(uniforms: [0.75, 0.75])
    let rule = try Bundled.rule(2018)
    let sample = try Bundled.panel().sample(of: rule.indicators, in: 2018)
    let structure = try rule.composite().structure
    let figures = IndicatorTable(
      units: study.units, codes: sample.indicators, columns: sample.columns)
    let scored = try #require(
      CompositeIndex(structure: structure, normalisation: z)
        .evaluate(figures, keeping: [.normalised]).stages[.normalised])
    let raised = IndicatorTable(
      units: study.units, codes: sample.indicators,
      columns: sample.indicators.map { code in
        study.units.indices.map { max(1, scored[$0, code] ?? .nan) }
      })
    let rising = try IndexStructure(
      structure.elements.map {
        .init(code: $0.code, parent: $0.parent, weight: $0.weight, level: $0.level)
      })
    let expected = try CompositeIndex(
      structure: rising, normalisation: .none, aggregation: .geometric
    ).evaluate(raised)
    for (distribution, rank) in zip(drawn, expected.ranks) {
      #expect(distribution.share(at: Int(rank)) == 1)
    }
    let refused = MethodAlternatives(normalisations: [z], aggregations: [.geometric])
    #expect(throws: CompositeError.self) { try Self.transparency(refused, year: 2018) }
  }

  @Test func aRankThatOnlyTheSolversPrecisionGivesIsRefuted() throws {
    // HiGHS and CBC both find rank 20, with weights that miss a row by more than rounding.
    let study = try Self.transparency(MethodAlternatives(), year: 2013)
    let box = try #require(study.weightBox(range: 0.25))
    let unit = try #require(study.units.firstIndex(of: "longan"))
    let extremes = try study.extremes(of: unit, over: box)
    #expect(extremes.best.rank == 21 && extremes.best.isProved)
    #expect(extremes.worst.rank == 55 && extremes.worst.isProved)
  }

  @Test func oneUnitIsAlwaysFirst() throws {
    let structure = try IndexStructure([
      .init(code: "a", parent: nil), .init(code: "b", parent: nil),
    ])
    let table = IndicatorTable(units: ["p"], codes: ["a", "b"], columns: [[1], [3]])
    let study = try MethodStudy(
      of: CompositeIndex(structure: structure, normalisation: .none), table,
      alternatives: MethodAlternatives(weightRange: 0.5, leavesOneOut: true))
    let uncertainty = try study.uncertainty(draws: 10, replicates: Replicates(seed: 1))
    #expect(uncertainty.distributions == [RankDistribution(counts: [10])])
    let box = try #require(study.weightBox(range: 0.5))
    let extremes = try study.extremes(of: 0, over: box)
    #expect(extremes.best.rank == 1 && extremes.worst.rank == 1)
  }

  @Test func aGeometricMeanHasItsExtremesToo() throws {
    var random = SplitMix64(seed: 21)
    let codes = ["a", "b", "c"]
    let structure = try IndexStructure(codes.map { .init(code: $0, parent: nil) })
    let table = IndicatorTable(
      units: (0..<7).map { "u\($0)" }, codes: codes,
      columns: codes.map { _ in (0..<7).map { _ in Double.random(in: 0...1, using: &random) } })
    for way in [Aggregation.geometric, .harmonic] {
      let index = CompositeIndex(structure: structure, aggregation: way)
      let study = try MethodStudy(of: index, table, alternatives: MethodAlternatives())
      let box = try #require(study.weightBox(range: 0.6))
      for unit in 0..<7 {
        let extremes = try study.extremes(of: unit, over: box)
        for extreme in [extremes.best, extremes.worst] {
          let weights = Dictionary(uniqueKeysWithValues: zip(codes, extreme.weights))
          let scores = try CompositeIndex(
            structure: structure.reweighted(weights), aggregation: way
          ).evaluate(table)
          #expect(scores.ranks[unit] == Double(extreme.rank))
          // The weights add up to one up to the precision of the solver.
          #expect(abs(scores.scores[unit] - extreme.score) < 1e-5)
        }
        #expect(extremes.best.isProved && extremes.worst.isProved)
      }
    }
    let index = CompositeIndex(structure: structure, aggregation: .median)
    let study = try MethodStudy(of: index, table, alternatives: MethodAlternatives())
    #expect(study.weightBox(range: 0.6) == nil)
  }

  @Test func mistakesTrap() async {
    await #expect(processExitsWith: .failure) { _ = MethodAlternatives(weightRange: 1) }
    await #expect(processExitsWith: .failure) { _ = MethodAlternatives(weightRange: -0.1) }
    await #expect(processExitsWith: .failure) { _ = MethodAlternatives(leastScore: 0) }
    await #expect(processExitsWith: .failure) {
      let structure = try IndexStructure([.init(code: "a", parent: nil)])
      let table = IndicatorTable(units: ["p", "q"], codes: ["a"], columns: [[1, 2]])
      _ = try MethodStudy(
        of: CompositeIndex(structure: structure), table,
        alternatives: MethodAlternatives(leavesOneOut: true))
    }
  }
}
