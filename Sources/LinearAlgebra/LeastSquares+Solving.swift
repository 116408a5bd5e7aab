import COpenBLAS

extension LeastSquares {
  /// Coefficients and what they leave of the response.
  public struct Solution: Sendable {
    /// p coefficients; zero for a dropped column.
    public let coefficients: [Double]
    /// n differences y − X b, right to the last digit also where they are small; not weighted.
    public let residuals: [Double]
  }

  /// The coefficients that fit a response best.
  ///
  /// - Parameters:
  ///   - response: n numbers.
  ///   - refinement: how far they are corrected.
  /// - Returns: p coefficients; zero for a dropped column.
  /// - Throws: `notFinite`.
  public func coefficients(
    for response: [Double], refinement: Refinement = .full
  ) throws(LinearAlgebraError) -> [Double] {
    unscaled(try expansion(for: response, refinement: refinement).heads)
  }

  /// The coefficients of several responses with the same design.
  ///
  /// - Parameters:
  ///   - responses: n × q numbers, a response in each column.
  ///   - refinement: how far they are corrected.
  /// - Returns: p × q coefficients; a row of zeros for a dropped column.
  /// - Throws: `notFinite`.
  public func coefficients(
    for responses: Matrix, refinement: Refinement = .full
  ) throws(LinearAlgebraError) -> Matrix {
    var columns: [[Double]] = []
    for column in 0..<responses.columns {
      columns.append(try coefficients(for: responses.column(column), refinement: refinement))
    }
    return Matrix(rows: design.columns, columns: columns)
  }

  /// The coefficients that fit a response best, with what they leave of it.
  ///
  /// - Parameters:
  ///   - response: n numbers.
  ///   - refinement: how far they are corrected.
  /// - Returns: coefficients and residuals.
  /// - Throws: `notFinite`.
  public func solution(
    for response: [Double], refinement: Refinement = .full
  ) throws(LinearAlgebraError) -> Solution {
    let scaled = try expansion(for: response, refinement: refinement)
    return Solution(
      coefficients: unscaled(scaled.heads),
      residuals: Compensated.remainder(of: response, after: scaled, on: compensated))
  }

  /// The design as the kernels take it.
  internal var compensated: Compensated.Design {
    Compensated.Design(
      rows: design.rows, columns: design.columns, storage: design.storage, factors: factors,
      weights: weights)
  }

  /// Coefficients of the scaled columns in twice the working precision.
  private func expansion(
    for response: [Double], refinement: Refinement
  ) throws(LinearAlgebraError) -> Compensated.Expansion {
    precondition(response.count == design.rows, "the response must have \(design.rows) numbers")
    guard Compensated.exponent(of: response, in: response.indices) != nil else {
      throw .notFinite
    }
    guard rank > 0 else { return Compensated.Expansion(zeros: design.columns) }
    let design = compensated
    switch refinement {
    case .none:
      var rough = Compensated.Expansion(zeros: design.columns)
      rough.heads = solvedSquare(plainProducts(of: response))
      return rough
    case .once, .full:
      return corrected(sweeps: refinement.greatestNumberOfSweeps) {
        Compensated.products(of: response, after: $0, on: design)
      }
    }
  }

  /// Adds (RᵀR)⁻¹ of what is missing until the next addition would change no digit.
  ///
  /// - Parameters:
  ///   - sweeps: the greatest number of additions.
  ///   - missing: p numbers that a solution should bring to zero, as exact as doubles allow.
  /// - Returns: p numbers in twice the working precision; zero for a dropped column.
  internal func corrected(
    sweeps: Int, by missing: (Compensated.Expansion) -> [Double]
  ) -> Compensated.Expansion {
    var solution = Compensated.Expansion(zeros: design.columns)
    var previous = Double.infinity
    for sweep in 0..<sweeps {
      let correction = solvedSquare(missing(solution))
      for column in keptColumns { solution.add(correction[column], at: column) }
      let size = correction.reduce(0) { max($0, abs($1)) }
      let contraction = size / previous
      previous = size
      guard sweep > 0 else { continue }
      let greatest = solution.heads.reduce(0) { max($0, abs($1)) }
      // The next correction is smaller than this one as this one is than the last. A coefficient
      // below 10⁻¹⁶ of the greatest one is rounding: it need only be known to 10⁻¹⁶ of that.
      let next = contraction * size
      let isDone = keptColumns.allSatisfy {
        next <= 0x1p-55 * max(abs(solution.heads[$0]), 0x1p-53 * greatest)
      }
      // The first correction may exceed the solution where κ² · 10⁻¹⁶ does one; those after it shrink.
      if isDone || (sweep > 1 && !(contraction < 0.5)) { break }
    }
    return solution
  }

  /// (P RᵀR Pᵀ)⁻¹ of p numbers for the scaled columns; zero for a dropped one.
  internal func solvedSquare(_ numbers: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: design.columns)
    guard rank > 0 else { return result }
    var sorted = pivots.map { numbers[keptColumns[$0]] }
    for transposition in [CblasTrans, CblasNoTrans] {
      Backend.blas {
        unsafe cblas_dtrsv(
          CblasColMajor, CblasUpper, transposition, CblasNonUnit, rank.lapack, pivoted,
          rank.leadingDimension, &sorted, 1)
      }
    }
    for (position, pivot) in pivots.enumerated() { result[keptColumns[pivot]] = sorted[position] }
    return result
  }

  /// Xᵀ W y for the scaled columns, in the working precision.
  private func plainProducts(of response: [Double]) -> [Double] {
    let weighted = weights.map { zip($0, response).map { $0 * $1 } } ?? response
    var products = [Double](repeating: 0, count: design.columns)
    Backend.blas {
      unsafe cblas_dgemv(
        CblasColMajor, CblasTrans, design.rows.lapack, design.columns.lapack, 1, design.storage,
        design.rows.leadingDimension, weighted, 1, 0, &products, 1)
    }
    return zip(products, factors).map { $0 * $1 }
  }

  /// Coefficients of the columns as given.
  private func unscaled(_ coefficients: [Double]) -> [Double] {
    zip(coefficients, factors).map { $0 * $1 }
  }
}

extension LeastSquares.Refinement {
  /// The solution itself and its corrections: one that shrinks by less than a factor of twenty in each
  /// sweep would need more, and no column within the tolerance is so nearly collinear.
  internal var greatestNumberOfSweeps: Int {
    switch self {
    case .none: 1
    case .once: 2
    case .full: 12
    }
  }
}
