public import Panels

/// Years whose figures of some indicators compare throughout.
public struct SharedRun: Sendable, Hashable {
  /// The years.
  public let years: ClosedRange<Int>
  /// The indicators that every year of the run has, asked alike, in the order of the codebook.
  public let indicators: [String]
}

extension Panel {
  /// The longest runs of years for every set of indicators that years share.
  ///
  /// A run is listed where one year more, on either side, would cost an indicator. An indicator is
  /// shared where each year has figures of it and compares with the year before.
  ///
  /// - Parameters:
  ///   - subindex: the sub-index.
  ///   - least: the fewest indicators that make a run worth while.
  /// - Returns: the runs of two years or more, the longest first, then those of more indicators.
  public func sharedRuns(of subindex: String, atLeast least: Int = 3) -> [SharedRun] {
    var runs: [SharedRun] = []
    for (position, first) in years.enumerated() {
      for last in years[position...] where last > first {
        let shared = sharedIndicators(of: subindex, in: first...last)
        guard shared.count >= least,
          sharedIndicators(of: subindex, in: (first - 1)...last).count < shared.count,
          sharedIndicators(of: subindex, in: first...(last + 1)).count < shared.count
        else { continue }
        runs.append(SharedRun(years: first...last, indicators: shared))
      }
    }
    return runs.sorted {
      ($1.years.count, $1.indicators.count, $1.years.lowerBound)
        < ($0.years.count, $0.indicators.count, $0.years.lowerBound)
    }
  }

  /// The indicators that every one of some years has, asked alike.
  public func sharedIndicators(of subindex: String, in span: ClosedRange<Int>) -> [String] {
    guard years.contains(span.lowerBound), years.contains(span.upperBound) else { return [] }
    return indicators(of: subindex, in: span.upperBound).filter { indicator in
      let known = Set(years(of: indicator.code))
      return span.allSatisfy { known.contains($0) }
        && span.dropFirst().allSatisfy(indicator.isComparable(withYearBefore:))
    }.map(\.code)
  }
}
