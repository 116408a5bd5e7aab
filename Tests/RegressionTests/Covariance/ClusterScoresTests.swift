import LinearAlgebra
import Regression
import TestSupport
import Testing

@Suite struct ClusterScoresTests {
  private func panel(_ rows: Int, seed: UInt64) -> (Matrix, residuals: [Double], [Double]) {
    var random = SplitMix64(seed: seed)
    func column() -> [Double] { (0..<rows).map { _ in .random(in: -1...1, using: &random) } }
    let columns = Matrix(rows: rows, columns: [column(), column(), column()])
    return (columns, column(), (0..<rows).map { _ in .random(in: 0.5...2, using: &random) })
  }

  private func expected(
    _ columns: Matrix, _ residuals: [Double], _ weights: [Double]?, _ clusters: Grouping
  ) -> [[Double]] {
    (0..<columns.columns).map { column in
      var sums = [Double](repeating: 0, count: clusters.count)
      for (row, code) in clusters.codes.enumerated() {
        sums[Int(code)] += columns[row, column] * residuals[row] * (weights?[row] ?? 1)
      }
      return sums
    }
  }

  @Test(arguments: [true, false], [true, false])
  func scoresAreSumsByClusterInAnyOrderOfRows(_ isSorted: Bool, _ isWeighted: Bool) {
    for rows in [1, 50, 20_000] {
      let (columns, residuals, weights) = panel(rows, seed: 7)
      let clusters = Grouping(
        name: "unit", labels: (0..<rows).map { "\(isSorted ? $0 / 18 : $0 % 11)" })
      let found = ClusterScores(
        columns, residuals: residuals, weights: isWeighted ? weights : nil, clusters: clusters)
      let sums = expected(columns, residuals, isWeighted ? weights : nil, clusters)
      for column in 0..<3 {
        for cluster in 0..<clusters.count {
          // Sums of up to 2000 numbers of size one, added in another order.
          #expect(abs(found.values[cluster, column] - sums[column][cluster]) < 1e-12)
        }
      }
      let one = ClusterScores(
        columns, residuals: residuals, weights: isWeighted ? weights : nil, clusters: clusters,
        threads: 1)
      #expect(one == found)
    }
  }

  @Test func columnsAfterTheRegressorsAreLeftOut() {
    let (columns, residuals, _) = panel(40, seed: 8)
    let clusters = Grouping(name: "unit", labels: (0..<40).map { "\($0 / 4)" })
    let all = ClusterScores(columns, residuals: residuals, clusters: clusters)
    let some = ClusterScores(columns, regressors: 2, residuals: residuals, clusters: clusters)
    #expect(some.values.columns == 2)
    #expect((0..<2).allSatisfy { some.values.column($0) == all.values.column($0) })
  }

  @Test func theCovarianceIsASandwich() {
    let (columns, residuals, _) = panel(60, seed: 9)
    let clusters = Grouping(name: "unit", labels: (0..<60).map { "\($0 / 5)" })
    let scores = ClusterScores(columns, residuals: residuals, clusters: clusters)
    var inverse = Matrix(rows: 3, columns: 3)
    for place in 0..<3 { inverse[place, place] = Double(place + 1) }
    let covariance = scores.covariance(inverseGram: inverse)
    for row in 0..<3 {
      for column in 0..<3 {
        let product = (0..<12).reduce(0.0) {
          $0 + scores.values[$1, row] * scores.values[$1, column]
        }
        let expected = product * Double((row + 1) * (column + 1))
        // A dozen products of size one.
        #expect(abs(covariance[row, column] - expected) < 1e-13)
      }
    }
  }
}
