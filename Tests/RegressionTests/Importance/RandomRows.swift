import LinearAlgebra
import Regression
import TestSupport

/// Rows of correlated regressors and a response, repeatable by their seed.
struct RandomRows: Sendable {
  /// The regressors.
  let columns: [[Double]]
  /// The response.
  let response: [Double]

  /// The names of the regressors: x1, x2 and so on.
  var names: [String] { columns.indices.map { "x\($0 + 1)" } }

  /// The regressors as a matrix.
  var matrix: Matrix { Matrix(rows: response.count, columns: columns) }

  init(columns: [[Double]], response: [Double]) {
    self.columns = columns
    self.response = response
  }

  /// Draws rows: all regressors have a part in common, and means far from zero.
  init(rows: Int, regressors: Int, seed: UInt64) {
    var random = SplitMix64(seed: seed)
    func number() -> Double { Double.random(in: -1...1, using: &random) }
    let common = (0..<rows).map { _ in number() }
    columns = (0..<regressors).map { column in
      common.map { Double(column) * $0 / 4 + number() + 10 * Double(column) }
    }
    let columns = columns
    response = (0..<rows).map { row in
      columns.enumerated().reduce(number() + 7) { sum, column in
        sum + column.element[row] * Double(column.offset % 3 - 1)
      }
    }
  }

  /// Prepares them.
  func data(
    weights: [Double]? = nil, common: CommonTerms = .intercept, groups: [RegressorGroup] = []
  ) throws -> ImportanceData {
    try ImportanceData(
      regressors: matrix, names: names, response: response, weights: weights, common: common,
      groups: groups)
  }

  /// R² of a least-squares fit on chosen regressors and further columns, beyond the further ones.
  ///
  /// Another way than the one tested: a pivoted QR of the rows themselves.
  func rSquared(of chosen: [Int], beside: [[Double]]) throws -> Double {
    let total = try residual(on: beside)
    return 1 - (try residual(on: beside + chosen.map { columns[$0] })) / total
  }

  private func residual(on columns: [[Double]]) throws -> Double {
    let design = Matrix(rows: response.count, columns: columns)
    let coefficients = try LeastSquares(design).coefficients(for: response)
    return design.residual(of: response, coefficients: coefficients).reduce(0) { $0 + $1 * $1 }
  }

  /// The mean gain of each player over every order in which players enter.
  func sharesOverAllOrders(of players: [[Int]], beside: [[Double]]) throws -> [Double] {
    var worths: [[Int]: Double] = [:]
    for coalition in 0..<(1 << players.count) {
      let chosen = players.indices.filter { coalition >> $0 & 1 == 1 }
      worths[chosen] = try rSquared(of: chosen.flatMap { players[$0] }, beside: beside)
    }
    var sums = [Double](repeating: 0, count: players.count)
    let orders = Self.orders(of: Array(players.indices))
    for order in orders {
      for (place, player) in order.enumerated() {
        let before = order.prefix(place).sorted()
        sums[player] += (worths[(before + [player]).sorted()] ?? .nan) - (worths[before] ?? .nan)
      }
    }
    return sums.map { $0 / Double(orders.count) }
  }

  private static func orders(of players: [Int]) -> [[Int]] {
    guard !players.isEmpty else { return [[]] }
    return players.flatMap { first in
      orders(of: players.filter { $0 != first }).map { [first] + $0 }
    }
  }

  /// A column of ones.
  var ones: [Double] { Array(repeating: 1, count: response.count) }

  /// A column for each group but `dropping`, one in its rows.
  static func indicators(of grouping: Grouping, dropping: Int = 0) -> [[Double]] {
    (dropping..<grouping.count).map { group in
      grouping.codes.map { Int($0) == group ? 1 : 0 }
    }
  }
}
