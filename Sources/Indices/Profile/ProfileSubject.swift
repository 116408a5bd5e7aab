import Tables
public import Panels

/// What a profile is about: a sub-index with its indicators, or the whole index with its sub-indices.
public struct ProfileSubject: Sendable {
  /// The name of the sub-index, or `scores` for the whole index.
  public let name: String
  /// The points of the whole that a score of one makes: 10 for the total, which runs to 100.
  public let pointsPerScore: Double
  private let isWholeIndex: Bool
  private let rules: [Int: ScoringRule]

  /// The name of the whole index.
  public static let wholeIndexName = "scores"

  /// A sub-index and its indicators.
  ///
  /// - Parameters:
  ///   - name: the sub-index.
  ///   - rules: the rules known, of which those of other sub-indices are left aside.
  public init(subindex name: String, rules: [ScoringRule]) {
    self.name = name
    pointsPerScore = 1
    isWholeIndex = false
    self.rules = Dictionary(
      rules.filter { $0.subindex == name }.map { ($0.year, $0) }, uniquingKeysWith: { $1 })
  }

  /// The whole index and its sub-indices.
  ///
  /// - Parameters:
  ///   - weights: how the sub-indices make the total.
  ///   - years: the years that may be asked for.
  /// - Throws: `IndexError.badRule` where the weights of a year do not add up to 100.
  public init(weights: TotalWeights, years: [Int]) throws(IndexError) {
    name = Self.wholeIndexName
    pointsPerScore = 10
    isWholeIndex = true
    var rules: [Int: ScoringRule] = [:]
    for year in years { rules[year] = try weights.rule(for: year) }
    self.rules = rules
  }

  /// The rule of a year, where one is known.
  public func rule(for year: Int) -> ScoringRule? { rules[year] }

  /// The years with a rule, ascending.
  public var ruleYears: [Int] { rules.keys.sorted() }

  /// The published score or total of a year; nil where there is none.
  public func whole(in panel: Panel, _ year: Int) -> Indicator? {
    panel.indicators.first { indicator in
      (isWholeIndex ? indicator.kind == .total : indicator.isScore && indicator.subindex == name)
        && indicator.years.contains(year)
    }
  }

  /// What the whole is made of in a year: the rule's parts in its order, then others with figures.
  public func parts(in panel: Panel, _ year: Int) -> [Indicator] {
    let parts = rules[year]?.indicators ?? []
    let others = panel.indicators.filter { indicator in
      (isWholeIndex
        ? indicator.isScore : indicator.kind == .indicator && indicator.subindex == name)
        && !parts.contains(indicator.code)
        && panel.column(indicator.code, in: year)?.contains { $0 != nil } == true
    }
    return parts.compactMap(panel.indicator) + others
  }

  /// The latest year in which there are figures of the parts: of all, where a rule tells which.
  ///
  /// - Parameter panel: the figures.
  /// - Returns: the latest year of the panel where none has figures of parts; nil for an empty panel.
  public func latestYear(in panel: Panel) -> Int? {
    func isWhole(_ year: Int) -> Bool {
      guard let rule = rules[year] else { return !isWholeIndex && !parts(in: panel, year).isEmpty }
      let provinces = panel.provinces(in: year).count
      return rule.indicators.allSatisfy { code in
        let known = panel.column(code, in: year)?.count { $0 != nil } ?? 0
        return known > 0 && (!isWholeIndex || 2 * known > provinces)
      }
    }
    return panel.years.last(where: isWhole) ?? panel.years.last
  }

  /// The score or total of every province: as published, or by the rule.
  ///
  /// A year in which a province scored by the rule has no published one, as units made of several
  /// provinces have not, is told by the rule for all.
  ///
  /// - Parameters:
  ///   - panel: the figures.
  ///   - year: the year.
  /// - Returns: one value per province of the panel; nil where nothing is known.
  /// - Throws: `IndexError.badRule` for a rule that contradicts the codebook.
  func scores(of panel: Panel, in year: Int) throws -> Scores? {
    let column = whole(in: panel, year).flatMap { panel.column($0.code, in: year) }
    let published = column?.contains { $0 != nil } == true ? column : nil
    guard let board = try board(of: panel, in: year) else {
      return published.map { Scores(values: $0, rebuilt: nil, notes: []) }
    }
    let rebuilt = panel.provinces.map { province in
      board[province].map { pointsPerScore * $0.score }
    }
    let isPublished = zip(published ?? [], rebuilt).allSatisfy { $0.0 != nil || $0.1 == nil }
    guard let published, isPublished else {
      return Scores(values: rebuilt, rebuilt: rebuilt, notes: board.notes)
    }
    return Scores(values: published, rebuilt: rebuilt, notes: board.notes)
  }

  /// The replay of a year's rule; nil without a rule, and where no province has all its figures.
  private func board(of panel: Panel, in year: Int) throws -> Scoreboard? {
    guard panel.years.contains(year), let rule = rules[year] else { return nil }
    do {
      return try rule.scoreboard(of: panel)
    } catch IndexError.nothingToScore {
      return nil
    }
  }

  /// The scores of one year.
  struct Scores {
    /// The scores that count.
    let values: [Double?]
    /// The same by the rule; nil where it cannot be replayed.
    let rebuilt: [Double?]?
    /// What is worth knowing of the replay.
    let notes: [Phrase]
  }
}
