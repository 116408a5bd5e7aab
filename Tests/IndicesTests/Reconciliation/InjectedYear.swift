import Indices
import Panels
import TestSupport

/// A year of real figures with its rule, to put faults into.
struct InjectedYear {
  /// A year of each set of indicators.
  static let vintages = [2005, 2008, 2013, 2019]

  let year: Int
  let rule: ScoringRule
  let panel: Panel
  /// The provinces with a score, in the order of the panel.
  let provinces: [Province]

  init(_ year: Int) throws {
    self.year = year
    rule = try Bundled.rule(year)
    panel = try Bundled.history(of: year)
    let scores = panel.column(Bundled.subindex, in: year) ?? []
    provinces = zip(panel.provinces, scores).filter { $0.1 != nil }.map(\.0)
  }

  /// The values of one indicator, or of the score, in the order of `provinces`.
  func column(_ code: String) -> [Double] {
    (panel.column(code, in: year) ?? []).compactMap(\.self)
  }

  /// The figures with one column replaced.
  func replacing(_ columns: [String: [Double]]) throws -> Panel {
    let rows = Dictionary(
      uniqueKeysWithValues: provinces.enumerated().map { ($0.element.key, $0.offset) })
    return try Bundled.history(of: year) { figure in
      guard let column = columns[figure.indicator], let row = rows[figure.province] else {
        return figure.value
      }
      return column[row]
    }
  }

  /// The rule with one component changed.
  func changing(
    _ indicator: String, weight: Double? = nil, minimum: Double? = nil, maximum: Double? = nil
  ) throws -> ScoringRule {
    try rule(
      rule.components.map { old in
        guard old.indicator == indicator else { return old }
        return ScoringRule.Component(
          indicator: old.indicator, dimension: old.dimension, weight: weight ?? old.weight,
          minimum: minimum ?? old.minimum, maximum: maximum ?? old.maximum,
          direction: old.direction)
      })
  }

  /// A rule of the same year.
  func rule(_ components: [ScoringRule.Component]) throws -> ScoringRule {
    try ScoringRule(year: year, subindex: Bundled.subindex, components: components)
  }

  func faults(_ panel: Panel? = nil, _ rule: ScoringRule? = nil) throws -> [ReconciliationFault] {
    try Reconciliation(of: panel ?? self.panel, by: rule ?? self.rule).faults
  }
}
