extension SymmetricEigen {
  /// The symmetric matrix with the same eigenvectors and a function of each eigenvalue: Σ f(λ) v vᵀ.
  ///
  /// - Parameter function: what becomes of an eigenvalue.
  /// - Returns: a matrix of the same size, such as the root or the inverse.
  public func applying(_ function: (Double) -> Double) -> Matrix {
    vectors.scalingColumns(by: values.map(function)).timesTransposed(vectors)
  }

  /// The shortest x that brings A x nearest to a vector, by the eigenvalues that are not rounding.
  ///
  /// - Parameters:
  ///   - vector: n numbers.
  ///   - tolerance: the part of the greatest eigenvalue, by magnitude, under which one counts as zero.
  /// - Returns: n numbers.
  public func solve(_ vector: [Double], tolerance: Double = 1e-12) -> [Double] {
    let bound = tolerance * (values.map(abs).max() ?? 0)
    let parts = zip(vectors.transposedTimes(vector), values).map { part, value in
      abs(value) > bound ? part / value : 0
    }
    return vectors.times(parts)
  }
}
