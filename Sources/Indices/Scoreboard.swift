public import Panels
public import Statistics
public import Tables

extension Ranking {
  /// Ranks of index scores.
  ///
  /// Scores are published as 32-bit numbers, which lie 4.8e-7 apart between 4 and 8, and the rules
  /// rebuild them to 8e-7. Two scores no further apart than 1e-6 cannot be told apart. The one tie
  /// of 2013–2019 is rebuilt to 4e-7; the smallest gap that is none is 4.2e-5.
  public static let ofScores = Ranking(tolerance: 1e-6)
}

/// The scores and ranks of one year, rebuilt by a rule, beside the published ones.
public struct Scoreboard: Sendable {
  /// One province.
  public struct Row: Sendable, Hashable {
    /// The province.
    public let province: Province
    /// The score by the rule.
    public let score: Double
    /// Its rank among the provinces scored; ties share the better rank.
    public let rank: Int
    /// The score as published.
    public let publishedScore: Double?
    /// Its rank among the published scores; nil where a province scored has none.
    public let publishedRank: Int?

    /// The rebuilt score less the published one.
    public var difference: Double? { publishedScore.map { score - $0 } }
  }

  /// The rule that was replayed.
  public let rule: ScoringRule
  /// The provinces scored, best first; tied ones in the order of the panel.
  public let rows: [Row]
  /// What is worth knowing: provinces that could not be scored, and doubts.
  public let notes: [Phrase]
  /// Why figures or rule may be wrong: published scores that the rule does not give back.
  public let doubts: [Phrase]

  /// The largest distance of a rebuilt score from the published one.
  public var largestDifference: Double? {
    rows.compactMap { $0.difference.map(abs) }.max()
  }

  /// The row of one province.
  public subscript(province: Province) -> Row? {
    rows.first { $0.province.key == province.key }
  }

  /// The ranks of the rows when equal scores share ranks by another rule than the minimum.
  ///
  /// - Parameter ties: the rule; `ordinal` goes by the order of the panel where scores are equal.
  /// - Returns: the ranks by the rule's scores and by the published ones, in the order of `rows`.
  public func ranks(ties: TieRule) -> [(rank: Double, published: Double?)] {
    let own = Ranking.ofScores.ranks(of: rows.map(\.score), ties: ties)
    guard rows.allSatisfy({ $0.publishedRank != nil }) else { return own.map { ($0, nil) } }
    let published = Ranking.ofScores.ranks(of: rows.compactMap(\.publishedScore), ties: ties)
    return zip(own, published).map { ($0, $1) }
  }

  /// One row per province: province, year, score, rank and the published ones, with the difference.
  ///
  /// - Parameters:
  ///   - ties: how equal scores share ranks.
  ///   - name: how a province is called.
  /// - Returns: the rows in their order.
  public func table(ties: TieRule = .minimum, name: (Province) -> String) -> Table {
    Table(
      title: "\(rule.subindex) \(rule.year)",
      columns: [
        "province", "year", "score", "rank", "published_score", "published_rank", "difference",
      ],
      rows: zip(rows, ranks(ties: ties)).map { row, ranks in
        [
          .text(name(row.province)), Cell(rule.year), .number(row.score), .number(ranks.rank),
          Cell(row.publishedScore), Cell(ranks.published), Cell(row.difference),
        ]
      },
      notes: notes)
  }
}

