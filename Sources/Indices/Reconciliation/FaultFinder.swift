import LinearAlgebra
import Panels
import Statistics

/// Finds what explains the differences between rebuilt and published scores.
///
/// A few provinces off: their rows. Many: the columns. A linear function of the printed indicators: the
/// rule's own constants. None of these: something hidden.
struct FaultFinder {
  private let rule: ScoringRule
  private let entries: [Reconciliation.Entry]
  /// Published less rebuilt.
  private let residuals: [Double]
  /// How far a residual can be rounding.
  private let tolerance: Double
  private let columns: [[Double]]
  /// Published indicators of the year that the rule does not know.
  private let others: [(code: String, values: [Double])]

  init(panel: Panel, rule: ScoringRule, entries: [Reconciliation.Entry]) throws {
    self.rule = rule
    self.entries = entries
    residuals = entries.map { -$0.difference }
    tolerance = entries.map { ($0.interval.upperBound - $0.interval.lowerBound) / 2 }.max() ?? 0
    columns = rule.indicators.map { code in
      entries.map { panel[$0.province.key, code, rule.year] ?? .nan }
    }
    others = panel.indicators
      .filter { indicator in
        indicator.subindex == rule.subindex && !rule.indicators.contains(indicator.code)
          && [.indicator, .context].contains(indicator.kind)
      }
      .compactMap { indicator in
        let values = entries.compactMap { panel[$0.province.key, indicator.code, rule.year] }
        return values.count == entries.count ? (indicator.code, values) : nil
      }
  }

  /// The faults, the surest first.
  func faults() throws -> [ReconciliationFault] {
    let off = residuals.indices.filter { abs(residuals[$0]) > tolerance }
    if off.count <= max(3, entries.count / 10) { return rows(off) }
    if let permuted = permutation(among: off) { return [permuted] }
    let all = Array(residuals.indices)
    if let found = try constants(fitting: all) { return found }
    // A wrong constant and a few wrong rows: without those, the constant shows.
    if let kept = try withoutOutliers(), let found = try constants(fitting: kept) {
      let rest = all.filter { !kept.contains($0) }
      return found
        + rest.map { .misprint(province: name($0), difference: residuals[$0], candidates: []) }
    }
    for other in others {
      let fit = try fit(on: all, with: [other.values])
      if fit.largest <= 10 * tolerance { return [.leftOut(indicator: other.code)] }
    }
    return [try hidden()]
  }

  // MARK: Rows

  private func rows(_ off: [Int]) -> [ReconciliationFault] {
    var faults: [ReconciliationFault] = []
    var rest = off
    for first in off {
      for second in off where second > first && rest.contains(first) && rest.contains(second) {
        guard let swap = swap(first, second) else { continue }
        faults.append(swap)
        rest.removeAll { $0 == first || $0 == second }
      }
    }
    return faults
      + rest.map { row in
        .misprint(
          province: name(row), difference: residuals[row], candidates: candidates(for: row))
      }
  }

  private func swap(_ first: Int, _ second: Int) -> ReconciliationFault? {
    let (a, b) = (entries[first], entries[second])
    if a.interval.contains(b.rebuilt), b.interval.contains(a.rebuilt) {
      return .swappedScores(name(first), name(second))
    }
    for (component, column) in zip(rule.components, columns) {
      let change = component.slope * (column[second] - column[first])
      if abs(change) > tolerance, abs(residuals[first] - change) <= tolerance,
        abs(residuals[second] + change) <= tolerance
      {
        return .swappedValues(indicator: component.indicator, name(first), name(second))
      }
    }
    return nil
  }

  /// The values that would each explain one province's score alone, inside their ranges.
  private func candidates(for row: Int) -> [ReconciliationFault.Candidate] {
    zip(rule.components, columns).compactMap { component, column in
      let needed = column[row] + residuals[row] / component.slope
      let width = component.maximum - component.minimum
      guard needed >= component.minimum - 1e-6 * width, needed <= component.maximum + 1e-6 * width
      else { return nil }
      return ReconciliationFault.Candidate(
        indicator: component.indicator, value: column[row], needed: needed)
    }
  }

