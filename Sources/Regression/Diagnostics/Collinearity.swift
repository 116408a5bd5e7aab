import LinearAlgebra

/// How far regressors stand in for one another.
public struct Collinearity: Sendable, Hashable {
  /// For each regressor but the intercept 1 / (1 − R²) of its regression on the others: by this its variance
  /// is larger than if it were uncorrelated with them.
  public let inflation: [Inflation]
  /// The largest singular value of the columns scaled to length one over each of them, in ascending order:
  /// above 30 is usually called strong collinearity (Belsley, Kuh & Welsch 1980, §3.2).
  public let conditionIndices: [Double]

  /// The variance inflation of one regressor.
  public struct Inflation: Sendable, Hashable {
    public let term: String
    public let factor: Double
  }
}

extension LinearFit {
  /// How far the regressors stand in for one another, once effects are taken out.
  ///
  /// Condition indices are those of the columns as they are, the intercept among them; variance inflation
  /// is about the mean where there is an intercept.
  public func collinearity() throws -> Collinearity {
    let first = hasIntercept ? 1 : 0
    let intercept = hasIntercept ? design.column(0) : nil
    let inflation = (first..<parameterCount).map { number in
      let column = design.column(number)
      var squares = column.reduce(0) { $0 + $1 * $1 }
      if let intercept {
        let product = zip(column, intercept).reduce(0) { $0 + $1.0 * $1.1 }
        squares -= product * product / intercept.reduce(0) { $0 + $1 * $1 }
      }
      // (XᵀX)⁻¹ of a column is one over what the others leave of its squares.
      return Collinearity.Inflation(
        term: names[number], factor: squares * inverseGram[number, number])
    }
    let scaled = Matrix(
      rows: rowCount,
      columns: (0..<parameterCount).map { number in
        let column = design.column(number)
        let length = column.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return column.map { $0 / length }
      })
    let values = try SingularValues(scaled).values
    return Collinearity(
      inflation: inflation,
      conditionIndices: values.map { (values.first ?? 0) / $0 })
  }
}
