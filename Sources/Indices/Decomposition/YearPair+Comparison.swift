import Panels

extension YearPair {
  /// Why two years do not compare as they stand.
  public enum Obstacle: Sendable, Hashable {
    /// The rules have other weights or indicators.
    case rule
    /// The question behind an indicator changed in between, by its code.
    case question(String)
  }

  /// What stands against comparing the years as they are; nothing where they compare.
  public var obstacles: [Obstacle] {
    (before.isComparable(with: after) ? [] : [.rule])
      + shared.filter { !comparable.contains($0) }.map(Obstacle.question)
  }

  /// The indicators of the first rule alone.
  public var dropped: [String] { before.indicators.filter { !shared.contains($0) } }

  /// The indicators of the second rule alone.
  public var added: [String] { after.indicators.filter { !shared.contains($0) } }

  /// The shared indicators whose question stayed the same, in the order of the second rule.
  public var comparable: [String] {
    let years = min(before.year, after.year)...max(before.year, after.year)
    return shared.filter { code in
      guard let indicator = panel.indicator(code) else { return false }
      return years.dropFirst().allSatisfy(indicator.isComparable(withYearBefore:))
    }
  }

  /// The same years under one rule of our own, made of what compares in both.
  ///
  /// It has the comparable indicators with the weights of the second rule, made to add up to one, and the
  /// ranges of the second rule. No published score was made by it, and its ranks are its own.
  ///
  /// - Returns: nil where the years compare as they are, or nothing does.
  /// - Throws: what `ScoringRule.scoreboard(of:)` throws for either year.
  public func onComparableIndicators() throws -> YearPair? {
    let kept = Set(comparable)
    let parts = after.components.filter { kept.contains($0.indicator) }
    guard !obstacles.isEmpty, !parts.isEmpty else { return nil }
    let sum = parts.reduce(0) { $0 + $1.weight }
    func rule(_ year: Int) throws -> ScoringRule {
      try ScoringRule(
        year: year, subindex: after.subindex,
        components: parts.map { part in
          ScoringRule.Component(
            indicator: part.indicator, dimension: part.dimension, weight: part.weight / sum,
            minimum: part.minimum, maximum: part.maximum, direction: part.direction,
            scale: part.scale)
        })
    }
    return try YearPair(panel: panel, from: rule(before.year), to: rule(after.year), isOurs: true)
  }
}
