import LinearAlgebra

/// Ridge for every penalty, from one set of eigenvectors.
///
/// Columns without a penalty are swept out first. With those that bear one divided by √f, what is left
/// of G is V diag(l) Vᵀ, and the solution is √F⁻¹ V (l + λ)⁻¹ Vᵀ √F⁻¹ c: a product for each λ. Source:
/// Hastie, Tibshirani & Friedman (2009), The Elements of Statistical Learning, 2nd ed., §3.4.1.
internal struct RidgePath {
  private let problem: PenalisedProblem
  /// The columns that bear a penalty, and 1 / √f of each.
  private let penalised: [Int]
  private let scales: [Double]
  /// The columns that bear none and were swept.
  private let free: [Int]
  /// What is swept out of the others: entries G_NU (G_UU)⁻¹.
  private let table: SweptMatrix
  private let eigen: SymmetricEigen
  /// Vᵀ √F⁻¹ c, c without the part of the free columns.
  private let projection: [Double]

  /// Decomposes a problem; nil where eigenvalues cannot be found.
  init?(_ problem: PenalisedProblem) {
    let columns = 0..<problem.columns
    var table = SweptMatrix(problem.gram, order: problem.columns)
    var free: [Int] = []
    for column in columns
    where problem.factors[column] == 0
      && table.diagonal(column) > PenalisedProblem.pivotTolerance * problem.square(column)
    {
      table.sweep(column)
      free.append(column)
    }
    let penalised = columns.filter { problem.factors[$0] > 0 && problem.square($0) > 0 }
    let scales = penalised.map { 1 / problem.factors[$0].squareRoot() }
    var left = Matrix(rows: penalised.count, columns: penalised.count)
    for (j, column) in penalised.enumerated() {
      for (i, row) in penalised.enumerated() {
        left[i, j] = table[row, column] * scales[i] * scales[j]
      }
    }
    guard let eigen = try? SymmetricEigen(left) else { return nil }
    var swept = [Double](repeating: 0, count: problem.columns)
    var known = swept
    for column in free { known[column] = problem.correlations[column] }
    table.times(known, into: &swept)
    let rest = zip(penalised, scales).map { column, scale in
      (problem.correlations[column] - swept[column]) * scale
    }
    self.problem = problem
    self.penalised = penalised
    self.scales = scales
    self.free = free
    self.table = table
    self.eigen = eigen
    projection = eigen.vectors.transposedTimes(rest)
  }

  /// The solution at a penalty above zero.
  func solution(at penalty: Double) -> PenalisedSolution {
    // Eigenvalues are never negative but for rounding.
    let values = eigen.values.map { max(0, $0) }
    let along = zip(projection, values).map { $0 / ($1 + penalty) }
    let scaled = eigen.vectors.times(along)
    var coefficients = [Double](repeating: 0, count: problem.columns)
    for (place, column) in penalised.enumerated() {
      coefficients[column] = scaled[place] * scales[place]
    }
    // The free columns fit what the others leave: G_UU w_U = c_U − G_UN w_N.
    var residual = coefficients
    problem.gradient(coefficients, into: &residual)
    var known = [Double](repeating: 0, count: problem.columns)
    var gradient = known
    for column in free { known[column] = residual[column] }
    table.times(known, into: &gradient)
    for column in free { coefficients[column] = -gradient[column] }
    problem.gradient(coefficients, into: &gradient)
    return PenalisedSolution(
      coefficients: coefficients,
      degreesOfFreedom: Double(free.count) + values.reduce(0) { $0 + $1 / ($1 + penalty) },
      violation: problem.violation(
        of: coefficients, gradient: gradient, penalty: penalty, mixing: 0))
  }
}