extension ScoringRule {
  /// Scores and ranks every province that has all the indicators of the rule.
  ///
  /// - Throws: `PanelError.noFigures` for a year without figures, `IndexError.badRule` for a rule that
  ///   contradicts the codebook, `IndexError.nothingToScore` when no province is complete.
  public func scoreboard(of panel: Panel) throws -> Scoreboard {
    try check(against: panel)
    let sample = try panel.sample(of: indicators, in: year)
    guard !sample.provinces.isEmpty else {
      let missing = indicators.filter { panel.years(of: $0).contains(year) == false }
      throw IndexError.nothingToScore(year: year, missing: missing)
    }
    let scores = sample.provinces.indices.map { row in score(sample.columns.map { $0[row] }) }
    let ranks = Ranking.ofScores.ranks(of: scores)
    let publishedColumn = panel.column(subindex, in: year)
    let published = publishedColumn?.compactMap { $0 } ?? []
    // A rank among those that happen to be published is not the published rank.
    let isPublished = sample.rowNumbers.allSatisfy { publishedColumn?[$0] != nil }
    let rows = sample.rowNumbers.enumerated().map { position, row in
      let score = publishedColumn?[row]
      return Scoreboard.Row(
        province: sample.provinces[position], score: scores[position], rank: ranks[position],
        publishedScore: score,
        publishedRank: isPublished
          ? score.map { Ranking.ofScores.rank(of: $0, among: published) } : nil)
    }
    // Tied scores differ in digits that mean nothing: the panel's order decides, not those digits.
    let notes = notes(on: sample.incomplete, in: panel)
    let order = rows.indices.sorted { (rows[$0].rank, $0) < (rows[$1].rank, $1) }
    let doubts = doubts(on: rows)
    return Scoreboard(
      rule: self, rows: order.map { rows[$0] }, notes: notes + doubts, doubts: doubts)
  }

  /// Which provinces are not scored, and for want of what.
  private func notes(on incomplete: [Province], in panel: Panel) -> [Phrase] {
    let absent = incomplete.filter { missing(of: $0, in: panel).count == components.count }
    let partial = incomplete.filter { missing(of: $0, in: panel).count < components.count }
    return partial.map { province in
      Phrase("\(province.nameVi) is not scored: \(missing(of: province, in: panel)) missing")
    }
      + (absent.isEmpty
        ? []
        : [
          Phrase("Not ranked in \(year), for want of any figure: \(absent.map(\.nameVi)).")
        ])
  }

  /// A warning where the rule does not give the published scores back.
  ///
  /// The rules give them back to 1e-6, rounded weights of two decimals to 0.005, and totals of 32-bit
  /// scores to 1e-5; a hundred times as much means that figures or rule are wrong: another year's file,
  /// two columns exchanged, a range mistyped.
  private func doubts(on rows: [Scoreboard.Row]) -> [Phrase] {
    let worst = rows.max { abs($0.difference ?? 0) < abs($1.difference ?? 0) }
    guard let worst, let difference = worst.difference,
      abs(difference) > max(1e-4, roundingOfWeights)
    else { return [] }
    let four = NumberFormat.upTo(decimals: 4)
    let size = Phrase("\(worst.province.nameVi) differs by \(difference, four)")
    return [
      standing == .approximate
        ? Phrase(
          """
          The rule of \(year) is fitted: something that is not published enters the scores, and the \
          rule misses them by up to \(abs(difference), four) (\(size)). Ranks by it are not the \
          published ones.
          """)
        : Phrase(
          """
          The rule of \(year) does not give the published scores back (\(size)): figures or rule are \
          wrong, and so is what rests on them.
          """)
    ]
  }

  /// Checks that the panel knows every indicator, and that each runs in the codebook's direction.
  private func check(against panel: Panel) throws(IndexError) {
    for component in components {
      guard let indicator = panel.indicator(component.indicator) else {
        throw .badRule(year: year, "\(component.indicator) is in no row of the codebook")
      }
      guard indicator.direction == component.direction else {
        throw .badRule(
          year: year,
          "\(component.indicator) is \(component.direction.rawValue), and "
            + "\(indicator.direction.rawValue) in the codebook")
      }
    }
  }

  /// The values of one province, one per component.
  ///
  /// - Throws: `IndexError.noScore` naming the indicators that are missing, `IndexError.notRanked`.
  public func values(of province: Province, in panel: Panel) throws(IndexError) -> [Double] {
    guard province.years.contains(year) else {
      throw .notRanked(province: province.nameVi, year: year)
    }
    let missing = missing(of: province, in: panel)
    guard missing.isEmpty else {
      throw .noScore(province: province.nameVi, year: year, missing: missing)
    }
    return indicators.compactMap { panel[province.key, $0, year] }
  }

  private func missing(of province: Province, in panel: Panel) -> [String] {
    indicators.filter { panel[province.key, $0, year] == nil }
  }
}
