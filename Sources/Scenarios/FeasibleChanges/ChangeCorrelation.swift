import Glibc
import Panels
import Statistics

/// How the net yearly changes of indicators go together, as a correlation that normal numbers can have.
struct ChangeCorrelation {
  /// One row and one column per indicator; ones on the diagonal.
  let matrix: [[Double]]
  /// How far all were shrunk towards zero.
  let shrinkage: Double

  /// The fewest province-years from which a correlation is told.
  static let fewest = 10
  /// What the smallest eigenvalue is to exceed, so that a factor has digits left.
  static let floor = 1e-6

  /// Correlates changes, each as often as a sample of provinces has them.
  ///
  /// - Parameters:
  ///   - pairs: the changes that province-years have both of.
  ///   - counts: how often each province counts; nil for once.
  init(of pairs: PairedChanges, counts: [Int]? = nil) {
    var matrix = (0..<pairs.indicators).map { row in
      (0..<pairs.indicators).map { $0 == row ? 1.0 : 0.0 }
    }
    for pair in pairs.pairs where pair.provinces.count >= Self.fewest {
      let (first, second) = pair.changes(counts)
      let entry = Self.correlation(first, second)
      (matrix[pair.row][pair.column], matrix[pair.column][pair.row]) = (entry, entry)
    }
    (self.matrix, shrinkage) = Self.positiveDefinite(matrix)
  }

  /// The correlation of normal numbers whose Spearman's ρ is that of the pairs: 2 sin(πρ/6).
  ///
  /// Source: Kruskal (1958), doi:10.1080/01621459.1958.10501481.
  static func correlation(_ first: [Double], _ second: [Double]) -> Double {
    guard first.count >= fewest else { return 0 }
    return rankCorrelation(first, second).map { 2 * sin(.pi / 6 * $0) } ?? 0
  }

  /// The correlations shrunk towards zero by the smallest share that makes them positive definite.
  ///
  /// (1 − λ) R + λ I with the smallest λ from 0 to 1, to 2⁻⁵⁰, whose smallest eigenvalue is above `floor`.
  static func positiveDefinite(
    _ correlation: [[Double]]
  ) -> (matrix: [[Double]], shrinkage: Double) {
    func shrunk(_ share: Double) -> [[Double]] {
      correlation.indices.map { row in
        correlation.indices.map { column in
          row == column ? 1 : (1 - share) * correlation[row][column]
        }
      }
    }
    if isPositiveDefinite(correlation) { return (correlation, 0) }
    var (low, high) = (0.0, 1.0)
    for _ in 0..<50 {
      let middle = (low + high) / 2
      if isPositiveDefinite(shrunk(middle)) { high = middle } else { low = middle }
    }
    return (shrunk(high), high)
  }

  /// Whether the smallest eigenvalue is above `floor`: whether all pivots of the matrix less that are positive.
  static func isPositiveDefinite(_ matrix: [[Double]]) -> Bool {
    var left = matrix
    for row in left.indices { left[row][row] -= floor }
    for pivot in left.indices {
      guard left[pivot][pivot] > 0 else { return false }
      for row in left.indices where row > pivot {
        let factor = left[row][pivot] / left[pivot][pivot]
        for column in left.indices where column > pivot {
          left[row][column] -= factor * left[pivot][column]
        }
      }
    }
    return true
  }
}
