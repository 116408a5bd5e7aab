import Statistics
import TestSupport
import Testing

/// What holds of rank confidence sets whatever the estimates.
@Suite struct RankSetLawsTests {
  typealias Settings = RankConfidenceSets.Settings

  private static func settings(_ change: (inout Settings) -> Void) -> Settings {
    var settings = Settings()
    settings.draws = .fixed(2000)
    change(&settings)
    return settings
  }

  /// Estimates of a seed, with errors of which every fifth is zero.
  private static func estimates(_ count: Int, seed: UInt64) -> ([Double], [Double]) {
    var random = SplitMix64(seed: seed)
    let values = (0..<count).map { _ in Double.random(in: 0...3, using: &random) }
    let errors = (0..<count).map { place in
      place % 5 == 4 ? 0 : Double.random(in: 0.02...0.6, using: &random)
    }
    return (values, errors)
  }

  /// Settings of all kinds, by a number.
  private static let kinds: [Settings] = RankConfidenceSets.Kind.allCases.flatMap { kind in
    RankConfidenceSets.Side.allCases.flatMap { side in
      RankConfidenceSets.Method.allCases.map { method in
        settings {
          $0.kind = kind
          $0.side = side
          $0.method = method
        }
      }
    }
  }

  /// Whether each set lies within the other's.
  private static func lie(
    _ inner: RankConfidenceSets, within outer: RankConfidenceSets
  ) -> Bool {
    zip(inner.bounds, outer.bounds).allSatisfy {
      $1.lowerBound <= $0.lowerBound && $0.upperBound <= $1.upperBound
    }
  }

  @Test(arguments: kinds.indices)
  func shiftAndScaleChangeNothing(_ number: Int) throws {
    let (values, errors) = Self.estimates(12, seed: 1)
    let settings = Self.kinds[number]
    let sets = RankConfidenceSets(
      of: try ScoreEstimates(values, standardErrors: errors), settings: settings)
    // Powers of two and sums of few digits, so that nothing rounds to the other side.
    let moved = RankConfidenceSets(
      of: try ScoreEstimates(values.map { 4 * $0 }, standardErrors: errors.map { 4 * $0 }),
      settings: settings)
    #expect(moved.bounds == sets.bounds && moved.criticalValues == sets.criticalValues)
    let raised = RankConfidenceSets(
      of: try ScoreEstimates(values.map { $0 + 8 }, standardErrors: errors), settings: settings)
    #expect(raised.bounds == sets.bounds)
    for unit in 0..<12 {
      #expect(sets.bounds[unit].contains(sets.ranks[unit]))
    }
  }

