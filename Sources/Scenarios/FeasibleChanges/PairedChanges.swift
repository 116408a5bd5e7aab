import Panels

/// The net yearly changes of two indicators at a time, of the province-years that have both.
struct PairedChanges {
  /// Two indicators.
  struct Pair {
    /// The numbers of the indicators, the later one first.
    let row: Int
    let column: Int
    /// The province of each province-year, by year and province.
    let provinces: [Int]
    /// The changes of the values.
    let first: [Double]
    let second: [Double]

    /// The changes, each as often as its province counts; once where nothing is said.
    func changes(_ counts: [Int]?) -> (first: [Double], second: [Double]) {
      guard let counts else { return (first, second) }
      var drawn: (first: [Double], second: [Double]) = ([], [])
      for place in provinces.indices {
        for _ in 0..<counts[provinces[place]] {
          drawn.first.append(first[place])
          drawn.second.append(second[place])
        }
      }
      return drawn
    }
  }

  /// The number of indicators.
  let indicators: Int
  /// Every two indicators.
  let pairs: [Pair]

  /// Pairs changes.
  ///
  /// - Parameters:
  ///   - past: the changes of each indicator.
  ///   - indicators: the indicators.
  ///   - panel: the figures they are of.
  init(of past: [IndicatorChanges], _ indicators: [Indicator], in panel: Panel) {
    let size = panel.provinces.count
    let columns = zip(past, indicators).map { past, indicator in
      Dictionary(
        uniqueKeysWithValues: past.cases.map {
          ($0.year * size + $0.province, indicator.direction.sign * $0.net)
        })
    }
    self.indicators = columns.count
    pairs = columns.indices.flatMap { row in
      (0..<row).map { column in
        let both = columns[row].keys.filter { columns[column][$0] != nil }.sorted()
        return Pair(
          row: row, column: column, provinces: both.map { $0 % size },
          first: both.compactMap { columns[row][$0] },
          second: both.compactMap { columns[column][$0] })
      }
    }
  }
}
