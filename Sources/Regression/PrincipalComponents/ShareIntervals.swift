public import LinearAlgebra
public import Statistics

/// How far the shares of variance move when other clusters, such as provinces, are drawn.
public struct ShareIntervals: Sendable {
  /// The probability that an interval is made for.
  public let level: Double
  /// The number of replicates.
  public let draws: Int
  /// For each component the interval of its share: quantiles over the replicates.
  public let intervals: [ClosedRange<Double>]
}

extension PrincipalComponents {
  /// Intervals for the shares of variance from the bootstrap of whole clusters.
  ///
  /// As many clusters are drawn, with replacement, as there are; each replicate has its own means,
  /// standard deviations and components. Quantiles of the replicates make the interval (Efron &
  /// Tibshirani 1993, An Introduction to the Bootstrap, §13.3). The largest share is biased upwards in
  /// every sample, and its replicates once more.
  ///
  /// - Parameters:
  ///   - columns: the columns that the components are of.
  ///   - clusters: what is drawn as a whole.
  ///   - draws: the number of replicates.
  ///   - level: the probability that an interval is made for.
  ///   - replicates: the seed and the number of threads, which does not change the result.
  /// - Returns: an interval for each component.
  /// - Throws: what finding eigenvalues throws.
  /// - Precondition: columns and clusters have the rows of the components; there is a draw, and the
  ///   level lies between 0 and 1.
  public func shareIntervals(
    columns: [[Double]], clusters: Grouping, draws: Int = 1000, level: Double = 0.95,
    replicates: Replicates
  ) throws(LinearAlgebraError) -> ShareIntervals {
    precondition(
      columns.count == means.count && clusters.codes.count == rows
        && columns.allSatisfy { $0.count == rows },
      "the columns must be those of the components")
    precondition(
      draws > 0 && level > 0 && level < 1, "draws and a level between 0 and 1 are needed")
    let kept = columns.indices.filter { deviations[$0] > 0 }
    let products = GroupMoments(
      kept.map { column in
        columns[column].map { ($0 - means[column]) / (isScaled ? deviations[column] : 1) }
      }, clusters: clusters)
    let found = try replicates.map(0..<draws) {
      (_, random: inout ReplicateGenerator) throws(LinearAlgebraError) in
      var counts = [Double](repeating: 0, count: clusters.count)
      for _ in 0..<clusters.count {
        counts[Int(random.next().multipliedFullWidth(by: UInt64(clusters.count)).high)] += 1
      }
      let values = try SymmetricEigen(products.covariances(counts, isScaled: isScaled)).values
      let total = values.reduce(0, +)
      return values.map { total > 0 ? $0 / total : 0 }
    }
    return ShareIntervals(
      level: level, draws: draws,
      intervals: variances.indices.map { place in
        guard place < kept.count else { return 0...0 }
        let shares = found.map { $0[place] }
        let low = shares.quantile((1 - level) / 2) ?? 0
        return low...max(low, shares.quantile((1 + level) / 2) ?? 0)
      })
  }
}

/// The sums and products of columns in each cluster.
private struct GroupMoments: Sendable {
  let columns: Int
  /// For each cluster its number of rows, the sums of the columns, and their products.
  let moments: [[Double]]

  init(_ columns: [[Double]], clusters: Grouping) {
    let p = columns.count
    var moments = [[Double]](
      repeating: [Double](repeating: 0, count: 1 + p + p * p), count: clusters.count)
    for (row, cluster) in clusters.codes.enumerated() {
      moments[Int(cluster)][0] += 1
      for i in 0..<p {
        moments[Int(cluster)][1 + i] += columns[i][row]
        for j in 0...i {
          moments[Int(cluster)][1 + p + j * p + i] += columns[i][row] * columns[j][row]
        }
      }
    }
    self.columns = p
    self.moments = moments
  }

  /// The covariances, or correlations, when each cluster is there so many times; the lower triangle.
  func covariances(_ counts: [Double], isScaled: Bool) -> Matrix {
    let p = columns
    var sums = [Double](repeating: 0, count: 1 + p + p * p)
    for (count, cluster) in zip(counts, moments) where count > 0 {
      for index in sums.indices { sums[index] += count * cluster[index] }
    }
    var result = Matrix(rows: p, columns: p)
    for column in 0..<p {
      for row in column..<p {
        let mean = sums[1 + row] * sums[1 + column] / sums[0]
        result[row, column] = (sums[1 + p + column * p + row] - mean) / (sums[0] - 1)
      }
    }
    guard isScaled else { return result }
    let scales = result.diagonal.map { $0 > 0 ? 1 / $0.squareRoot() : 0 }
    for column in 0..<p {
      for row in column..<p { result[row, column] *= scales[row] * scales[column] }
    }
    return result
  }
}
