import Indices
import Panels
import Statistics

extension RivalHistory {
  /// One province from one year to the next.
  struct NetChange {
    let province: Int
    let year: Int
    /// The changes of the values, each less the median of all provinces, by indicator of the rule; nil where none.
    let changes: [Double?]
  }

  /// How much of a rule's weight a past year must tell of, for its changes to be drawn together.
  private static let enoughWeight = 0.5

  /// The past changes of provinces, each of all indicators together, by year and province.
  ///
  /// Of pairs of years in which indicators of half the rule's weight compare.
  var netChanges: [NetChange] {
    var rows: [Int: [[Double?]]] = [:]
    for (place, series) in series.enumerated() {
      for (before, after) in zip(series.years, series.years.dropFirst()) {
        let changes = zip(before.positions, after.positions).map { pair -> Double? in
          guard let first = pair.0, let last = pair.1 else { return nil }
          return (after.mean + last * after.spread) - (before.mean + first * before.spread)
        }
        let national = changes.compactMap { $0 }.median ?? 0
        var table =
          rows[before.year]
          ?? changes.map { _ in [Double?](repeating: nil, count: rule.components.count) }
        for (province, change) in changes.enumerated() {
          table[province][place] = change.map { $0 - national }
        }
        rows[before.year] = table
      }
    }
    return rows.keys.sorted().flatMap { year in
      (rows[year] ?? []).enumerated().map {
        NetChange(province: $0, year: year, changes: $1)
      }
    }.filter { weight(of: $0.changes) >= Self.enoughWeight }
  }

  /// What all provinces have shared: the changes of the means from one year to the next, by indicator of the rule.
  ///
  /// One row for each pair of years in which indicators of half the rule's weight compare, or else any. What a
  /// row does not tell of an indicator is taken from its known changes, in turn; zero where there are none.
  var commonChanges: [[Double]] {
    var rows: [Int: [Double?]] = [:]
    for (place, series) in series.enumerated() {
      for (before, after) in zip(series.years, series.years.dropFirst()) {
        rows[
          before.year, default: [Double?](repeating: nil, count: rule.components.count)][place] =
          after.mean - before.mean
      }
    }
    let years = rows.keys.sorted()
    let full = years.filter { weight(of: rows[$0] ?? []) >= Self.enoughWeight }
    let chosen = (full.isEmpty ? years : full).compactMap { rows[$0] }
    let known = rule.components.indices.map { place in chosen.compactMap { $0[place] } }
    return chosen.enumerated().map { number, row in
      row.enumerated().map { place, change in
        change ?? (known[place].isEmpty ? 0 : known[place][number % known[place].count])
      }
    }
  }

  private func weight(of changes: [Double?]) -> Double {
    zip(rule.components, changes).reduce(0) { $0 + ($1.1 == nil ? 0 : $1.0.weight) }
  }
}
