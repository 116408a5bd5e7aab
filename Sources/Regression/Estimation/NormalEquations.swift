internal import CKernels
public import LinearAlgebra
internal import Statistics

/// The normal equations of least squares for long samples: X'W X b = X'W y.
///
/// The products of the columns are summed over chunks of rows, scaled to a diagonal of ones, and factored
/// by Cholesky. That squares the condition number κ of the scaled columns; so the solution is refined
/// with residuals and their products in twice the working precision, each round leaving a part of
/// about κ² 1e-16 of the error, until the coefficients change by less than their last digit. The
/// estimates then are as good as those of a refined QR factorisation. Above κ = 10⁶ there are no such
/// equations, and `LeastSquares` must answer.
///
/// Source: Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed. (2002), §20.4 and §20.5.
public struct NormalEquations: Sendable {
  /// The columns: regressors and, it may be, responses.
  public let columns: Matrix
  /// The columns that are regressors: the first ones.
  public let regressors: Int
  /// The weight of each row, nil where all weigh one.
  public let weights: [Double]?
  /// The condition number of the regressors scaled to length one: an upper bound, at most √p times too
  /// large.
  public let conditionNumber: Double
  /// How many threads work at most; nil for as many as there are processors.
  public let threads: Int?
  private let products: Matrix
  private let cholesky: ScaledCholesky

  /// The largest condition number at which a round of refinement still leaves a part of 1e-4 or less.
  public static let largestCondition = 1e6
  /// Rows worked on at once: so many that waking a thread costs nothing beside.
  static let chunk = 8192
  /// A correction so small leaves nothing to correct, and the residuals right to 1e-14 of the response.
  private static let lastChange = 0x1p-46
  /// Steps that each leave 1e-4 reach the last digit in four.
  private static let mostRounds = 6

  /// Builds and factors the equations; nil where the condition is above 10⁶ or regressors are collinear.
  ///
  /// - Parameters:
  ///   - columns: the regressors, and after them responses.
  ///   - regressors: how many columns are regressors, nil for all.
  ///   - weights: the weight of each row, nil where all weigh one.
  ///   - threads: how many threads work at most; nil for as many as there are processors.
  /// - Throws: `notFinite` where a number is infinite, undefined, or too large to be squared.
  /// - Precondition: there are so many columns, and a weight for each row.
  public init?(
    _ columns: Matrix, regressors: Int? = nil, weights: [Double]? = nil, threads: Int? = nil
  ) throws(LinearAlgebraError) {
    let regressors = regressors ?? columns.columns
    precondition((0...columns.columns).contains(regressors), "there are not so many columns")
    precondition(
      weights.map { $0.count == columns.rows } ?? true, "there must be a weight for each row")
    let products = Self.products(of: columns, weights: weights, threads: threads)
    guard products.isFinite else { throw .notFinite }
    guard let cholesky = ScaledCholesky(products, size: regressors) else { return nil }
    let condition = cholesky.conditionNumber.squareRoot()
    guard condition <= Self.largestCondition else { return nil }
    self.columns = columns
    self.regressors = regressors
    self.weights = weights
    self.threads = threads
    self.products = products
    self.cholesky = cholesky
    conditionNumber = condition
  }

  /// (X'W X)⁻¹.
  public var inverseGram: Matrix { cholesky.inverse }

  /// A least-squares fit.
  public struct Solution: Sendable, Equatable {
    /// A number for each regressor.
    public let coefficients: [Double]
    /// The response less what is fitted, a number for each row.
    public let residuals: [Double]
    /// How often the coefficients were refined.
    public let rounds: Int
  }

  /// Fits a response that is one of the columns.
  ///
  /// - Parameter response: the number of its column.
  /// - Returns: the coefficients and residuals.
  /// - Precondition: there is such a column after the regressors.
  public func solution(forColumn response: Int) -> Solution {
    precondition(
      (regressors..<columns.columns).contains(response), "the response must be a later column")
    var coefficients = cholesky.solve((0..<regressors).map { products[response, $0] })
    var residuals = [Double](repeating: 0, count: columns.rows)
    var round = 0
    while true {
      let rest = sweep(response, coefficients, &residuals)
      let correction = cholesky.solve(rest)
      round += 1
      let change = Self.change(correction, coefficients, scales: cholesky.scales)
      coefficients = zip(coefficients, correction).map { $0 + $1 }
      if change <= Self.lastChange || round == Self.mostRounds { break }
    }
    return Solution(coefficients: coefficients, residuals: residuals, rounds: round)
  }

