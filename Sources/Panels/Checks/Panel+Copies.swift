extension Panel {
  /// Figures that look copied: a column that repeats the year before, a province that repeats another.
  ///
  /// Survey answers never repeat by chance for all provinces; hard data may not have been renewed.
  public func copies() -> [Remark] {
    years.flatMap { year in repeatedColumns(in: year) + repeatedProvinces(in: year) }
  }

  private func repeatedColumns(in year: Int) -> [Remark] {
    indicators.compactMap { indicator in
      guard indicator.kind == .indicator, let now = column(indicator.code, in: year),
        let before = column(indicator.code, in: year - 1)
      else { return nil }
      let pairs = zip(now, before).compactMap { pair in
        pair.0.flatMap { now in pair.1.map { (now, $0) } }
      }
      // Medians of days fall on few values; where they are many, they differ somewhere.
      guard pairs.count > 10, Set(pairs.map(\.0)).count > 10, pairs.allSatisfy({ $0.0 == $0.1 })
      else { return nil }
      return Remark(
        .warning, year: year, indicator: indicator.code,
        "every figure is that of \(year - 1): the data were not renewed")
    }
  }

  private func repeatedProvinces(in year: Int) -> [Remark] {
    let subindices = Set(indicators.map(\.subindex)).sorted()
    return subindices.flatMap { subindex -> [Remark] in
      let columns = indicators(of: subindex, in: year).compactMap { column($0.code, in: year) }
      guard columns.count > 1 else { return [] }
      var first: [[Double]: Province] = [:]
      return provinces.enumerated().compactMap { row, province in
        let figures = columns.compactMap { $0[row] }
        guard figures.count == columns.count else { return nil }
        guard let twin = first[figures] else {
          first[figures] = province
          return nil
        }
        return Remark(
          .error, year: year, province: province.key,
          "\(province.nameVi) has all the figures of \(twin.nameVi) in \(subindex)")
      }
    }
  }
}
