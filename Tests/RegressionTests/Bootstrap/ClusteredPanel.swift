import LinearAlgebra
import Regression
import TestSupport

/// An unbalanced panel of clusters of two units each, and years.
struct ClusteredPanel {
  let columns: Matrix
  let clusters: Grouping
  let units: Grouping
  let years: Grouping
  let weights: [Double]

  init(seed: UInt64, clusters count: Int = 7, missing: Int = 5) {
    var random = SplitMix64(seed: seed)
    var cells: [(unit: Int, year: Int)] = []
    for unit in 0..<2 * count { for year in 0..<6 { cells.append((unit, year)) } }
    for _ in 0..<missing { cells.remove(at: Int.random(in: cells.indices, using: &random)) }
    units = Grouping(name: "unit", labels: cells.map { "\($0.unit)" })
    clusters = Grouping(name: "cluster", labels: cells.map { "\($0.unit / 2)" })
    years = Grouping(name: "year", labels: cells.map { "\($0.year)" })
    func column() -> [Double] {
      cells.map { Double($0.unit % 5 + $0.year) + .random(in: -1...1, using: &random) }
    }
    columns = Matrix(rows: cells.count, columns: [column(), column(), column()])
    weights = cells.map { _ in .random(in: 0.5...2, using: &random) }
  }
}