  /// The length of a correction beside that of the coefficients, each in units of its column.
  private static func change(
    _ correction: [Double], _ coefficients: [Double], scales: [Double]
  ) -> Double {
    var (part, whole) = (0.0, 0.0)
    for (place, scale) in scales.enumerated() {
      part += correction[place] * correction[place] * scale * scale
      whole += coefficients[place] * coefficients[place] * scale * scale
    }
    return part == 0 ? 0 : (part / max(whole, part)).squareRoot()
  }

  /// Finds residuals, and their products with the regressors.
  private func sweep(
    _ response: Int, _ coefficients: [Double], _ residuals: inout [Double]
  ) -> [Double] {
    let (rows, regressors) = (columns.rows, regressors)
    let sums = unsafe residuals.withUnsafeMutableBufferPointer { residuals in
      let target = unsafe SharedNumbers(residuals)
      return Self.chunks(rows, columns.columns, threads: threads) { chunk in
        var sums = [Double](repeating: 0, count: 2 * regressors)
        var room = [Double](repeating: 0, count: 16 * regressors)
        unsafe columns.withUnsafeBufferPointer { storage in
          guard let base = storage.baseAddress else { return }
          func run(_ weights: UnsafePointer<Double>?) {
            unsafe minhbach_sweep(
              chunk.count, regressors, base + chunk.lowerBound, rows, weights,
              base + response * rows + chunk.lowerBound, coefficients,
              target.memory.baseAddress.map { unsafe $0 + chunk.lowerBound }, &sums, &room)
          }
          unsafe Self.lend(weights, from: chunk.lowerBound, run)
        }
        return sums
      }
    }
    return (0..<regressors).map { column in
      var (total, lost) = (0.0, 0.0)
      for part in sums {
        let sum = total + part[column]
        let back = sum - total
        lost += (total - (sum - back)) + (part[column] - back) + part[regressors + column]
        total = sum
      }
      return total + lost
    }
  }

  /// The products of all pairs of columns, in the lower triangle.
  static func products(of columns: Matrix, weights: [Double]?, threads: Int?) -> Matrix {
    let count = columns.columns
    let parts = chunks(columns.rows, count, threads: threads) { chunk in
      var part = [Double](repeating: 0, count: count * count)
      unsafe columns.withUnsafeBufferPointer { storage in
        guard let base = storage.baseAddress else { return }
        func run(_ weights: UnsafePointer<Double>?) {
          unsafe minhbach_gram(
            chunk.count, count, base + chunk.lowerBound, columns.rows, weights, &part)
        }
        unsafe lend(weights, from: chunk.lowerBound, run)
      }
      return part
    }
    var products = Matrix(rows: count, columns: count)
    for part in parts {
      for row in 0..<count {
        for column in 0...row { products[row, column] += part[row * count + column] }
      }
    }
    return products
  }

  /// Works on chunks of rows, on one thread where there are few numbers.
  private static func chunks<Result: Sendable>(
    _ rows: Int, _ columns: Int, threads: Int?, _ work: @Sendable (Range<Int>) -> Result
  ) -> [Result] {
    Replicates(seed: 0, threads: rows <= chunk ? 1 : threads)
      .chunks(of: 0..<rows, length: chunk, work)
  }

  /// Lends weights from a row on.
  private static func lend(
    _ weights: [Double]?, from row: Int, _ body: (UnsafePointer<Double>?) -> Void
  ) {
    guard let weights else { return body(nil) }
    unsafe weights.withUnsafeBufferPointer { weights in
      unsafe body(weights.baseAddress.map { unsafe $0 + row })
    }
  }
}

/// Numbers that several threads fill, each in its part.
@safe
struct SharedNumbers: @unchecked Sendable {
  let memory: UnsafeMutableBufferPointer<Double>

  /// Takes memory that outlives this.
  init(_ memory: UnsafeMutableBufferPointer<Double>) { unsafe self.memory = memory }
}
