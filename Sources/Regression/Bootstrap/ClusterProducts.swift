internal import CKernels
internal import LinearAlgebra

/// The products of the columns of a regression within each cluster, from which replicates are summed up.
struct ClusterProducts: Sendable {
  /// The number of clusters.
  let clusters: Int
  /// The number of columns: effects, regressors and the response.
  let columns: Int
  /// The number of columns that are effects.
  let effects: Int
  /// Of each cluster the products of all columns with all columns, each scaled to length one.
  let values: [Double]
  /// The length of each column in the sample.
  let lengths: [Double]

  /// The number of regressors.
  var regressors: Int { columns - 1 - effects }

  /// What a coefficient of scaled columns is to be multiplied with.
  func scale(ofRegressor regressor: Int) -> Double {
    lengths[columns - 1] / lengths[effects + regressor]
  }

  /// The products of the whole sample.
  var sum: Matrix {
    var sum = Matrix(rows: columns, columns: columns)
    for cluster in 0..<clusters {
      for row in 0..<columns {
        for column in 0..<columns {
          sum[row, column] += values[(cluster * columns + row) * columns + column]
        }
      }
    }
    return sum
  }

  /// Takes the effects of units out, and multiplies.
  init(
    _ columns: Matrix, clusters: Grouping, unitEffects: Grouping?, otherEffects: Grouping?,
    weights: [Double]?, threads: Int?
  ) throws(LinearAlgebraError) {
    let levels = Self.levels(of: otherEffects, beside: unitEffects)
    let all = Matrix(
      rows: columns.rows,
      columns: levels.map { level in
        (otherEffects?.codes ?? []).map { Int($0) == level ? 1 : 0 }
      } + (0..<columns.columns).map { columns.column($0) })
    let transformation = WithinTransformation(
      groupings: unitEffects.map { [$0] } ?? [], weights: weights, threads: threads)
    let demeaned = try transformation.demeaned(all).columns
    let size = demeaned.columns
    self.clusters = clusters.count
    self.columns = size
    effects = levels.count
    var products = Self.products(of: demeaned, clusters: clusters, weights: weights)
    let lengths = (0..<size).map { column in
      let square = (0..<clusters.count).reduce(0.0) {
        $0 + products[($1 * size + column) * size + column]
      }
      return square > 0 ? square.squareRoot() : 1
    }
    for cluster in 0..<clusters.count {
      for row in 0..<size {
        for column in 0..<size {
          products[(cluster * size + row) * size + column] /= lengths[row] * lengths[column]
        }
      }
    }
    self.lengths = lengths
    values = products
  }

  /// The levels of other effects that can be told from the effects of units.
  ///
  /// In each part of the sample that shares no level with the rest, one cannot: the first is left out.
  /// So it is in every replicate, where more may be missing.
  private static func levels(of other: Grouping?, beside units: Grouping?) -> [Int] {
    guard let other else { return [] }
    guard let units else { return Array(0..<other.count) }
    let parts = units.components(with: other)
    var isSeen = [Bool](repeating: false, count: parts.count)
    return (0..<other.count).filter { level in
      let part = Int(parts.others[level])
      defer { isSeen[part] = true }
      return isSeen[part]
    }
  }

  /// The products of all pairs of columns, cluster by cluster.
  private static func products(
    of columns: Matrix, clusters: Grouping, weights: [Double]?
  ) -> [Double] {
    let size = columns.columns
    let rows = UnitRows([clusters], weights: weights)
    let ordered = Matrix(
      rows: columns.rows,
      columns: (0..<size).map { number in
        let column = columns.column(number)
        return rows.order.map { $0.map { column[Int($0)] } } ?? column
      })
    var products = [Double](repeating: 0, count: clusters.count * size * size)
    var part = [Double](repeating: 0, count: size * size)
    unsafe ordered.withUnsafeBufferPointer { storage in
      guard let base = storage.baseAddress else { return }
      for cluster in 0..<clusters.count {
        let first = Int(rows.starts[cluster])
        let count = Int(rows.starts[cluster + 1]) - first
        for place in part.indices { part[place] = 0 }
        if let weights = rows.weights {
          unsafe weights.withUnsafeBufferPointer { weights in
            unsafe minhbach_gram(
              count, size, base + first, columns.rows,
              weights.baseAddress.map { unsafe $0 + first }, &part)
          }
        } else {
          unsafe minhbach_gram(count, size, base + first, columns.rows, nil, &part)
        }
        for row in 0..<size {
          for column in 0...row {
            products[(cluster * size + row) * size + column] = part[row * size + column]
            products[(cluster * size + column) * size + row] = part[row * size + column]
          }
        }
      }
    }
    return products
  }
}
