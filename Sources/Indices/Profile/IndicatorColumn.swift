import Panels
import Statistics

/// One indicator of one year over all provinces of a panel, by merit: its direction says what is better.
struct IndicatorColumn: Sendable {
  /// The indicator.
  let indicator: Indicator
  /// One value per province of the panel; nil where it is missing.
  let values: [Double?]
  private let ranking: Ranking

  /// Takes the values of a year.
  ///
  /// Values are published, and equal shares are equal numbers but for the last digits of a division:
  /// two no further apart than a billionth of the largest tie. Scores tie as in `Ranking.ofScores`.
  init(_ indicator: Indicator, values: [Double?]) {
    self.indicator = indicator
    self.values = values
    let largest = values.reduce(0) { max($0, abs($1 ?? 0)) }
    ranking = indicator.unit == .score ? .ofScores : Ranking(tolerance: 1e-9 * largest)
  }

  /// The number of provinces with a value.
  var count: Int { values.count { $0 != nil } }

  /// Where a province stands among some; it counts as one of them only where its row is given.
  ///
  /// - Parameters:
  ///   - row: the province.
  ///   - rows: those it is compared with, its own among them.
  /// - Returns: the median and, where the province has a value, its rank.
  func place(of row: Int, among rows: [Int]) -> Profile.Place {
    let known = rows.compactMap { values[$0] }
    let merits = known.map(merit)
    let own = values[row].map(merit)
    return Profile.Place(
      median: known.median, count: known.count,
      rank: own.map { ranking.rank(of: $0, among: merits) },
      ties: own.map { ranking.ties(of: $0, among: merits) - 1 })
  }

  /// The rank of every province, nil where it has no value.
  var ranks: [Int?] {
    let merits = values.compactMap { $0.map(merit) }
    return values.map { $0.map { ranking.rank(of: merit($0), among: merits) } }
  }

  /// The best value and the rows that have it; no rows where nobody has a value.
  var leaders: (value: Double?, rows: [Int]) {
    let rows = zip(ranks, 0...).filter { $0.0 == 1 }.map(\.1)
    return (rows.compactMap { values[$0] }.map(merit).max().map(merit), rows)
  }

  /// The tenth best value, which opens the first ten; nil among fewer provinces.
  var tenthBest: Double? {
    ranking.scoreNeeded(for: 10, among: values.compactMap { $0.map(merit) }).map(merit)
  }

  /// The value with the sign that makes more better, and back again.
  private func merit(_ value: Double) -> Double { indicator.direction.sign * value }
}
