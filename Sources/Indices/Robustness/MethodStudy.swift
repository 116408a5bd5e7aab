public import Tables
public import Statistics

/// An index with its alternatives, made ready to be ranked by any of them.
///
/// Gaps and outliers are treated as the index does, once; scores are made once for each way to score.
public struct MethodStudy: Sendable {
  /// The index.
  public let index: CompositeIndex
  /// What may be otherwise.
  public let alternatives: MethodAlternatives
  /// The units, as in the table.
  public let units: [String]
  /// The scores by the index's own method.
  public let scores: [Double]
  /// The ranks by the index's own method; equal scores share the better rank.
  public let ranks: [Int]
  /// How scores become ranks.
  public let ranking: Ranking
  /// What is worth knowing of the index itself.
  public let notes: [Phrase]
  /// The indicators' scores by way to score, the index's own first.
  internal let normalised: [IndicatorTable]
  /// The same for means of positive scores: none below the least score where some are not positive.
  internal let positive: [IndicatorTable]

  /// Scores a table in every way there is.
  ///
  /// Alternatives that the index has as its own are left out. Where scores are raised to the least score
  /// a note says so.
  ///
  /// - Parameters:
  ///   - index: the index.
  ///   - table: the figures; it has every column of `structure.columns`.
  ///   - alternatives: what may be otherwise.
  ///   - ranking: how scores become ranks; nil to take only what rounding may tell apart for equal.
  /// - Throws: `CompositeError` where a way to score or to put together cannot be taken.
  /// - Precondition: where one indicator may be left out, there are two at least.
  public init(
    of index: CompositeIndex, _ table: IndicatorTable, alternatives: MethodAlternatives,
    ranking: Ranking? = nil
  ) throws(CompositeError) {
    try self.init(of: index, table, alternatives: alternatives, ranking: ranking, notes: [])
  }

  /// The same with what is worth knowing of where the table came from.
  internal init(
    of index: CompositeIndex, _ table: IndicatorTable, alternatives: MethodAlternatives,
    ranking: Ranking?, notes: [Phrase], naming name: (String) -> String = { $0 }
  ) throws(CompositeError) {
    precondition(
      !alternatives.leavesOneOut || index.structure.indicatorNumbers.count > 1,
      "the only indicator cannot be left out")
    if alternatives.leavesOneOut { try index.requireTwoFigures(in: table) }
    let uniform = index.uniformAggregation
    let alternatives = MethodAlternatives(
      normalisations: alternatives.normalisations.filter { $0 != index.normalisation },
      aggregations: alternatives.aggregations.filter { $0 != uniform },
      weighsEqually: alternatives.weighsEqually, weightRange: alternatives.weightRange,
      leavesOneOut: alternatives.leavesOneOut, leastScore: alternatives.leastScore)
    let own = try index.evaluate(table, keeping: [.normalised])
    let ways = try ([index.normalisation] + alternatives.normalisations).map {
      (normalisation) throws(CompositeError) in
      try ScoredWay(index.with(normalisation: normalisation), table, alternatives)
    }
    self.index = index
    self.alternatives = alternatives
    normalised = ways.map(\.scored)
    positive = ways.map(\.positive)
    units = own.units
    scores = own.scores
    let raised = ways.reduce(into: Set<Int>()) { $0.formUnion($1.raised) }
      .sorted().map { name(own.units[$0]) }
    self.notes = notes + own.notes + [alternatives.note(onRaised: raised)].compactMap(\.self)
    let ranking =
      ranking ?? Ranking(tolerance: 1e-12 * own.scores.reduce(0) { max($0, abs($1)) })
    self.ranking = ranking
    ranks = ranking.ranks(of: own.scores)
  }
}

/// A table scored in one way, for means of any scores and for means of positive ones.
private struct ScoredWay {
  let scored: IndicatorTable
  let positive: IndicatorTable
  /// The units whose scores were raised, by number.
  let raised: [Int]

