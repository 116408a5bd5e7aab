import Indices
import Reports
import Tables

extension Calibration {
  /// The rule as people read it; a weight that cannot be told is shown as its interval.
  func display(_ names: Names) -> Table {
    let weight = NumberFormat.decimals(4)
    let rows = coefficients.map { entry -> [Cell] in
      let weights = entry.weights.map { interval in
        entry.weight.map { weight.string($0) }
          ?? "\(weight.string(interval.lowerBound)) to \(weight.string(interval.upperBound))"
      }
      return [
        .text(names.indicator(entry.indicator)),
        entry.slope.map { .text(NumberFormat.decimals(6).string($0, isSigned: true)) } ?? .empty,
        weights.map(Cell.text) ?? .empty,
        entry.range.map { .text(names.value($0.lowerBound, of: entry.indicator)) } ?? .empty,
        entry.range.map { .text(names.value($0.upperBound, of: entry.indicator)) } ?? .empty,
        .text(entry.rangeSource.rawValue),
      ]
    }
    let residual =
      "The largest residual over \(provinces) provinces is "
      + "\(NumberFormat.scientific(largestResidual))."
    return Table(
      title: "\(subindex) \(year): the rule learned from the published scores",
      columns: ["indicator", "score per unit", "weight", "minimum", "maximum", "range is"],
      rows: rows, notes: [residual] + notes)
  }
}
