import LinearAlgebra
import Regression
import TestSupport

/// A made-up panel with gaps, for laws that hold of any.
struct RandomPanel {
  let groupings: [Grouping]
  let weights: [Double]
  let columns: [[Double]]

  /// Draws rows in groups at random, so that the panel is unbalanced and its rows in no order.
  init(seed: UInt64, rows: Int, groups: [Int], columns: Int) {
    var random = SplitMix64(seed: seed)
    groupings = groups.enumerated().map { number, count in
      Grouping(
        name: "effect \(number)",
        labels: (0..<rows).map { _ in "\(Int.random(in: 0..<count, using: &random))" })
    }
    weights = (0..<rows).map { _ in .random(in: 0.2...3, using: &random) }
    let shifts = groupings.map { grouping in
      grouping.labels.map { _ in Double.random(in: -5...5, using: &random) }
    }
    self.columns = (0..<columns).map { [groupings] _ in
      (0..<rows).map { row in
        let effects = zip(groupings, shifts).reduce(0.0) { $0 + $1.1[Int($1.0.codes[row])] }
        return effects + .random(in: -1...1, using: &random)
      }
    }
  }

  /// The indicators of all groups of the groupings, side by side.
  static func indicators(of groupings: [Grouping], rows: Int) -> Matrix {
    Matrix(
      rows: rows,
      columns: groupings.flatMap { grouping in
        grouping.labels.indices.map { group in
          grouping.codes.map { Int($0) == group ? 1 : 0 }
        }
      })
  }

  /// What a regression on the indicators leaves of a column: the same, by another way.
  static func residual(
    of column: [Double], groupings: [Grouping], weights: [Double]?
  ) throws -> [Double] {
    let roots = weights.map { $0.map { $0.squareRoot() } } ?? column.map { _ in 1 }
    let plain = indicators(of: groupings, rows: column.count)
    let scaled = Matrix(
      rows: column.count,
      columns: (0..<plain.columns).map { zip(plain.column($0), roots).map { $0 * $1 } })
    let coefficients = try LeastSquares(scaled).coefficients(
      for: zip(column, roots).map { $0 * $1 })
    return plain.residual(of: column, coefficients: coefficients)
  }
}