  // MARK: Columns

  /// Whether the scores, or the values of one indicator, are right but stand beside other names.
  private func permutation(among off: [Int]) -> ReconciliationFault? {
    func same(_ first: [Double], _ second: [Double], to precision: Double) -> Bool {
      zip(first.sorted(), second.sorted()).allSatisfy { abs($0 - $1) <= precision }
    }
    if same(entries.map(\.rebuilt), entries.map(\.published), to: tolerance) {
      return .permutedScores(provinces: off.count)
    }
    for (component, column) in zip(rule.components, columns) {
      let needed = zip(column, residuals).map { $0 + $1 / component.slope }
      // Figures are stored with seven digits, which the slope turns into more of a score than rounding.
      if same(column, needed, to: 2 * tolerance / abs(component.slope)) {
        return .permutedValues(indicator: component.indicator, provinces: off.count)
      }
    }
    return nil
  }

  // MARK: Constants

  /// What the rule's constants are wrong by, where that explains given rows; nil where it does not.
  private func constants(fitting rows: [Int]) throws -> [ReconciliationFault]? {
    let fit = try fit(on: rows, with: [])
    guard fit.largest <= 10 * tolerance else { return nil }
    var faults: [ReconciliationFault] = []
    for (position, component) in rule.components.enumerated() {
      let change = fit.coefficients[position + 1]
      let values = columns[position]
      let reach = abs(change) * ((values.max() ?? 0) - (values.min() ?? 0))
      guard reach > 10 * tolerance else { continue }
      let slope = component.slope + change
      let width = component.maximum - component.minimum
      if abs(slope / component.slope + 1) < 1e-3 {
        faults.append(.wrongDirection(indicator: component.indicator))
      } else {
        faults.append(
          .wrongRange(
            indicator: component.indicator, width: width,
            impliedWidth: width * abs(component.slope / slope)))
      }
    }
    return faults.isEmpty ? [.shifted(by: fit.coefficients[0])] : faults
  }

  /// The rows that a fit explains once those it explains least are left out; nil where none is left out.
  private func withoutOutliers() throws -> [Int]? {
    var kept = Array(residuals.indices)
    let least = entries.count - max(3, entries.count / 10)
    for _ in 0..<20 {
      let fit = try fit(on: kept, with: [])
      let ordered = residuals.indices.sorted {
        (abs(fit.left[$0]), $0) < (abs(fit.left[$1]), $1)
      }
      let next = ordered.prefix(least).sorted()
      if next == kept { break }
      kept = next
    }
    return kept.count > rule.components.count + 2 ? kept : nil
  }

  private func hidden() throws -> ReconciliationFault {
    let fit = try fit(on: Array(residuals.indices), with: [])
    let scores = entries.map(\.published)
    let deviation = fit.left.standardDeviation ?? 0
    let spread = scores.standardDeviation ?? 1
    return .hiddenComponent(
      largest: fit.largest, standardDeviation: deviation,
      explained: deviation * deviation / (spread * spread))
  }

  /// Least squares of the residuals on the printed indicators, and on more columns.
  private func fit(
    on rows: [Int], with more: [[Double]]
  ) throws -> (coefficients: [Double], left: [Double], largest: Double) {
    let all = [[Double](repeating: 1, count: entries.count)] + columns + more
    let design = Matrix(
      rows: rows.count, columns: all.map { column in rows.map { column[$0] } })
    let coefficients = try LeastSquares(design).coefficients(for: rows.map { residuals[$0] })
    let whole = Matrix(rows: entries.count, columns: all)
    let left = whole.residual(of: residuals, coefficients: coefficients)
    return (coefficients, left, rows.map { abs(left[$0]) }.max() ?? 0)
  }

  private func name(_ row: Int) -> String { entries[row].province.nameVi }
}
