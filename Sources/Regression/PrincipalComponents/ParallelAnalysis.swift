import Glibc
public import LinearAlgebra
public import Statistics

/// How many components stand out from what chance makes of columns that have nothing in common.
///
/// Samples of the same size are drawn with independent normal columns of the same variances. A component
/// is kept while its variance, and that of all before it, exceeds a quantile of those of the draws at
/// the same place. Sources: Horn (1965), doi:10.1007/BF02289447; the quantile in place of the mean,
/// Glorfeld (1995), doi:10.1177/0013164495055003002.
public struct ParallelAnalysis: Sendable {
  /// The quantile that a variance must exceed.
  public let level: Double
  /// The number of draws.
  public let draws: Int
  /// The quantile of each variance over the draws.
  public let thresholds: [Double]
  /// The number of components kept.
  public let count: Int
}

extension PrincipalComponents {
  /// Compares the variances with those of chance.
  ///
  /// The covariances of a draw are made from their Wishart distribution by Bartlett's decomposition, in
  /// time that does not depend on the number of rows.
  ///
  /// - Parameters:
  ///   - draws: the number of draws.
  ///   - level: the quantile that a variance must exceed.
  ///   - replicates: the seed and the number of threads, which does not change the result.
  /// - Returns: the thresholds and the number of components kept.
  /// - Throws: what finding eigenvalues throws.
  /// - Precondition: there is a draw, and the level lies in 0...1.
  public func parallelAnalysis(
    draws: Int = 1000, level: Double = 0.95, replicates: Replicates
  ) throws(LinearAlgebraError) -> ParallelAnalysis {
    precondition(draws > 0 && (0...1).contains(level), "draws and a level from 0 to 1 are needed")
    let varying = deviations.filter { $0 > 0 }
    let found = try replicates.map(0..<draws) {
      (_, random: inout ReplicateGenerator) throws(LinearAlgebraError) in
      try chanceVariances(varying, &random)
    }
    let thresholds = variances.indices.map { place in
      place < varying.count ? found.map { $0[place] }.quantile(level) ?? 0 : 0
    }
    let kept = zip(variances, thresholds).prefix { $0 > $1 }.count
    return ParallelAnalysis(level: level, draws: draws, thresholds: thresholds, count: kept)
  }

  /// The variances of the components of independent normal columns.
  private func chanceVariances(
    _ deviations: [Double], _ random: inout ReplicateGenerator
  ) throws(LinearAlgebraError) -> [Double] {
    let p = deviations.count
    // (n − 1) times the covariances are L Lᵀ: normal numbers below the diagonal, roots of chi-squared
    // ones on it. With fewer rows than columns the rows themselves are as short.
    let freedom = rows - 1
    var factor = Matrix(rows: p, columns: min(p, freedom))
    for column in 0..<factor.columns {
      for row in column..<p {
        factor[row, column] =
          row == column
          ? ChiSquaredDistribution(degreesOfFreedom: Double(freedom - column))
            .quantile(random.uniform()).squareRoot()
          : NormalDistribution().quantile(random.uniform())
      }
    }
    var scales = deviations.map { $0 / Double(freedom).squareRoot() }
    if isScaled {
      for row in 0..<p {
        let square = (0..<factor.columns).reduce(0.0) { $0 + factor[row, $1] * factor[row, $1] }
        scales[row] = 1 / square.squareRoot()
      }
    }
    let scaled = factor.scalingRows(by: scales)
    return try SymmetricEigen(scaled.timesTransposed(scaled)).values
  }
}
