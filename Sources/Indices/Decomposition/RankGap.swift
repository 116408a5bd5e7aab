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
  public let usesPublishedScores: Bool
  /// The median of all scores; that of a province of median values is another.
  public let medianScore: Double
  /// The figures.
  let panel: Panel
  private let year: ScoredYear

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
    func leftOver(_ row: Int) -> Double { carries ? year.leftOver(of: row) : 0 }
    func row(_ province: Province) throws(IndexError) -> Int {
      _ = try rule.values(of: province, in: panel)
      guard let row = panel.provinces.firstIndex(where: { $0.key == province.key }) else {
        throw .notRanked(province: province.nameVi, year: rule.year)
      }
      return row
    }
    let own = try row(province)
    let rival: Int? = if case .province(let rival) = other { try row(rival) } else { nil }
    let scores = year.rows.map { row in
      rule.score(rule.indicators.compactMap { year.value($0, of: row) }) + leftOver(row)
    }
    let from = rule.indicators.compactMap { year.value($0, of: own) }
    let to = rule.indicators.compactMap { code in
      rival.flatMap { year.value(code, of: $0) } ?? year.medians[code]
    }
    func end(_ score: Double) -> Decomposition.End {
      .init(
        score: score, rank: Ranking.ofScores.rank(of: score, among: scores),
        provinces: scores.count)
    }
    let start = rule.score(from) + leftOver(own)
    let unexplained = (rival.map(leftOver) ?? 0) - leftOver(own)
    var changes = zip(rule.components, zip(from, to)).map { part, values in
      (Decomposition.Cause.indicator(part.indicator), part.slope * (values.1 - values.0))
    }
    if carries { changes.append((.unexplained, unexplained)) }
    let differing = changes.filter { $0.1 != 0 }
    guard differing.count <= RankGame.mostPlayers else {
      throw IndexError.tooManyParts(count: differing.count, most: RankGame.mostPlayers)
    }
    let game = RankGame([.init(score: start, steps: differing.map(\.1), rivals: scores)])
    let shares = Dictionary(uniqueKeysWithValues: zip(differing.map(\.0), game.shares))
    gap = Decomposition(
      from: end(start), to: end(rule.score(to) + (rival.map(leftOver) ?? 0)),
      parts: changes.enumerated().map { index, change in
        let median = change.0.indicator.flatMap { year.medians[$0] }
        return Decomposition.Part(
          cause: change.0, score: shares[change.0]?.score ?? 0, rank: shares[change.0]?.rank ?? 0,
          values: change.0.indicator == nil ? nil : .init(from: from[index], to: to[index]),
          medians: median.map { .init(from: $0, to: $0) })
      })
    self.province = province
    self.other = other
    self.rule = rule
    self.panel = panel
    self.year = year
    usesPublishedScores = carries
    medianScore = scores.median ?? 0
  }

  /// What is worth knowing: what the parts mean, who is compared, and what they rest on.
  public func notes() -> [String] {
    let isInexact = !year.isExact
    return [
      Decomposition.meaning,
      "The province takes over the other's values, in between a province that does not exist, ranked "
        + "beside all \(gap.from.provinces) that do; these, the ranges and the rule hold still.",
      other == .median
        ? "The median province has the median of every indicator; there is none such. Its score is "
          + "\(Self.rounded(gap.to.score)); the median of all scores is \(Self.rounded(medianScore))."
        : nil,
      isInexact && usesPublishedScores
        ? "The rule of \(rule.year) does not give the published scores back exactly. What is left over "
          + "is unexplained" + (other == .median ? "; the median province has nothing of it." : ".")
        : nil,
      isInexact && !usesPublishedScores
        ? "The rule of \(rule.year) does not give the published scores back exactly, and not every "
          + "province has one: the rebuilt scores are compared, not the published."
        : nil,
    ].compactMap(\.self) + year.board.notes
  }

  private static func rounded(_ score: Double) -> String {
    "\((score * 1000).rounded() / 1000)"
  }
}
