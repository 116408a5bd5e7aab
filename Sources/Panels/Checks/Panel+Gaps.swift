extension Panel {
  /// What is missing: a figure that other provinces of the year have, and an indicator that the codebook
  /// gives to a year from which its sub-index has figures.
  ///
  /// - Parameter expected: the indicators to look for; those of the panel where none are given.
  public func gaps(among expected: [Indicator]? = nil) -> [Remark] {
    let expected = expected ?? indicators
    return years.flatMap { year -> [Remark] in
      let present = expected.filter { hasFigures(of: $0.code, in: year) }
      let measured = Set(present.filter { $0.kind == .indicator }.map(\.subindex))
      return present.flatMap { gaps(of: $0, in: year) }
        + expected.compactMap { indicator in
          guard indicator.years.contains(year), indicator.kind == .indicator,
            measured.contains(indicator.subindex), !hasFigures(of: indicator.code, in: year)
          else { return nil }
          return Remark(
            .warning, year: year, indicator: indicator.code,
            "there is no figure at all, though other indicators of \(indicator.subindex) have theirs")
        }
    }
  }

  /// Whether any province has a figure of an indicator in a year.
  func hasFigures(of indicator: String, in year: Int) -> Bool {
    column(indicator, in: year)?.contains { $0 != nil } == true
  }

  /// The missing figures of one indicator and year; one remark where most of the provinces have none.
  private func gaps(of indicator: Indicator, in year: Int) -> [Remark] {
    let column = column(indicator.code, in: year) ?? []
    let asked = zip(provinces, column).filter { $0.0.years.contains(year) }
    let missing = asked.filter { $0.1 == nil }.map(\.0)
    if missing.count * 2 > asked.count {
      return [
        Remark(
          .note, year: year, indicator: indicator.code,
          "only \(asked.count - missing.count) of \(asked.count) provinces have a figure")
      ]
    }
    return missing.map { province in
      Remark(
        .warning, year: year, province: province.key, indicator: indicator.code,
        "\(province.nameVi) has no figure")
    }
  }
}
