public import Panels

/// Where the range comes from that an indicator is scored on.
public enum RangePolicy: Sendable, Hashable {
  /// The extremes of that year alone.
  case own
  /// The extremes of all years up to that one: never narrowed, as the index widens its ranges.
  case running
  /// The extremes of given years together, for every year alike.
  case pooled(ClosedRange<Int>)
}

extension Panel {
  /// The range of an indicator by a policy; the codebook's scale goes before it.
  ///
  /// - Parameters:
  ///   - indicator: the code of an indicator.
  ///   - year: the year to be scored.
  ///   - policy: where the range comes from.
  /// - Returns: nil where there are no figures, or all are equal.
  public func range(
    of indicator: String, in year: Int, by policy: RangePolicy
  ) -> ClosedRange<Double>? {
    if let scale = self.indicator(indicator)?.scale { return scale }
    let through = if case .pooled(let years) = policy { years.upperBound } else { year }
    let extremes = extremes(of: indicator, through: through).filter { entry in
      switch policy {
      case .own: entry.key == year
      case .running: true
      case .pooled(let years): years.contains(entry.key)
      }
    }
    guard let lowest = extremes.values.map(\.lowerBound).min(),
      let highest = extremes.values.map(\.upperBound).max(), lowest < highest
    else { return nil }
    return lowest...highest
  }
}
