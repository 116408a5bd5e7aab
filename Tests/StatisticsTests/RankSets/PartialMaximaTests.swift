import Statistics
import TestSupport
import Testing

@Suite struct PartialMaximaTests {
  private static func estimates(_ count: Int, seed: UInt64) throws -> ScoreEstimates {
    var random = SplitMix64(seed: seed)
    let values = (0..<count).map { _ in Double.random(in: 0...8, using: &random) }
    // Some that are known, and some pairs that lead by as much as others.
    let errors = (0..<count).map { $0 % 7 == 6 ? 0 : [0.5, 0.5, 1, 0.25][$0 % 4] }
    return try ScoreEstimates(values, standardErrors: errors)
  }

  private static func settings(
    _ change: (inout RankConfidenceSets.Settings) -> Void = { _ in }
  ) -> RankConfidenceSets.Settings {
    var settings = RankConfidenceSets.Settings()
    settings.kind = .simultaneous
    settings.seed = 5
    change(&settings)
    return settings
  }

  private static func expect(
    _ found: RankConfidenceSets, _ whole: RankConfidenceSets,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(found.criticalValues == whole.criticalValues, sourceLocation: sourceLocation)
    #expect(found.bounds == whole.bounds, sourceLocation: sourceLocation)
    #expect(found.unsettled == whole.unsettled, sourceLocation: sourceLocation)
    #expect(found.draws == whole.draws, sourceLocation: sourceLocation)
    #expect(found.tiers() == whole.tiers(), sourceLocation: sourceLocation)
  }

  /// The whole draws anew for every step, and keeps no records.
  @Test(arguments: [1, 2, 3, 7], [0, 1, 2, 3, 12, 40])
  func partsJoinToTheBytesOfOneProcess(_ count: Int, units: Int) throws {
    let estimates = try Self.estimates(units, seed: UInt64(units))
    for (number, draws) in [1, 999, 25_000].enumerated() {
      let settings = Self.settings { $0.level = [0.95, 0.5, 0.99][number] }
      let drawing = RankSetDraws(of: estimates, settings: settings, draws: draws)
      var whole = settings
      whole.draws = .fixed(draws)
      let parts = cuts(draws, parts: count, seed: UInt64(count)).map(drawing.part)
      let expected = RankConfidenceSets(of: estimates, settings: whole)
      Self.expect(RankConfidenceSets(drawing, joining: parts), expected)
      let read = try parts.map { try drawing.part($0.replicates, reading: $0.rows) }
      Self.expect(RankConfidenceSets(drawing, joining: read), expected)
    }
  }

  @Test(arguments: [RankConfidenceSets.Side.twoSided, .lower, .upper], [true, false])
  func anySideAndOneStepJoinToo(_ side: RankConfidenceSets.Side, stepdown: Bool) throws {
    let estimates = try Self.estimates(20, seed: 2)
    let settings = Self.settings {
      $0.side = side
      $0.stepdown = stepdown
    }
    let drawing = RankSetDraws(of: estimates, settings: settings, draws: 30_000)
    var whole = settings
    whole.draws = .fixed(30_000)
    Self.expect(
      RankConfidenceSets(drawing, joining: cuts(30_000, parts: 4).map(drawing.part)),
      RankConfidenceSets(of: estimates, settings: whole))
  }

  @Test func dependentErrorsJoinToo() throws {
    let covariance = [1, 0.5, 0, 0.5, 2, 0.3, 0, 0.3, 1.5]
    let estimates = try ScoreEstimates([3, 1, 0], covariance: covariance)
    let drawing = RankSetDraws(of: estimates, settings: Self.settings(), draws: 5000)
    var whole = Self.settings()
    whole.draws = .fixed(5000)
    Self.expect(
      RankConfidenceSets(drawing, joining: cuts(5000, parts: 3).map(drawing.part)),
      RankConfidenceSets(of: estimates, settings: whole))
  }

  @Test func anyNumberOfThreadsWritesTheSameRows() throws {
    let estimates = try Self.estimates(15, seed: 4)
    let rows = [1, 2, 3].map { threads in
      RankSetDraws(
        of: estimates, settings: Self.settings { $0.threads = threads }, draws: 9000
      ).part(100..<7777).rows
    }
    #expect(rows[0] == rows[1])
    #expect(rows[0] == rows[2])
    // One draw in twenty is beyond the 95th percentile, and few others are kept.
    let kept = rows[0][1].numbers.count
    #expect(kept > 7677 / 20 && kept < 7677 / 2)
  }

  /// Records that are left out are drawn anew: nothing but time depends on the floor.
  @Test func emptyPartsOfTheRightShapeStillAnswerByDraws() throws {
    let estimates = try Self.estimates(10, seed: 6)
    let drawing = RankSetDraws(of: estimates, settings: Self.settings(), draws: 4000)
    let floor = drawing.part(0..<1).rows[0]
    let none = try drawing.part(
      0..<4000,
      reading: [
        floor, NumberRow("lengths", []), NumberRow("places", []), NumberRow("values", []),
      ])
    var whole = Self.settings()
    whole.draws = .fixed(4000)
    Self.expect(
      RankConfidenceSets(drawing, joining: [none]),
      RankConfidenceSets(of: estimates, settings: whole))
  }

  @Test func rowsThatCannotBeAreRefused() throws {
    let drawing = RankSetDraws(
      of: try Self.estimates(6, seed: 1), settings: Self.settings(), draws: 1000)
    let rows = drawing.part(0..<1000).rows
    func refusal(_ row: Int, _ numbers: [Double]) -> String? {
      var changed = rows
      changed[row] = NumberRow(rows[row].name, numbers)
      return message { try drawing.part(0..<1000, reading: changed) }
    }
    #expect(refusal(0, rows[0].numbers) == nil)
    #expect(refusal(0, [0]) == "row 1 is not the floor")
    #expect(refusal(1, [31]) == "row 2 is not lengths of 1000 draws at most")
    #expect(refusal(1, [0]) == "row 2 is not lengths of 1000 draws at most")
    #expect(
      refusal(1, .init(repeating: 1, count: 1001)) == "row 2 is not lengths of 1000 draws at most")
    let count = rows[2].numbers.count
    #expect(refusal(2, .init(repeating: 30, count: count)) == "row 3 is not places")
    #expect(refusal(2, []) == "row 3 is not places with \(count) numbers")
    #expect(refusal(3, [1]) == "row 4 is not values with \(count) numbers")
  }
}
