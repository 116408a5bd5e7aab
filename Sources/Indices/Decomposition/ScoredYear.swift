import Tables
import Panels
import Statistics

/// One year as its rule scores it: who is ranked, by which values, and what the rule leaves unexplained.
struct ScoredYear: Sendable {
  /// The rule.
  let rule: ScoringRule
  /// The scores and ranks by the rule.
  let board: Scoreboard
  /// The positions in the panel of the provinces ranked, ascending.
  let rows: [Int]
  /// The median of each indicator among the provinces ranked, by code.
  let medians: [String: Double]
  private let columns: [String: [Double?]]
  private let published: [Int: Double]

  /// Scores a year.
  ///
  /// - Throws: what `ScoringRule.scoreboard(of:)` throws.
  init(panel: Panel, rule: ScoringRule) throws {
    let board = try rule.scoreboard(of: panel)
    let ranked = Dictionary(uniqueKeysWithValues: board.rows.map { ($0.province.key, $0) })
    let rows = panel.provinces.indices.filter { ranked[panel.provinces[$0].key] != nil }
    let columns = Dictionary(
      uniqueKeysWithValues: rule.indicators.map { ($0, panel.column($0, in: rule.year) ?? []) })
    self.rule = rule
    self.board = board
    self.rows = rows
    self.columns = columns
    medians = columns.compactMapValues { column in rows.compactMap { column[$0] }.median }
    published = Dictionary(
      uniqueKeysWithValues: rows.compactMap { row in
        ranked[panel.provinces[row].key]?.publishedScore.map { (row, $0) }
      })
  }

  /// The largest distance of a rebuilt score from the published one.
  var largestLeftOver: Double { board.largestDifference ?? 0 }

  /// Whether the rule gives every published score back, to the precision of those and of its weights.
  var isExact: Bool {
    guard let scale = rule.components.first?.scale else { return true }
    let precision = PublishedPrecision(
      of: board.rows.compactMap(\.publishedScore),
      scaleWidth: scale.upperBound - scale.lowerBound)
    return largestLeftOver <= precision.halfWidth + rule.roundingOfWeights
  }

  /// Whether every province ranked has a published score.
  var isPublished: Bool { published.count == rows.count }

  /// The value of an indicator of the rule, of the province at a position in the panel.
  func value(_ indicator: String, of row: Int) -> Double? { columns[indicator]?[row] }

  /// The score by the rule of the province at a position in the panel, which is ranked.
  func score(of row: Int) -> Double {
    rule.score(rule.indicators.compactMap { value($0, of: row) })
  }

  /// What the published score of the province at a position in the panel has beyond the rule.
  func leftOver(of row: Int) -> Double {
    published[row].map { $0 - score(of: row) } ?? 0
  }

  /// What is worth knowing of the scores, but for what is said of a fitted rule as such.
  var notes: [Phrase] {
    rule.standing == .approximate
      ? board.notes.filter { !board.doubts.contains($0) } : board.notes
  }

  /// The position in the panel of a province that is ranked.
  ///
  /// - Throws: `IndexError.notRanked` or `IndexError.noScore`.
  func row(of province: Province, in panel: Panel) throws(IndexError) -> Int {
    _ = try rule.values(of: province, in: panel)
    guard let row = rows.first(where: { panel.provinces[$0].key == province.key }) else {
      throw .notRanked(province: province.nameVi, year: rule.year)
    }
    return row
  }
}
