import LinearAlgebra

extension Matrix {
  /// Σ sᵍ sᵍᵀ over the clusters g, with sᵍ the sum of the rows of the cluster; over the rows where there are
  /// no clusters.
  ///
  /// - Parameters:
  ///   - clusters: a cluster for each row.
  ///   - factor: what the sum is multiplied by.
  /// - Returns: columns × columns, symmetric to the last bit.
  func clusterSumsOfSquares(_ clusters: Grouping?, times factor: Double) -> Matrix {
    let sums = (0..<columns).map { index in
      guard let clusters else { return column(index) }
      var sums = [Double](repeating: 0, count: clusters.count)
      for (row, number) in column(index).enumerated() { sums[Int(clusters.codes[row])] += number }
      return sums
    }
    var products = Matrix(rows: columns, columns: columns)
    for first in 0..<columns {
      for second in first..<columns {
        let sum = zip(sums[first], sums[second]).reduce(0) { $0 + $1.0 * $1.1 }
        let product = factor * sum
        products[first, second] = product
        products[second, first] = product
      }
    }
    return products
  }
}