  /// The share of scores that may be raised: where more are not positive the scale is not one that
  /// geometric means are taken of.
  private static let rareShare = 0.05

  init(
    _ index: CompositeIndex, _ table: IndicatorTable, _ alternatives: MethodAlternatives
  ) throws(CompositeError) {
    let scored = try index.scored(table)
    let low = scored.units.indices.filter { unit in scored.columns.contains { $0[unit] <= 0 } }
    let count = scored.columns.reduce(0) { $0 + $1.count { $0 <= 0 } }
    let isRare =
      Double(count) <= Self.rareShare * Double(scored.columns.count * scored.units.count)
    let least = isRare ? alternatives.leastScore : nil
    self.scored = scored
    positive = least.map { low.isEmpty ? scored : scored.raised(to: $0) } ?? scored
    raised = least == nil ? [] : low
    // Every way to put together is tried once, so that what cannot be taken is told at the start.
    for aggregation in alternatives.aggregations where !aggregation.needsPositive || least == nil {
      _ = try index.with(normalisation: index.normalisation, aggregation: aggregation)
        .evaluate(table)
    }
  }
}

extension MethodAlternatives {
  /// What is worth knowing where scores were raised for means of positive ones.
  fileprivate func note(onRaised units: [String]) -> Phrase? {
    let means = aggregations.filter(\.needsPositive).map {
      $0 == .geometric ? Phrase("geometric") : Phrase("harmonic")
    }
    guard !units.isEmpty, !means.isEmpty else { return nil }
    let named = means.dropFirst().reduce(means[0]) { Phrase("\($0) and \($1)") }
    return Phrase(
      """
      In \(named) means the lowest scores are raised to \
      \(leastScore ?? 0, .decimals(1)) where some are not positive: those of \(units).
      """)
  }
}

extension CompositeIndex {
  /// Checks that a unit still has a figure with any one indicator left out, where gaps are not filled.
  fileprivate func requireTwoFigures(in table: IndicatorTable) throws(CompositeError) {
    guard imputation == .none else { return }
    let codes = structure.indicatorNumbers.map { structure.elements[$0].code }
    let columns = zip(table.codes, table.columns).filter { codes.contains($0.0) }.map(\.1)
    for unit in table.units.indices where columns.count(where: { !$0[unit].isNaN }) == 1 {
      throw .notAggregated(
        aggregate: structure.elements[structure.indexNumber].code, time: table.time,
        "\(table.units[unit]) has one figure only, and with that indicator left out it has none; fill "
          + "the gaps, or leave no indicator out")
    }
  }

  /// The one way that all levels are put together in; nil where they differ.
  internal var uniformAggregation: Aggregation? {
    let ways = Set(structure.aggregateLevels.map(aggregation(onLevel:)))
    return ways.count == 1 ? ways.first : nil
  }

  /// The same index with another way to score, and to put together on every level.
  internal func with(
    normalisation: Normalisation, aggregation: Aggregation? = nil
  ) -> CompositeIndex {
    CompositeIndex(
      structure: structure, imputation: imputation, treatment: treatment,
      normalisation: normalisation, aggregation: aggregation ?? self.aggregation,
      aggregationByLevel: aggregation == nil ? aggregationByLevel : [:], ties: ties)
  }

  /// The indicators' scores of a table.
  fileprivate func scored(_ table: IndicatorTable) throws(CompositeError) -> IndicatorTable {
    guard let scored = try evaluate(table, keeping: [.normalised]).stages[.normalised] else {
      preconditionFailure("a stage that is to be kept is kept")
    }
    return scored
  }
}

extension IndicatorTable {
  /// The same with all lower figures raised to a least one; gaps remain.
  fileprivate func raised(to least: Double) -> IndicatorTable {
    IndicatorTable(
      units: units, codes: codes,
      columns: columns.map { $0.map { $0 < least ? least : $0 } }, time: time, groups: groups)
  }
}
