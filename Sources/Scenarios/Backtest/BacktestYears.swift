import Indices
import Panels
import Statistics

/// Two consecutive years under one exact rule, in which every indicator compares.
struct BacktestYears {
  /// The rule of the year whose answer is tried.
  let before: ScoringRule
  /// The rule of the year it is held against.
  let after: ScoringRule

  /// The pairs of years that serve, in order.
  ///
  /// - Parameters:
  ///   - rules: the rules known.
  ///   - panel: the figures.
  ///   - span: the years looked at.
  /// - Returns: nothing where none serves.
  static func all(
    of rules: [ScoringRule], in panel: Panel, _ span: ClosedRange<Int>
  ) -> [BacktestYears] {
    let known = rules.filter { span.contains($0.year) && panel.years.contains($0.year) }
      .sorted { $0.year < $1.year }
    return zip(known, known.dropFirst()).map(BacktestYears.init).filter { $0.serves(in: panel) }
  }

  private func serves(in panel: Panel) -> Bool {
    let indicators = before.indicators.compactMap(panel.indicator)
    return after.year == before.year + 1 && before.standing == .exact
      && after.isComparable(with: before)
      && indicators.count == before.indicators.count
      && indicators.count >= AnswerBacktest.fewestIndicators
      && indicators.allSatisfy { $0.isComparable(withYearBefore: after.year) }
      // An answer takes some past, of one indicator at the least.
      && indicators.contains {
        !IndicatorChanges(of: $0, in: panel, through: before.year).cases.isEmpty
      }
  }

  /// The provinces' answers beside what the second year brought.
  ///
  /// - Parameters:
  ///   - answers: the answers of both years.
  ///   - panel: the figures.
  /// - Returns: a case for each province that has figures of all indicators in both years.
  func cases(_ answers: [Int: [PastAnswer]], in panel: Panel) -> [BacktestCase] {
    let later = Dictionary(
      uniqueKeysWithValues: (answers[after.year] ?? []).map { ($0.province, $0) })
    // In the order of the first rule, whatever that of the second.
    let places = before.indicators.map { after.indicators.firstIndex(of: $0) ?? 0 }
    let positions = Dictionary(uniqueKeysWithValues: zip(places, 0...))
    let changes = before.indicators.compactMap(panel.indicator).map { indicator in
      Dictionary(
        uniqueKeysWithValues: IndicatorChanges(of: indicator, in: panel, through: after.year).cases
          .filter { $0.year == before.year }.map { ($0.province, $0.net) })
    }
    return (answers[before.year] ?? []).compactMap { answer in
      let net = changes.compactMap { $0[answer.province] }
      guard net.count == changes.count, let next = later[answer.province] else { return nil }
      return BacktestCase(
        answer: answer, indicators: before.indicators, net: net, places: answer.rank - next.rank,
        nextOrder: next.order.compactMap { positions[$0] })
    }
  }
}

extension PastAnswer {
  /// The answers of a year to all provinces that are scored, in the order of the panel.
  ///
  /// - Parameters:
  ///   - rule: the rule of the year.
  ///   - panel: the figures; nothing later than the year is used.
  ///   - replicates: how many threads work.
  /// - Returns: one answer per province.
  /// - Throws: `IndexError`, `PanelError`; `ScenarioError.noHistory` in the first year there is.
  static func all(
    of rule: ScoringRule, in panel: Panel, _ replicates: Replicates
  ) throws -> [PastAnswer] {
    // No intervals are asked for: one draw is the least there is.
    let past = try PastChanges(in: panel, rule: rule, replicates: replicates, draws: 1)
    let scored = Set(try panel.sample(of: rule.indicators, in: rule.year).provinces.map(\.key))
    let rows = panel.provinces.indices.filter { scored.contains(panel.provinces[$0].key) }
    return try replicates.chunks(of: 0..<rows.count, length: 4) { chunk in
      try chunk.map { try PastAnswer(of: rows[$0], from: past, in: panel) }
    }.flatMap { $0 }
  }
}
