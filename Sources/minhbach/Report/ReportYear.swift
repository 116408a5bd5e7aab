import Indices
import Panels
import Plans
import Scenarios
import Statistics

/// What the reports of all provinces on one year share, worked out once.
struct ReportYear {
  let profiles: ProfileData
  let source: DataOptions
  let year: Int
  let rule: ScoringRule
  let board: Scoreboard
  /// The published years up to this one, ascending, each with its ranks.
  let past: [ReportPast]
  /// The years of the plan that were published since, ascending.
  let later: [ReportPast]
  /// The years of the plan from which on scores do not compare with those before.
  let breaksAhead: [Int]
  /// The rank that each province likely has, by its key; empty where no sampling errors are known.
  let likely: [String: ClosedRange<Int>]
  /// How figures changed in the past; nil where no past years tell.
  let changes: PastChanges?
  /// How plans are made, and the futures that come without them.
  let plans: PlanStudy
  /// The last year of plans and futures.
  let finalYear: Int
  let tiles: [MapTile]
  /// The rows of the year, best first; provinces of one rank by their names.
  let ranked: [Scoreboard.Row]
  let words: Words

  var data: LoadedData { profiles.loaded }
  var names: Names { plans.names }
  var sampled: SampledAnswer { plans.sampled }

  /// Whether the rule is fitted: what it gives back is near what was published, and not the same.
  var isApproximate: Bool { rule.standing == .approximate }

  /// The province's own goal where none was named: above the median; from there ten places, or half of those that are
  /// left; nil at the first rank.
  func usualGoal(of province: Province) -> Goal? {
    guard let rank = board[province]?.rank, rank > 1 else { return nil }
    if rank > board.rows.count / 2 { return .median }
    return .places(min(10, max(1, rank / 2)))
  }
}

/// The published scores and ranks of a year.
struct ReportPast {
  let year: Int
  /// The score and the rank of each province, by its key.
  let standings: [String: (score: Double, rank: Int)]
  /// The ranks that each likely had; empty where that is not known, as of rules that are fitted.
  let likely: [String: ClosedRange<Int>]
  /// The median score.
  let median: Double
  /// Whether its scores compare with those of the year before.
  let isComparable: Bool
}

extension ReportYear {
  /// The published years of which scores of all provinces are known.
  ///
  /// - Parameters:
  ///   - years: the years looked for.
  ///   - data: the figures, with published scores.
  ///   - errors: the sampling errors of a year's ranks; nil where none are known.
  /// - Returns: the years found, ascending.
  /// - Throws: what is wrong with a file.
  static func published(
    in years: ClosedRange<Int>, of data: LoadedData, errors: (Int) throws -> SampledRanks?
  ) throws -> [ReportPast] {
    guard let score = data.publishedScore else { return [] }
    return try data.panel.years(of: score.code).filter(years.contains).compactMap { year in
      guard let column = data.panel.column(score.code, in: year) else { return nil }
      let known = zip(data.panel.provinces, column).compactMap { province, value in
        value.map { (key: province.key, score: $0) }
      }
      guard known.count == data.panel.provinces(in: year).count else { return nil }
      let ranks = Ranking.ofScores.ranks(of: known.map(\.score))
      return ReportPast(
        year: year,
        standings: Dictionary(
          uniqueKeysWithValues: zip(known, ranks).map { ($0.key, ($0.score, $1)) }),
        likely: try errors(year)?.likelyRanks() ?? [:],
        median: known.map(\.score).median ?? 0,
        isComparable: score.isComparable(withYearBefore: year))
    }
  }
}

extension LoadedData {
  /// The published scores of the sub-index.
  var publishedScore: Indicator? {
    panel.indicators.first { $0.isScore && $0.subindex == DataOptions.subindex }
  }
}
