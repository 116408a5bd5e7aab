/// How the figures of a chart are measured and written.
public struct ChartAxis: Sendable {
  /// What is measured, with its unit.
  public let label: String
  /// What the axis holds at the least; where none is given, round figures around what is drawn.
  public let bounds: ClosedRange<Double>?
  /// Whether the lowest figure stands where the highest would: ranks, of which the first is the best.
  public let isReversed: Bool
  /// Writes a figure for people.
  public let format: @Sendable (Double) -> String

  /// Describes an axis.
  ///
  /// - Parameters:
  ///   - label: what is measured, with its unit.
  ///   - bounds: what the axis holds at the least, finite and apart.
  ///   - isReversed: whether it runs the other way.
  ///   - format: writes a figure for people.
  public init(
    label: String, bounds: ClosedRange<Double>? = nil, isReversed: Bool = false,
    format: @escaping @Sendable (Double) -> String
  ) {
    if let bounds {
      precondition(
        bounds.lowerBound.isFinite && bounds.upperBound.isFinite
          && bounds.lowerBound < bounds.upperBound,
        "an axis runs between two figures that differ")
    }
    self.label = label
    self.bounds = bounds
    self.isReversed = isReversed
    self.format = format
  }

  /// The scale of some figures between two places.
  func scale(of figures: [Double], at first: Double, _ last: Double) -> LinearScale {
    let range: (low: Double, high: Double)
    if let bounds {
      // No figure is drawn where it is not: one beyond the bounds moves the end.
      range = (
        figures.reduce(bounds.lowerBound, min), figures.reduce(bounds.upperBound, max)
      )
    } else {
      range = LinearScale.round(figures.min() ?? 0, figures.max() ?? 1)
    }
    return isReversed
      ? LinearScale(from: range.high, to: range.low, at: first, last)
      : LinearScale(from: range.low, to: range.high, at: first, last)
  }

  /// The figures written along the axis: round ones, and the first of ranks, which are counted from 1.
  func ticks(_ scale: LinearScale, count: Int) -> [Double] {
    var ticks = scale.ticks(count)
    let low = min(scale.start, scale.end)
    let step = ticks.count > 1 ? ticks[1] - ticks[0] : 0
    // Ranks begin with 1, which is no round figure: it stands in for the tick it would run into.
    if low == 1, let first = ticks.first, first > 1, step > 1 {
      if first - low < step / 2 { ticks.removeFirst() }
      ticks.insert(low, at: 0)
    }
    return ticks
  }

  /// How many figures find room along so many units.
  func count(along length: Double, of figures: [Double]) -> Int {
    let widest = figures.map { TextSize.width(format($0)) }.max() ?? 0
    return max(2, min(8, Int(length / (widest + 22))))
  }
}
