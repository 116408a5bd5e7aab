extension Panel {
  /// Where figures do not compare with those of the year before, though both years have them.
  public func breaks() -> [Remark] {
    zip(years, years.dropFirst()).flatMap { before, year -> [Remark] in
      guard before + 1 == year else { return [] }
      return indicators.compactMap { indicator in
        guard hasFigures(of: indicator.code, in: before), hasFigures(of: indicator.code, in: year),
          !indicator.isComparable(withYearBefore: year)
        else { return nil }
        return Remark(
          .note, year: year, indicator: indicator.code,
          "figures of \(year) do not compare with those of \(before): \(indicator.reasonForBreaks)")
      }
    }
  }
}

extension Indicator {
  /// Why some years of it do not compare with the year before.
  fileprivate var reasonForBreaks: String {
    guard kind == .indicator else { return "the method changed" }
    // A factor score has the mean 0 in every year, so that it tells nothing of change.
    return unit == .factor
      ? "it is measured anew each year"
      : "the question, the coding of its answers or who was asked changed"
  }
}
