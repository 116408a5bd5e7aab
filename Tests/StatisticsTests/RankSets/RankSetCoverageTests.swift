import Foundation
import Statistics
import TestSupport
import Testing

/// How often sets hold the true ranks, in studies of 63 units made anew.
@Suite struct RankSetCoverageTests {
  /// True scores: all equal, spread like an index's, far apart, and in two blocks.
  private static let truths: [(name: String, scores: [Double])] = [
    ("equal", [Double](repeating: 5, count: 63)),
    ("index", (0..<63).map { 6 + 0.6 * NormalDistribution().quantile((Double($0) + 0.5) / 63) }),
    ("spread", (0..<63).map { Double($0) / 4 }),
    ("blocks", (0..<63).map { $0 < 31 ? 5 : 6.5 }),
  ]

  private static let errors = (0..<63).map { 0.15 + 0.1 * Double($0 * 17 % 10) / 10 }

  /// The ranks a unit may truly have: equal scores share all places between them.
  private static func isCovered(_ bounds: ClosedRange<Int>, of unit: Int, _ truth: [Double]) -> Bool
  {
    let better = truth.count { $0 > truth[unit] }
    let notWorse = truth.count { $0 >= truth[unit] }
    return bounds.lowerBound <= better + 1 && bounds.upperBound >= notWorse
  }

  @Test(arguments: 0..<4)
  func simultaneousSetsHoldAllRanksAsOftenAsClaimed(_ number: Int) throws {
    let truth = Self.truths[number].scores
    let studies = 60
    let normals = Replicates(seed: 21).normals(0..<studies, count: 63)
    var covered = 0
    for study in 0..<studies {
      var settings = RankConfidenceSets.Settings()
      settings.kind = .simultaneous
      settings.draws = .fixed(300)
      settings.seed = UInt64(study)
      let sets = RankConfidenceSets(
        of: try ScoreEstimates(
          (0..<63).map { truth[$0] + Self.errors[$0] * normals[study * 63 + $0] },
          standardErrors: Self.errors), settings: settings)
      if truth.indices.allSatisfy({ Self.isCovered(sets.bounds[$0], of: $0, truth) }) {
        covered += 1
      }
    }
    let share = Double(covered) / Double(studies)
    // Two standard errors of a share of 0.95 in 60 studies, and what 300 draws leave of the critical value.
    #expect(share > 0.95 - 2 * (0.95 * 0.05 / Double(studies)).squareRoot() - 0.02)
  }

  @Test(arguments: 0..<4)
  func aMarginalSetHoldsItsRankAsOftenAsClaimed(_ number: Int) throws {
    let truth = Self.truths[number].scores
    let studies = 4
    let normals = Replicates(seed: 22).normals(0..<studies, count: 63)
    var covered = [Int](repeating: 0, count: 63)
    for study in 0..<studies {
      let sets = RankConfidenceSets(
        of: try ScoreEstimates(
          (0..<63).map { truth[$0] + Self.errors[$0] * normals[study * 63 + $0] },
          standardErrors: Self.errors))
      for unit in 0..<63 where Self.isCovered(sets.bounds[unit], of: unit, truth) {
        covered[unit] += 1
      }
    }
    // Units of one study go together; as if all did, two standard errors in so few studies. That sets are not
    // too wide either is for the tests below.
    let share = Double(covered.reduce(0, +)) / Double(63 * studies)
    #expect(share > 0.95 - 2 * (0.95 * 0.05 / Double(studies)).squareRoot())
  }

  /// Where all true scores are equal, nothing may be claimed, and the sets are exact: the largest of all
  /// standardised differences exceeds the critical value in one study of twenty.
  @Test func ofEqualUnitsNothingIsClaimedInNineteenStudiesOfTwenty() throws {
    let estimates = try ScoreEstimates(
      [Double](repeating: 5, count: 63), standardErrors: Self.errors)
    var settings = RankConfidenceSets.Settings()
    settings.kind = .simultaneous
    settings.draws = .fixed(20_000)
    settings.seed = 99
    let critical = try #require(
      RankConfidenceSets(of: estimates, settings: settings).criticalValues.first?.first)
    let studies = 3000
    let normals = Replicates(seed: 23).normals(0..<studies, count: 63)
    var (all, first) = (0, 0)
    let own = try #require(RankConfidenceSets(of: estimates).criticalValues.first?.first).value
    for study in 0..<studies {
      let shocks = (0..<63).map { Self.errors[$0] * normals[study * 63 + $0] }
      var (largest, ofFirst) = (0.0, 0.0)
      for unit in 0..<63 {
        for other in 0..<unit {
          let error =
            (Self.errors[unit] * Self.errors[unit] + Self.errors[other] * Self.errors[other])
            .squareRoot()
          let size = abs(shocks[unit] - shocks[other]) / error
          largest = max(largest, size)
          if other == 0 { ofFirst = max(ofFirst, size) }
        }
      }
      if largest <= critical.value { all += 1 }
      if ofFirst <= own { first += 1 }
    }
    // Two standard errors of a share of 0.95 in 3,000 studies; of the drawn value's too, of 20,000 draws.
    let error = (0.95 * 0.05 / Double(studies)).squareRoot()
    let ofDraws = (0.95 * 0.05 / 20_000).squareRoot()
    #expect(
      abs(Double(all) / Double(studies) - 0.95) < 2
        * (error * error + ofDraws * ofDraws).squareRoot())
    #expect(abs(Double(first) / Double(studies) - 0.95) < 2 * error)
  }
}
