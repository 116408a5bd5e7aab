import Panels

/// The figures that one year has of an indicator, by the keys of provinces.
struct YearColumn {
  let indicator: Indicator
  let values: [String: Double]

  /// The figures of all indicators, published scores excepted; of several panels' the first one's.
  static func columns(of year: Int, in panels: [Panel]) -> [YearColumn] {
    var seen: Set<String> = []
    return panels.flatMap { panel in
      panel.indicators.filter { $0.kind == .indicator }.compactMap { indicator -> YearColumn? in
        guard let values = panel.column(indicator.code, in: year),
          values.contains(where: { $0 != nil }), seen.insert(indicator.code).inserted
        else { return nil }
        let known = zip(panel.provinces, values).compactMap { province, value in
          value.map { (province.key, $0) }
        }
        return YearColumn(
          indicator: indicator, values: Dictionary(uniqueKeysWithValues: known))
      }
    }
  }
}
