package import Indices
package import Panels
import Sensitivity
import Statistics

extension Scoreboard {
  /// Where a province stands among all others of the board.
  ///
  /// - Precondition: the province is on the board.
  internal func standing(of province: Province) -> Standing {
    guard let row = self[province] else {
      preconditionFailure("\(province.nameVi) is not on the board")
    }
    let rivals = rows.filter { $0.province.key != province.key }.map(\.score)
    return Standing(score: row.score, rivals: rivals, ranking: .ofScores)
  }
}

extension Panel {
  /// The best value any province has had of an indicator in some years, inside the rule's range.
  package func best(of component: ScoringRule.Component, through year: Int) -> Double? {
    let years = years(of: component.indicator, through: year)
    return best(of: component, in: years)
  }

  /// The best value any province had of an indicator in given years, inside the rule's range.
  internal func best(of component: ScoringRule.Component, in years: [Int]) -> Double? {
    let values = years.flatMap { column(component.indicator, in: $0) ?? [] }.compactMap { $0 }
    return component.direction == .positive
      ? values.max().map { min($0, component.maximum) }
      : values.min().map { max($0, component.minimum) }
  }

  /// The unit of every indicator, by code.
  internal var units: [String: String] {
    Dictionary(uniqueKeysWithValues: indicators.map { ($0.code, $0.unit.rawValue) })
  }
}
