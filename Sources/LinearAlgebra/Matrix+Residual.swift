extension Matrix {
  /// What is left of a vector after this matrix times the coefficients is taken away.
  ///
  /// Each difference is summed in twice the working precision (Ogita, Rump & Oishi 2005,
  /// doi:10.1137/030601818, algorithm Dot2), since a residual is the small difference of large numbers.
  ///
  /// - Parameters:
  ///   - vector: `rows` numbers.
  ///   - coefficients: `columns` numbers.
  /// - Returns: `rows` numbers.
  public func residual(of vector: [Double], coefficients: [Double]) -> [Double] {
    precondition(vector.count == rows && coefficients.count == columns, "the sizes do not match")
    var expansion = Compensated.Expansion(zeros: columns)
    expansion.heads = coefficients
    return Compensated.remainder(
      of: vector, after: expansion,
      on: Compensated.Design(
        rows: rows, columns: columns, storage: storage,
        factors: [Double](repeating: 1, count: columns), weights: nil))
  }
}
