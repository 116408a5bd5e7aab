/// The words of figures with intervals: the heads of their table, and how both are written in a row.
public struct IntervalColumns: Sendable, Hashable {
  /// The head of what the figures are of.
  public let label: String
  /// The head of the figures.
  public let value: String
  /// The head of the lower ends of intervals.
  public let low: String
  /// The head of the upper ends of intervals.
  public let high: String

  /// What intervals are, with how sure they are, for the legend.
  public let interval: String

  /// Collects the heads.
  public init(label: String, value: String, low: String, high: String, interval: String) {
    (self.label, self.value, self.low, self.high) = (label, value, low, high)
    self.interval = interval
  }

  /// A table of figures and intervals.
  func table(
    _ rows: [(label: String, value: Double, interval: ClosedRange<Double>?)],
    format: (Double) -> String
  ) -> ChartTable {
    ChartTable(
      columns: [label, value, low, high],
      rows: rows.map { row in
        [
          row.label, format(row.value), row.interval.map { format($0.lowerBound) } ?? "–",
          row.interval.map { format($0.upperBound) } ?? "–",
        ]
      })
  }

  /// A figure and its interval in a row: a dash joins ends, unless one has a sign to be mistaken for it.
  static func text(
    _ value: Double, _ interval: ClosedRange<Double>?, format: (Double) -> String
  ) -> String {
    guard let interval else { return format(value) }
    let ends = [interval.lowerBound, interval.upperBound].map(format)
    let hasSigns = ends.contains { $0.hasPrefix("−") || $0.hasPrefix("-") || $0.hasPrefix("+") }
    return "\(format(value)) (\(ends.joined(separator: hasSigns ? " … " : "–")))"
  }
}
