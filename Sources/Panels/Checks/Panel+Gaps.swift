extension Panel {
  /// What is missing: a figure that other provinces of the year have, and an indicator that the codebook
  /// gives to a year from which its sub-index has figures.
  ///
  /// A province without any figure of a year was not surveyed, which is a note of its own.
  public func gaps() -> [Remark] {
    years.flatMap { year -> [Remark] in
      let present = indicators.filter { hasFigures(of: $0.code, in: year) }
      let measured = Set(present.filter { $0.kind == .indicator }.map(\.subindex))
      let columns = present.map { column($0.code, in: year) ?? [] }
      let surveyed = provinces.indices.filter { row in columns.contains { $0[row] != nil } }
      return unsurveyed(in: year, apartFrom: Set(surveyed))
        + zip(present, columns).flatMap { gaps(of: $0, $1, in: year, among: surveyed) }
        + indicators.compactMap { indicator in
          guard indicator.years.contains(year), indicator.kind == .indicator,
            measured.contains(indicator.subindex), !hasFigures(of: indicator.code, in: year)
          else { return nil }
          return Remark(
            .warning, year: year, indicator: indicator.code,
            "there is no figure at all, though other indicators of \(indicator.subindex) have theirs"
          )
        }
    }
  }

  /// Whether any province has a figure of an indicator in a year.
  func hasFigures(of indicator: String, in year: Int) -> Bool {
    column(indicator, in: year)?.contains { $0 != nil } == true
  }

  private func unsurveyed(in year: Int, apartFrom surveyed: Set<Int>) -> [Remark] {
    let left = provinces.indices.filter {
      provinces[$0].years.contains(year) && !surveyed.contains($0)
    }
    guard !left.isEmpty else { return [] }
    return [
      Remark(
        .note, year: year,
        "\(left.count) \(left.count == 1 ? "province has" : "provinces have") no figures: "
          + left.map { provinces[$0].nameVi }.joined(separator: ", "))
    ]
  }

  /// The missing figures of one indicator and year; one remark where most of the provinces have none.
  private func gaps(
    of indicator: Indicator, _ column: [Double?], in year: Int, among surveyed: [Int]
  ) -> [Remark] {
    let missing = surveyed.filter { column[$0] == nil }
    if missing.count * 2 > surveyed.count {
      return [
        Remark(
          .note, year: year, indicator: indicator.code,
          "only \(surveyed.count - missing.count) of \(surveyed.count) provinces have a figure")
      ]
    }
    return missing.map { row in
      Remark(
        .warning, year: year, province: provinces[row].key, indicator: indicator.code,
        "\(provinces[row].nameVi) has no figure")
    }
  }
}
