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
    if off.count <= max(3, entries.count / 10) || !canFit(rows: entries.count) { return rows(off) }
    let all = Array(residuals.indices)
    if let found = try constants(fitting: all) { return found.faults }
    if let other = try leftOut() { return [.leftOut(indicator: other)] }
    if let permuted = permutation(among: off) { return [permuted] }
    // A wrong constant moves nearly every score: where three in four agree, the others are wrong by
    // themselves.
    if off.count <= entries.count / 4 { return rows(off) }
    // A wrong constant and a few wrong rows: without those, the constant shows.
    if let kept = try withoutOutliers(), let found = try constants(fitting: kept) {
      let rest = all.filter { abs(found.left[$0]) > explained }
      return found.faults
        + rest.map { misprint(of: $0, difference: found.left[$0], slopes: found.slopes) }
    }
    return [try hidden()]
  }

  /// The published indicator that explains what the rule leaves, if there is one.
  private func leftOut() throws -> String? {
    try others.first { other in
      try fit(on: Array(residuals.indices), with: [other.values]).largest <= explained
    }?.code
  }

  /// What a fit may leave that explains the scores: rounding on both sides, and that of the values.
  private var explained: Double { 3 * tolerance }

  /// Whether so many rows can tell the constants of the rule: with none to spare, a fit explains anything.
  private func canFit(rows: Int) -> Bool { rows > rule.components.count + 3 }

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
      + rest.map {
        misprint(of: $0, difference: residuals[$0], slopes: rule.components.map(\.slope))
      }
  }

  private func swap(_ first: Int, _ second: Int) -> ReconciliationFault? {
    let (a, b) = (entries[first], entries[second])
    if a.interval.contains(b.rebuilt), b.interval.contains(a.rebuilt) {
      return .swappedScores(name(first), name(second))
    }
    let swapped = zip(rule.components, columns).filter { component, column in
      let change = component.slope * (column[second] - column[first])
      return abs(change) > tolerance && abs(residuals[first] - change) <= tolerance
        && abs(residuals[second] + change) <= tolerance
    }
    // Scores of two decimals may leave several indicators that would do: then none is named.
    guard swapped.count == 1, let (component, _) = swapped.first else { return nil }
    return .swappedValues(indicator: component.indicator, name(first), name(second))
  }

  /// One province's score that is not that of its values.
  ///
  /// - Parameters:
  ///   - row: the province.
  ///   - difference: the published score less what the values make by the right constants.
  ///   - slopes: the right slopes, one for each component.
  /// - Returns: the fault, with the values that would each explain it alone, inside their ranges.
  private func misprint(
    of row: Int, difference: Double, slopes: [Double]
  ) -> ReconciliationFault {
    let candidates = rule.components.indices.compactMap { position in
      let component = rule.components[position]
      let value = columns[position][row]
      let needed = value + difference / slopes[position]
      // An end of a range may be the value, and ends were typed rounded: 3.83 for 3.834 of 1.9, 0.2 %
      // of the range, is the coarsest. The score's own rounding comes on top, in units of the value.
      let doubt =
        2 * tolerance / abs(slopes[position]) + 0.01 * (component.maximum - component.minimum)
      return needed >= component.minimum - doubt && needed <= component.maximum + doubt
        ? ReconciliationFault.Candidate(
          indicator: component.indicator, value: value, needed: needed) : nil
    }
    return .misprint(province: name(row), difference: difference, candidates: candidates)
  }

  // MARK: Columns

  /// Whether the scores, or the values of one indicator, are right but stand beside other names.
  private func permutation(among off: [Int]) -> ReconciliationFault? {
    // Columns that differ by hardly more than rounding are alike when sorted, whatever the cause.
    guard residuals.contains(where: { abs($0) > 10 * tolerance }) else { return nil }
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
  ///
  /// - Parameter rows: the rows.
  /// - Returns: the faults, the slopes that were used, and what they leave of every residual.
  /// - Throws: what least squares throw.
  private func constants(
    fitting rows: [Int]
  ) throws -> (faults: [ReconciliationFault], slopes: [Double], left: [Double])? {
    let fit = try fit(on: rows, with: [])
    guard fit.largest <= explained else { return nil }
    let known = rule.components.map(\.slope)
    let slopes = zip(known, fit.coefficients.dropFirst()).map { $0 + $1 }
    var faults: [ReconciliationFault] = []
    for (position, component) in rule.components.enumerated() {
      let values = rows.map { columns[position][$0] }
      let reach =
        abs(fit.coefficients[position + 1]) * ((values.max() ?? 0) - (values.min() ?? 0))
      guard reach > explained else { continue }
      let width = component.maximum - component.minimum
      if abs(slopes[position] / known[position] + 1) < 1e-3 {
        faults.append(.wrongDirection(indicator: component.indicator))
      } else {
        faults.append(
          .wrongRange(
            indicator: component.indicator, width: width,
            impliedWidth: width * abs(known[position] / slopes[position])))
      }
    }
    if let exchanged = exchanged(slopes, reach: explained) { faults = [exchanged] }
    if !faults.isEmpty { return (faults, slopes, fit.left) }
    // The constant of a fit lies far from all values; the mean is known best.
    let mean = rows.reduce(0) { $0 + residuals[$1] } / Double(rows.count)
    let left = residuals.map { $0 - mean }
    guard rows.allSatisfy({ abs(left[$0]) <= explained }) else { return nil }
    return ([.shifted(by: mean)], known, left)
  }

  /// Two indicators that carry each other's slopes, all others being right: their columns are exchanged.
  private func exchanged(_ slopes: [Double], reach: Double) -> ReconciliationFault? {
    let known = rule.components.map(\.slope)
    func moves(_ position: Int, by change: Double) -> Bool {
      let values = columns[position]
      return abs(change) * ((values.max() ?? 0) - (values.min() ?? 0)) > reach
    }
    let wrong = known.indices.filter { moves($0, by: slopes[$0] - known[$0]) }
    guard wrong.count == 2, !moves(wrong[0], by: slopes[wrong[0]] - known[wrong[1]]),
      !moves(wrong[1], by: slopes[wrong[1]] - known[wrong[0]])
    else { return nil }
    return .exchangedColumns(
      rule.components[wrong[0]].indicator, rule.components[wrong[1]].indicator)
  }

  /// The rows that a fit explains once those it explains least are left out; nil where none is left out.
  private func withoutOutliers() throws -> [Int]? {
    var kept = Array(residuals.indices)
    let least = entries.count - max(3, entries.count / 10)
    guard canFit(rows: least) else { return nil }
    for _ in 0..<20 {
      let fit = try fit(on: kept, with: [])
      let ordered = residuals.indices.sorted {
        (abs(fit.left[$0]), $0) < (abs(fit.left[$1]), $1)
      }
      let next = ordered.prefix(least).sorted()
      if next == kept { break }
      kept = next
    }
    return kept
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
