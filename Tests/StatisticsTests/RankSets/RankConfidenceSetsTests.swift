import Foundation
import Statistics
import TestSupport
import Testing

@Suite struct RankConfidenceSetsTests {
  typealias Settings = RankConfidenceSets.Settings

  static func settings(_ change: (inout Settings) -> Void) -> Settings {
    var settings = Settings()
    change(&settings)
    return settings
  }

  @Test(arguments: RankConfidenceSets.Kind.allCases, RankConfidenceSets.Method.allCases)
  func twoUnitsAreToldApartExactlyFromTheKnownDifferenceOn(
    kind: RankConfidenceSets.Kind, method: RankConfidenceSets.Method
  ) throws {
    // √2 times the normal quantile at 0.975: 2.77180764869935589… by mpmath at 30 digits.
    let bar = 2.771807648699356
    let settings = Self.settings {
      $0.kind = kind
      $0.method = method
    }
    for (difference, isCertain) in [(bar - 1e-15, false), (bar + 1e-15, true)] {
      let sets = RankConfidenceSets(
        of: try ScoreEstimates([0, difference], standardErrors: [1, 1]), settings: settings)
      #expect(sets.bounds == (isCertain ? [2...2, 1...1] : [1...2, 1...2]))
      #expect(sets.ranks == [2, 1] && sets.draws == 0 && sets.unsettled == [])
      #expect(sets.isAbove(1, 0) == isCertain && !sets.isAbove(0, 1))
    }
  }

  @Test(arguments: RankConfidenceSets.Kind.allCases, RankConfidenceSets.Side.allCases)
  func noneAndOneUnitHaveWhatRanksThereAre(
    kind: RankConfidenceSets.Kind, side: RankConfidenceSets.Side
  ) throws {
    let settings = Self.settings {
      $0.kind = kind
      $0.side = side
    }
    let none = RankConfidenceSets(
      of: try ScoreEstimates([], standardErrors: []), settings: settings)
    #expect(none.bounds == [] && none.ranks == [])
    let one = RankConfidenceSets(
      of: try ScoreEstimates([3], standardErrors: [1]), settings: settings)
    #expect(one.bounds == [1...1] && one.ranks == [1])
  }

  @Test(arguments: RankConfidenceSets.Kind.allCases)
  func whatIsKnownIsRankedAndEqualKnowledgeIsATie(_ kind: RankConfidenceSets.Kind) throws {
    let sets = RankConfidenceSets(
      of: try ScoreEstimates([1, 2, 2, 5], standardErrors: [0, 0, 0, 0]),
      settings: Self.settings { $0.kind = kind })
    #expect(sets.ranks == [4, 2, 2, 1])
    #expect(sets.bounds == [4...4, 2...3, 2...3, 1...1])
    // A known score among estimates: the difference has the other's error alone.
    let mixed = RankConfidenceSets(
      of: try ScoreEstimates([0, 10], standardErrors: [0, 1]),
      settings: Self.settings { $0.kind = kind })
    #expect(mixed.bounds == [2...2, 1...1])
  }

  /// Columns of the reference tables, by their headings.
  private static func columns(_ name: String) throws -> [String: [Double]] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let text = try String(
      contentsOf: folder.appendingPathComponent("../Reference/ranks/\(name)"), encoding: .utf8)
    let lines = text.replacing("\"", with: "").split(separator: "\n").map {
      $0.split(separator: ",").map(String.init)
    }
    return Dictionary(
      uniqueKeysWithValues: lines[0].enumerated().map { column, heading in
        (heading, lines.dropFirst().map { Double($0[column]) ?? .nan })
      })
  }

  @Test(arguments: [
    (RankConfidenceSets.Kind.marginal, RankConfidenceSets.Method.automatic),
    (.marginal, .draws), (.simultaneous, .draws),
  ])
  func countriesHaveTheBoundsOfThePackageOfTheAuthors(
    kind: RankConfidenceSets.Kind, method: RankConfidenceSets.Method
  ) throws {
    let expected = try Self.columns("pisa2018_math_expected.csv")
    func column(_ name: String) throws -> [Int] { try #require(expected[name]).map { Int($0) } }
    let sets = RankConfidenceSets(
      of: try ScoreEstimates(
        try #require(expected["score"]), standardErrors: try #require(expected["se"])),
      settings: Self.settings {
        $0.kind = kind
        $0.method = method
      })
    #expect(sets.bounds.count == 38)
    #expect(sets.ranks == (try column("rank")))
    // Their draws are as many as these, and leave the same bounds open.
    let drawn = RankConfidenceSets(
      of: try ScoreEstimates(
        try #require(expected["score"]), standardErrors: try #require(expected["se"])),
      settings: Self.settings {
        $0.kind = kind
        $0.method = .draws
      })
    let prefix = kind == .marginal ? "marg" : "sim"
    let lower = try ["", "2", "3"].map { try column("\(prefix)L\($0)") }
    let upper = try ["", "2", "3"].map { try column("\(prefix)U\($0)") }
    var different = 0
    for unit in 0..<38 {
      for (bound, theirs) in [
        (sets.bounds[unit].lowerBound, lower.map { $0[unit] }),
        (sets.bounds[unit].upperBound, upper.map { $0[unit] }),
      ] where !theirs.contains(bound) {
        different += 1
        #expect(theirs.contains { abs($0 - bound) == 1 }, "\(unit): \(bound), \(theirs)")
        // At the edge by so many draws.
        #expect(
          drawn.unsettled.contains(unit) || Set(theirs).count > 1,
          "\(unit): \(bound), \(theirs)")
      }
    }
    #expect(different <= 4)
  }

  @Test func valuesByDrawsAndByQuadratureAgree() throws {
    var random = SplitMix64(seed: 3)
    let values = (0..<20).map { _ in Double.random(in: 0...5, using: &random) }
    let errors = (0..<20).map { _ in Double.random(in: 0.05...1, using: &random) }
    let estimates = try ScoreEstimates(values, standardErrors: errors)
    for side in RankConfidenceSets.Side.allCases {
      let exact = RankConfidenceSets(
        of: estimates, settings: Self.settings { $0.side = side })
      let drawn = RankConfidenceSets(
        of: estimates,
        settings: Self.settings {
          $0.side = side
          $0.method = .draws
        })
      #expect(exact.draws == 0 && drawn.draws == 20_000 && exact.unsettled == [])
      for (one, other) in zip(exact.criticalValues, drawn.criticalValues) {
        // Of 60 values that one is four errors off has a probability of 4e-3; draws are correlated.
        #expect(abs(one[0].value - other[0].value) < 4 * other[0].standardError)
        #expect(one[0].standardError == 0 && other[0].standardError > 0)
      }
    }
  }

  @Test func theLargestOfAllDifferencesIsTheStudentisedRange() throws {
    // scipy.stats.studentized_range.ppf(0.95, k, inf) / sqrt(2), SciPy 1.17.1.
    for (count, quantile) in [(3, 2.343700586), (10, 3.163683577), (63, 4.098165551)] {
      let sets = RankConfidenceSets(
        of: try ScoreEstimates(
          [Double](repeating: 0, count: count), standardErrors: [Double](repeating: 2, count: count)
        ), settings: Self.settings { $0.kind = .simultaneous })
      let critical = sets.criticalValues[0][0]
      #expect(abs(critical.value - quantile) < 4 * critical.standardError)
    }
  }
}