  @Test(arguments: [RankConfidenceSets.Side.twoSided, .lower, .upper])
  func theOrderOfTheUnitsDoesNotMatter(_ side: RankConfidenceSets.Side) throws {
    let (values, errors) = Self.estimates(15, seed: 2)
    var random = SplitMix64(seed: 5)
    let order = Array(0..<15).shuffled(using: &random)
    let settings = Self.settings { $0.side = side }
    let sets = RankConfidenceSets(
      of: try ScoreEstimates(values, standardErrors: errors), settings: settings)
    let others = RankConfidenceSets(
      of: try ScoreEstimates(
        order.map { values[$0] }, standardErrors: order.map { errors[$0] }), settings: settings)
    #expect(others.bounds == order.map { sets.bounds[$0] })
    // By draws the same errors go to the units that have them.
    let deviations = Replicates(seed: 8).normals(0..<500, count: 15)
    func drawn(_ order: [Int], _ kind: RankConfidenceSets.Kind) throws -> RankConfidenceSets {
      RankConfidenceSets(
        of: try ScoreEstimates(
          order.map { values[$0] }, standardErrors: order.map { errors[$0] }),
        settings: Self.settings { $0.kind = kind },
        deviations: (0..<500).flatMap { draw in
          order.map { errors[$0] * deviations[draw * 15 + $0] }
        })
    }
    for kind in RankConfidenceSets.Kind.allCases {
      let straight = try drawn(Array(0..<15), kind)
      let shuffled = try drawn(order, kind)
      #expect(shuffled.bounds == order.map { straight.bounds[$0] })
      #expect(shuffled.draws == 500)
    }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func setsNestAsTheirClaimsDo(seed: UInt64) throws {
    let (values, errors) = Self.estimates(14, seed: seed)
    let estimates = try ScoreEstimates(values, standardErrors: errors)
    func sets(_ change: (inout Settings) -> Void) -> RankConfidenceSets {
      RankConfidenceSets(of: estimates, settings: Self.settings(change))
    }
    let marginal = sets { _ in }
    let simultaneous = sets { $0.kind = .simultaneous }
    #expect(Self.lie(marginal, within: simultaneous))
    #expect(Self.lie(marginal, within: sets { $0.stepdown = false }))
    #expect(Self.lie(marginal, within: sets { $0.level = 0.99 }))
    #expect(
      Self.lie(
        simultaneous,
        within: sets {
          $0.kind = .simultaneous
          $0.stepdown = false
        }))
    #expect(
      Self.lie(
        simultaneous,
        within: sets {
          $0.kind = .simultaneous
          $0.level = 0.99
        }))
    // A bound from one side alone is no wider than that side of both.
    for side in [RankConfidenceSets.Side.lower, .upper] {
      let one = sets { $0.side = side }
      for unit in 0..<14 {
        #expect(
          side == .lower
            ? one.bounds[unit].lowerBound >= marginal.bounds[unit].lowerBound
              && one.bounds[unit].upperBound == 14
            : one.bounds[unit].upperBound <= marginal.bounds[unit].upperBound
              && one.bounds[unit].lowerBound == 1)
      }
    }
  }

  @Test(arguments: kinds.indices)
  func anyNumberOfThreadsGivesTheSameSets(_ number: Int) throws {
    let (values, errors) = Self.estimates(11, seed: 9)
    let estimates = try ScoreEstimates(values, standardErrors: errors)
    func sets(_ threads: Int) -> RankConfidenceSets {
      var settings = Self.kinds[number]
      settings.threads = threads
      return RankConfidenceSets(of: estimates, settings: settings)
    }
    let (one, two) = (sets(1), sets(2))
    #expect(one.bounds == two.bounds && one.criticalValues == two.criticalValues)
    #expect(one.unsettled == two.unsettled)
  }

  @Test func drawsGrowUntilTheThirdDigitStandsOrTheLimitIsReached() throws {
    let estimates = try ScoreEstimates([0, 0.5, 1], standardErrors: [1, 1, 1])
    func sets(
      _ kind: RankConfidenceSets.Kind, _ draws: RankConfidenceSets.Draws
    ) -> RankConfidenceSets {
      RankConfidenceSets(
        of: estimates,
        settings: Self.settings {
          $0.kind = kind
          $0.draws = draws
        })
    }
    // Of a value near 2.3 with a density near 0.25 the error is 0.006 and 0.004: not below 0.0025.
    let grown = sets(.simultaneous, .until(limit: 40_000))
    #expect(grown.draws == 40_000 && !grown.criticalValues[0][0].isSettled)
    let asked = sets(.simultaneous, .fixed(40_000))
    #expect(asked.criticalValues == grown.criticalValues && asked.bounds == grown.bounds)
    #expect(sets(.simultaneous, .until(limit: 1000)).draws == 1000)
    // What needs no draws is settled at once.
    let exact = sets(.marginal, .until(limit: 40_000))
    #expect(exact.draws == 0 && exact.criticalValues.allSatisfy { $0.allSatisfy(\.isSettled) })
  }

  @Test func aSharedShockMovesNoRank() throws {
    let (values, errors) = Self.estimates(10, seed: 4)
    let covariance = (0..<100).map { place -> Double in
      let (row, column) = (place / 10, place % 10)
      let own = row == column ? errors[row] * errors[row] : 0
      return own + 0.25
    }
    let shared = try ScoreEstimates(values, covariance: covariance)
    #expect(shared.isIndependent)
    let sets = RankConfidenceSets(of: shared)
    let alone = RankConfidenceSets(of: try ScoreEstimates(values, standardErrors: errors))
    #expect(sets.bounds == alone.bounds && sets.draws == 0)
    for unit in 0..<10 {
      let error = (errors[unit] * errors[unit] + 0.25).squareRoot()
      #expect(abs(shared.standardErrors[unit] - error) < 1e-15)
    }
  }

  @Test func aKnownCovarianceIsDrawn() throws {
    // Two pairs of units whose errors are one and the same within the pair, one of them scaled.
    let factor: [[Double]] = [[1, 0], [1, 0], [0, 2], [0, 1]]
    let covariance = factor.flatMap { one in
      factor.map { other in one[0] * other[0] + one[1] * other[1] }
    }
    let estimates = try ScoreEstimates([0, 0.1, 0, 9], covariance: covariance)
    #expect(!estimates.isIndependent && estimates.differenceError(0, 1) == 0)
    let sets = RankConfidenceSets(of: estimates, settings: Self.settings { _ in })
    // The first two differ for certain, by however little.
    #expect(sets.isAbove(1, 0) && sets.bounds[0].lowerBound >= 2)
    #expect(sets.draws == 2000)
    // Between the others and the second pair one normal difference each, of sizes √5 and √2 and 1.
    #expect(abs(estimates.differenceError(0, 2) - 5.0.squareRoot()) < 1e-15)
    #expect(estimates.differenceError(2, 3) == 1)
  }

  @Test func groupsAreMadeOfWhatHasBeenShown() throws {
    let sets = RankConfidenceSets(
      of: try ScoreEstimates(
        [10, 9.9, 7.1, 7, 6.9, 1], standardErrors: [Double](repeating: 0.1, count: 6)),
      settings: Self.settings { $0.kind = .simultaneous })
    #expect(sets.tiers() == [1, 1, 2, 2, 2, 3])
    #expect(sets.bounds == [1...2, 1...2, 3...5, 3...5, 3...5, 6...6])
    #expect(sets.mayBeAmongFirst(1) == [0, 1] && sets.mayBeAmongFirst(3) == [0, 1, 2, 3, 4])
    #expect(sets.mayBeAmongLast(1) == [5] && sets.mayBeAmongLast(2) == [2, 3, 4, 5])
    #expect(sets.mayBeAmongFirst(0) == [] && sets.mayBeAmongFirst(6).count == 6)
    // A chain of neighbours that cannot be told apart: the tier ends where its leader is passed.
    let chain = RankConfidenceSets(
      of: try ScoreEstimates(
        (0..<7).map { -Double($0) }, standardErrors: [Double](repeating: 0.4, count: 7)),
      settings: Self.settings { $0.kind = .simultaneous })
    #expect(chain.tiers() == [1, 1, 2, 2, 3, 3, 4])
  }

  @Test func mistakesAreTold() async {
    #expect(
      message { try ScoreEstimates([1, .nan], standardErrors: [1, 1]) }
        == "the estimate of unit 2 is not a finite number")
    #expect(
      message { try ScoreEstimates([1, 2], standardErrors: [1, -1]) }
        == "the standard error of unit 2 is not a finite number of zero or more")
    #expect(
      message { try ScoreEstimates([1, 2], standardErrors: [.infinity, 1]) }
        == "the standard error of unit 1 is not a finite number of zero or more")
    #expect(
      message { try ScoreEstimates([1, 2], covariance: [1, 0.5, 0.4, 1]) }
        == "units 2 and 1 do not have one finite covariance")
    #expect(
      message { try ScoreEstimates([1, 2], covariance: [1, 2, 2, 1]) }
        == "the covariances of unit 2 contradict those before: no errors can have them")
    await #expect(processExitsWith: .failure) {
      _ = try ScoreEstimates([1], standardErrors: [])
    }
    await #expect(processExitsWith: .failure) {
      var settings = Settings()
      settings.level = 1
      _ = RankConfidenceSets(
        of: try ScoreEstimates([1], standardErrors: [1]), settings: settings)
    }
  }
}
