public import Tables
public import Indices
public import Panels
public import Sensitivity
import Statistics

/// Which indicators move ranks most in a whole country.
///
/// Every province's good years and shares of variance, and the same in bootstrap samples of provinces' histories.
/// A sample is one for all provinces, so that what is summed up over them is drawn jointly.
public struct CountryDrivers: Sendable {
  /// The rule of the year.
  public let rule: ScoringRule
  /// The provinces that are scored, in the order of the panel.
  public let provinces: [ProvinceGains]
  /// Each indicator's share of the variance of the score, by province and indicator.
  public let shares: [[Double]]
  /// The changes that all is drawn from.
  public let past: PastChanges
  /// What becomes of the rule's ranges when a province passes an end.
  public let ranges: RankedIndex.Ranges
  /// What is worth knowing of the scores.
  public let boardNotes: [Phrase]
  internal let draws: [Draw]

  /// What one bootstrap sample tells: by province and indicator.
  internal struct Draw: Sendable {
    let gains: [[ProvinceGains.Gain]]
    let shares: [[Double]]
  }

  /// What one province adds to all draws.
  private typealias Drawn = (province: ProvinceGains, shares: [Double], draws: [OneDraw])
  /// One province in one draw.
  private typealias OneDraw = (gains: [ProvinceGains.Gain], shares: [Double])

  /// The number of provinces studied between two reports of progress.
  private static let batch = 8

  /// Studies all provinces of a year.
  ///
  /// - Parameters:
  ///   - past: the past changes, with their draws.
  ///   - panel: the figures they are of; nothing later than the year is used.
  ///   - ranges: what becomes of the rule's ranges when a province passes an end.
  ///   - progress: told how many provinces are done.
  /// - Throws: `IndexError` where nobody can be scored, `PanelError`; `DependenceError` never for correlations that
  ///   were shrunk to be positive definite.
  public init(
    from past: PastChanges, in panel: Panel, ranges: RankedIndex.Ranges = .held,
    progress: (Int) -> Void = { _ in }
  ) throws {
    let rule = past.rule
    let board = try rule.scoreboard(of: panel)
    let members = try panel.sample(of: rule.indicators, in: rule.year).provinces
    let counts = past.samples.counts
    let correlations = past.replicates.chunks(of: 0..<counts.count, length: 8) { chunk in
      chunk.map { ChangeCorrelation(of: past.pairs, counts: counts[$0]).matrix }
    }.flatMap { $0 }
    var found: [Drawn] = []
    for start in stride(from: 0, to: members.count, by: Self.batch) {
      let batch = start..<min(start + Self.batch, members.count)
      found += try past.replicates.chunks(of: batch, length: 1) { chunk in
        try chunk.map { try Self.drawn(members[$0], past, panel, ranges, correlations) }
      }.flatMap { $0 }
      progress(found.count)
    }
    self.rule = rule
    self.past = past
    self.ranges = ranges
    boardNotes = board.notes
    provinces = found.map(\.province)
    shares = found.map(\.shares)
    let size = found.map(\.draws.count).min() ?? 0
    draws = (0..<size).map { draw in
      Draw(
        gains: found.map { $0.draws[draw].gains }, shares: found.map { $0.draws[draw].shares })
    }
  }

  /// One province, and what it gains in each draw.
  private static func drawn(
    _ province: Province, _ past: PastChanges, _ panel: Panel, _ ranges: RankedIndex.Ranges,
    _ correlations: [[[Double]]]
  ) throws -> Drawn {
    let gains = try ProvinceGains(of: province, from: past, in: panel, ranges: ranges)
    let laws = gains.feasible.laws
    let places = gains.drawnGains
    // A sample without any case of some indicator is told by none.
    let size = laws.map(\.goodDraws.count).min() ?? 0
    let draws = try (0..<size).map { draw -> OneDraw in
      let shares = try gains.varianceShares(
        laws.map { $0.deviationDraws[draw] }, correlations[draw])
      return (places.map { $0[draw] }, shares)
    }
    return (gains, try gains.varianceShares(), draws)
  }

  /// The provinces in groups.
  ///
  /// - Parameter grouping: how; nil for all as one.
  /// - Returns: the groups, none of them empty.
  public func groups(by grouping: ProvinceGroup.Grouping?) -> [ProvinceGroup] {
    ProvinceGroup.all(
      by: grouping, of: provinces.map(\.province), ranks: provinces.map(\.index.rank))
  }
}
