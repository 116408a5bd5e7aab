import Statistics

extension CompositeIndex {
  /// Over which figures gaps are filled, outliers treated and scores made comparable.
  public enum Scaling: String, Sendable, Hashable, CaseIterable {
    /// Those of the same time: a score tells how a unit stood among the others then.
    case each = "year"
    /// Those of all times together: scores of different times compare.
    case pooled
  }

  /// Scores and ranks the units of every time.
  ///
  /// - Parameters:
  ///   - panel: tables with every column of `structure.columns`.
  ///   - scaling: over which figures indicators are scored; ranks are always of one time.
  ///   - stages: the tables to keep on the way.
  ///   - threads: the most times to work on at once; the answer is the same for any number.
  /// - Returns: scores and ranks, time by time.
  /// - Throws: `CompositeError`, of the earliest time at fault.
  public func evaluate(
    _ panel: IndicatorPanel, scaling: Scaling = .each, keeping stages: Set<Stage> = [],
    threads: Int = 1
  ) throws(CompositeError) -> [CompositeScores] {
    let tables = panel.tables
    guard scaling == .each || tables.count <= 1 else {
      return try evaluate(IndicatorTable(pooling: tables), keeping: stages)
        .split(among: tables, ties: ties)
    }
    guard let first = tables.first else { return [] }
    let plan = CompositePlan(self, columns: first.codes, keeping: stages)
    let cells = tables.reduce(0) { $0 + $1.units.count } * structure.columns.count
    // Nothing is drawn; the seed is not used.
    let work = Replicates(seed: 0, threads: cells < Self.parallelLimit ? 1 : max(1, threads))
    return try work.chunks(of: tables.indices, length: 1) {
      (chunk: Range<Int>) throws(CompositeError) in
      var evaluation = CompositeEvaluation(plan, tables[chunk.lowerBound])
      return try evaluation.run()
    }
  }

  /// The fewest figures for which starting a second thread pays.
  private static let parallelLimit = 100_000
}

extension IndicatorTable {
  /// The rows of several tables, one table after the other.
  init(pooling tables: [IndicatorTable]) {
    self.init(
      units: tables.flatMap(\.units), codes: tables[0].codes,
      columns: tables[0].codes.indices.map { column in tables.flatMap { $0.columns[column] } },
      groups: tables.allSatisfy { $0.groups != nil } ? tables.flatMap { $0.groups ?? [] } : nil)
  }

  /// The table of some of the rows.
  func rows(_ range: Range<Int>, time: String?) -> IndicatorTable {
    IndicatorTable(
      units: Array(units[range]), codes: codes, columns: columns.map { Array($0[range]) },
      time: time, groups: groups.map { Array($0[range]) })
  }
}

extension CompositeScores {
  /// The scores of pooled tables, each table's with ranks of its own.
  fileprivate func split(among tables: [IndicatorTable], ties: TieRule) -> [CompositeScores] {
    var start = 0
    var parts: [CompositeScores] = []
    for table in tables {
      let range = start..<start + table.units.count
      start = range.upperBound
      let own = Array(scores[range])
      parts.append(
        CompositeScores(
          units: table.units, time: table.time, scores: own,
          ranks: Ranking.ofComposite(own).ranks(of: own, ties: ties),
          aggregates: aggregates.rows(range, time: table.time),
          stages: stages.mapValues { $0.rows(range, time: table.time) },
          imputed: parts.isEmpty ? imputed : [], treated: parts.isEmpty ? treated : [],
          notes: parts.isEmpty ? notes : []))
    }
    return parts
  }
}

extension Ranking {
  /// Ranks of composite scores.
  ///
  /// Equal scores reached by different sums differ by rounding, some units of the last of sixteen
  /// digits: two scores no further apart than 1e-14 of the largest tie. More would make ties of
  /// chance where units are many: among 63,000 scores of 1 to 10 neighbours are 1e-4 apart, and of
  /// a million such gaps the least is about 1e-10.
  static func ofComposite(_ scores: [Double]) -> Ranking {
    Ranking(tolerance: 1e-14 * scores.reduce(0) { max($0, abs($1)) })
  }
}
