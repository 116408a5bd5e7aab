public import Panels
import Statistics

/// What separates a province from another of the same year, or from the median of the country.
///
/// The province takes over the other's values one after the other, in every order. In between it is a
/// province that does not exist, and is ranked beside all that do; these hold still.
public struct RankGap: Sendable {
  /// With whom a province is compared.
  public enum Other: Sendable, Hashable {
    /// Another province.
    case province(Province)
    /// A province that has the median of every indicator; there is none such.
    case median
  }

  /// The province.
  public let province: Province
  /// With whom it is compared.
  public let other: Other
  /// The rule of the year.
  public let rule: ScoringRule
  /// The gap, from the province to the other, as a sum of parts.
  public let gap: Decomposition
  /// Whether what the rule leaves of the published scores is a part.
  ///
  /// So where a rebuilt score is farther from the published one than rounding takes it, and every province
  /// ranked has one.
  public let usesPublishedScores: Bool
  /// The median of all scores; that of a province of median values is another.
  public let medianScore: Double
  /// The figures.
  let panel: Panel
  /// The year.
  let year: ScoredYear

  /// Explains the gap.
  ///
  /// - Parameters:
  ///   - province: a province of the panel.
  ///   - other: with whom it is compared.
  ///   - panel: the figures of the year.
  ///   - rule: the rule of the year.
  /// - Throws: what `ScoringRule.scoreboard(of:)` throws, and `IndexError.notRanked`,
  ///   `IndexError.noScore` or `IndexError.tooManyParts`.
  public init(
    of province: Province, against other: Other, panel: Panel, rule: ScoringRule
  ) throws {
    let year = try ScoredYear(panel: panel, rule: rule)
    let carries = !year.isExact && year.isPublished
    let own = try Stand(of: province, in: year, panel: panel, carries: carries)
    let rival =
      switch other {
      case .province(let rival): try Stand(of: rival, in: year, panel: panel, carries: carries)
      case .median:
        Stand(values: rule.indicators.compactMap { year.medians[$0] }, leftOver: 0, rule: rule)
      }
    let scores = year.rows.map { year.score(of: $0) + (carries ? year.leftOver(of: $0) : 0) }
    self.province = province
    self.other = other
    self.rule = rule
    self.panel = panel
    self.year = year
    usesPublishedScores = carries
    medianScore = scores.median ?? 0
    gap = try Self.gap(from: own, to: rival, among: scores, in: year, carries: carries)
  }

  /// What the compared have: values and a score.
  private struct Stand {
    let values: [Double]
    let leftOver: Double
    let score: Double

    init(values: [Double], leftOver: Double, rule: ScoringRule) {
      self.values = values
      self.leftOver = leftOver
      score = rule.score(values) + leftOver
    }

    init(
      of province: Province, in year: ScoredYear, panel: Panel, carries: Bool
    ) throws(IndexError) {
      let values = try year.rule.values(of: province, in: panel)
      let row = try year.row(of: province, in: panel)
      self.init(
        values: values, leftOver: carries ? year.leftOver(of: row) : 0, rule: year.rule)
    }
  }

  private static func gap(
    from own: Stand, to rival: Stand, among scores: [Double], in year: ScoredYear, carries: Bool
  ) throws(IndexError) -> Decomposition {
    func end(_ score: Double) -> Decomposition.End {
      .init(
        score: score, rank: Ranking.ofScores.rank(of: score, among: scores),
        provinces: scores.count)
    }
    var steps = zip(year.rule.components, zip(own.values, rival.values)).map { part, values in
      part.slope * (values.1 - values.0)
    }
    if carries { steps.append(rival.leftOver - own.leftOver) }
    let players = steps.indices.filter { steps[$0] != 0 }
    guard players.count <= RankGame.mostPlayers else {
      throw .tooManyParts(count: players.count, most: RankGame.mostPlayers)
    }
    let game = RankGame([
      .init(score: own.score, steps: players.map { steps[$0] }, rivals: scores)
    ])
    let shares = Dictionary(uniqueKeysWithValues: zip(players, game.shares))
    let codes = year.rule.indicators
    return Decomposition(
      from: end(own.score), to: end(rival.score),
      parts: steps.indices.map { place in
        let isIndicator = place < codes.count
        let median = isIndicator ? year.medians[codes[place]] : nil
        return Decomposition.Part(
          cause: isIndicator ? .indicator(codes[place]) : .unexplained,
          score: shares[place]?.score ?? 0, rank: shares[place]?.rank ?? 0,
          values: isIndicator
            ? .init(from: own.values[place], to: rival.values[place]) : nil,
          medians: median.map { .init(from: $0, to: $0) })
      })
  }
}
