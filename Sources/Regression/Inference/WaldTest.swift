import LinearAlgebra
import Statistics
public import Tables

/// A test statistic with its distribution under the hypothesis.
public struct TestResult: Sendable, Hashable {
  /// What is tested, such as "Hausman".
  public let name: Phrase
  /// The hypothesis that a small p-value speaks against.
  public let hypothesis: Phrase
  public let statistic: Double
  /// What the statistic follows under the hypothesis.
  public let distribution: Distribution
  /// The probability of a statistic as extreme under the hypothesis.
  public let pValue: Double

  /// A distribution of test statistics.
  public enum Distribution: Sendable, Hashable, CustomStringConvertible {
    case chiSquared(Double)
    case fisherF(Double, Double)
    case studentT(Double)
    case normal
    /// A normal of which only large values speak against the hypothesis.
    case normalAbove

    public var description: String {
      switch self {
      case .chiSquared(let freedom): "χ²(\(Self.short(freedom)))"
      case .fisherF(let numerator, let denominator):
        "F(\(Self.short(numerator)), \(Self.short(denominator)))"
      case .studentT(let freedom): "t(\(Self.short(freedom)))"
      case .normal, .normalAbove: "N(0, 1)"
      }
    }

    private static func short(_ number: Double) -> String {
      Int(exactly: number).map(String.init) ?? "\((number * 100).rounded() / 100)"
    }

    func pValue(of statistic: Double) -> Double {
      switch self {
      case .chiSquared(let freedom):
        ChiSquaredDistribution(degreesOfFreedom: freedom).upperTail(statistic)
      case .fisherF(let numerator, let denominator):
        FisherFDistribution(numerator: numerator, denominator: denominator).upperTail(statistic)
      case .studentT(let freedom):
        StudentTDistribution(degreesOfFreedom: freedom).bothTails(statistic)
      case .normal: 2 * NormalDistribution().upperTail(abs(statistic))
      case .normalAbove: NormalDistribution().upperTail(statistic)
      }
    }
  }

  init(name: Phrase, hypothesis: Phrase, statistic: Double, distribution: Distribution) {
    self.name = name
    self.hypothesis = hypothesis
    self.statistic = statistic
    self.distribution = distribution
    pValue = distribution.pValue(of: statistic)
  }
}

extension LinearFit {
  /// Whether several coefficients are zero together: F = bᵀ V⁻¹ b / q (Wald).
  ///
  /// - Parameters:
  ///   - terms: the coefficients; nil for all but the intercept.
  ///   - covariance: the covariance of the coefficients.
  /// - Returns: the test, an F with the smallest degrees of freedom of the coefficients, or χ² where these
  ///   are infinite; nil where there is no such coefficient, or their covariance has no inverse.
  /// - Throws: `LinearAlgebraError` where the covariance is not finite.
  public func waldTest(
    _ terms: [String]? = nil, _ covariance: CoefficientCovariance
  ) throws -> TestResult? {
    let chosen = names.indices.filter { number in
      terms?.contains(names[number]) ?? (names[number] != ModelData.intercept)
    }
    guard !chosen.isEmpty else { return nil }
    let values = chosen.map { coefficients[$0] }
    let block = covariance.matrix.block(chosen)
    guard block.isFinite, block.diagonal.allSatisfy({ $0 > 0 }) else { return nil }
    // As correlations, so that the units of the regressors do not decide what can be inverted.
    let scales = block.diagonal.map { 1 / $0.squareRoot() }
    let eigen = try SymmetricEigen(block.scalingRows(by: scales).scalingColumns(by: scales))
    guard let smallest = eigen.values.last, smallest > 1e-12 else { return nil }
    let standardised = zip(values, scales).map { $0 * $1 }
    let solved = eigen.solve(standardised, tolerance: 0)
    let square = zip(standardised, solved).reduce(0) { $0 + $1.0 * $1.1 }
    let freedom = chosen.map { covariance.degreesOfFreedom[$0] }.min() ?? .infinity
    let count = Double(chosen.count)
    let hypothesis =
      chosen.count == 1
      ? Phrase("\(names[chosen[0]]) is zero")
      : terms == nil
        ? Phrase("all \(chosen.count) slopes are zero")
        : Phrase("all \(chosen.count) coefficients are zero")
    return freedom.isFinite
      ? TestResult(
        name: Phrase("Wald"), hypothesis: hypothesis, statistic: square / count,
        distribution: .fisherF(count, freedom))
      : TestResult(
        name: Phrase("Wald"), hypothesis: hypothesis, statistic: square,
        distribution: .chiSquared(count))
  }
}

extension Matrix {
  /// The rows and columns of some numbers of a square matrix.
  func block(_ numbers: [Int]) -> Matrix {
    Matrix(
      rows: numbers.count,
      columns: numbers.map { column in numbers.map { self[$0, column] } })
  }
}
