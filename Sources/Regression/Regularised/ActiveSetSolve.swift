extension PenalisedProblem {
  /// The exact solution when it is known which coefficients are not zero, and their signs.
  ///
  /// Solves (G_AA + λ (1 − α) F) w_A = c_A − λ α F s by sweeping, and refines w once. Its degrees of
  /// freedom are the trace of G_AA (G_AA + λ (1 − α) F)⁻¹. A column that those before it leave nothing of
  /// gets zero.
  ///
  /// - Parameters:
  ///   - active: the columns whose coefficients are not zero, in ascending order.
  ///   - signs: for each column the sign of its coefficient.
  ///   - penalty: λ.
  ///   - mixing: α.
  /// - Returns: the solution and how far it misses the conditions of the minimum.
  internal func solution(
    active: [Int], signs: [Double], penalty: Double, mixing: Double
  ) -> PenalisedSolution {
    let ridge = penalty * (1 - mixing)
    var table = SweptMatrix(gram, order: columns)
    for column in active { table.addToDiagonal(column, ridge * factors[column]) }
    var kept: [Int] = []
    for column in active
    where table.diagonal(column) > Self.pivotTolerance * (square(column) + ridge * factors[column])
    {
      table.sweep(column)
      kept.append(column)
    }
    var result = PenalisedSolution(
      coefficients: [Double](repeating: 0, count: columns), degreesOfFreedom: 0, violation: 0)
    var gradient = correlations
    var residual = result.coefficients
    var step = result.coefficients
    for _ in 0..<2 {
      for column in kept {
        residual[column] =
          gradient[column] - ridge * factors[column] * result.coefficients[column]
          - penalty * mixing * factors[column] * signs[column]
      }
      table.times(residual, into: &step)
      for column in kept { result.coefficients[column] -= step[column] }
      self.gradient(result.coefficients, into: &gradient)
    }
    result.degreesOfFreedom = kept.reduce(0) {
      $0 + 1 + ridge * factors[$1] * table.diagonal($1)
    }
    result.violation = violation(
      of: result.coefficients, gradient: gradient, penalty: penalty, mixing: mixing)
    return result
  }
}
