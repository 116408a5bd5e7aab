public import LinearAlgebra
public import Tables

/// The covariance matrix of coefficients, and what it was made with.
public struct CoefficientCovariance: Sendable {
  /// What errors are taken to be like.
  public let errors: ErrorKind
  /// Whose small-sample factor it has.
  public let smallSample: SmallSample
  /// The factor, which the matrix contains.
  public let factor: Double
  /// How the factor comes about, such as 63/(63−1) · (441−1)/(441−13).
  public let factorFormula: String
  /// Coefficients × coefficients.
  public let matrix: Matrix
  /// The degrees of freedom of each coefficient's t; infinite for the normal distribution.
  public let degreesOfFreedom: [Double]
  /// The number of clusters by column.
  public let clusterCounts: [Int]
  /// What is worth knowing.
  public let notes: [Phrase]

  /// The standard errors: roots of the diagonal.
  public var standardErrors: [Double] {
    // Not a number stays so: an error that is not known.
    matrix.diagonal.map { $0 < 0 ? 0 : $0.squareRoot() }
  }

  init(
    errors: ErrorKind, smallSample: SmallSample, factor: SmallSample.Factor, matrix: Matrix,
    degreesOfFreedom: [Double], clusterCounts: [Int] = [], notes: [Phrase] = []
  ) {
    self.errors = errors
    self.smallSample = smallSample
    self.factor = factor.value
    factorFormula = factor.formula
    self.matrix = matrix
    self.degreesOfFreedom = degreesOfFreedom
    self.clusterCounts = clusterCounts
    self.notes = notes
  }
}

extension LinearFit {
  /// The covariance of the coefficients.
  ///
  /// - Parameters:
  ///   - errors: what errors are taken to be like.
  ///   - smallSample: whose small-sample factor is used.
  /// - Returns: the covariance, with a note for each thing to know.
  /// - Throws: `RegressionError.errorsNotPossible` where the rows do not have what it needs.
  public func covariance(
    _ errors: ErrorKind, smallSample: SmallSample = .fixest
  ) throws -> CoefficientCovariance {
    switch errors {
    case .classical: classicalCovariance(smallSample)
    case .heteroskedastic(let leverage): try heteroskedasticCovariance(leverage, smallSample)
    case .cluster(let columns): try clusteredCovariance(columns, smallSample)
    case .biasReduced(let column): try biasReducedCovariance(column)
    case .jackknife(let column): try jackknifeCovariance(column, smallSample)
    case .driscollKraay(let lags): try driscollKraayCovariance(lags, smallSample)
    case .neweyWest(let lags): try neweyWestCovariance(lags, smallSample)
    case .panelCorrected(let column): try panelCorrectedCovariance(column, smallSample)
    }
  }

  /// The clusters of a column.
  ///
  /// - Throws: `errorsNotPossible` where the rows have no such column, or there are too few clusters.
  func clusters(_ column: String, for errors: ErrorKind) throws(RegressionError) -> Grouping {
    guard let grouping = grouping(column) else {
      throw .errorsNotPossible(
        errors.description, "the rows of this model have no \"\(column)\" to be clustered by")
    }
    guard grouping.count > 1 else {
      throw .errorsNotPossible(
        errors.description, "all rows are of one \"\(column)\"; two are needed at least")
    }
    return grouping
  }

  /// B M B: the covariance of coefficients with B = (XᵀX)⁻¹, of estimating equations with variance M.
  func sandwich(_ meat: Matrix, factor: Double) -> Matrix {
    inverseGram.times(meat).times(inverseGram).symmetric(scaledBy: factor)
  }

  private func classicalCovariance(_ smallSample: SmallSample) -> CoefficientCovariance {
    let factor = smallSample.classical(self)
    let variance = residualSquares / Double(rowCount) * factor.value
    return CoefficientCovariance(
      errors: .classical, smallSample: smallSample, factor: factor,
      matrix: inverseGram.symmetric(scaledBy: variance),
      degreesOfFreedom: equal(smallSample.degreesOfFreedom(groups: nil, self)))
  }

  /// The same degrees of freedom for every coefficient.
  func equal(_ degreesOfFreedom: Double?) -> [Double] {
    [Double](repeating: degreesOfFreedom ?? .infinity, count: parameterCount)
  }
}

extension Matrix {
  /// A square matrix times a number, made symmetric to the last digit.
  func symmetric(scaledBy factor: Double) -> Matrix {
    var result = self
    for column in 0..<columns {
      for row in 0...column {
        let value = (self[row, column] + self[column, row]) / 2 * factor
        result[row, column] = value
        result[column, row] = value
      }
    }
    return result
  }
}
