extension Panel {
  /// Where figures do not compare with those of the year before, though both years have them.
  public func breaks() -> [Remark] {
    zip(years, years.dropFirst()).flatMap { before, year -> [Remark] in
      guard before + 1 == year else { return [] }
      return indicators.compactMap { indicator in
        guard hasFigures(of: indicator.code, in: before), hasFigures(of: indicator.code, in: year),
          !indicator.isComparable(withYearBefore: year)
        else { return nil }
        let reason =
          indicator.kind == .indicator ? "it is measured anew each year" : "the method changed"
        return Remark(
          .note, year: year, indicator: indicator.code,
          "figures of \(year) do not compare with those of \(before): \(reason)")
      }
    }
  }
}
