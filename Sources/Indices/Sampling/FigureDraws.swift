import LinearAlgebra
import Statistics

/// Tables of the figures that all firms might have given, in view of what the sampled ones gave.
///
/// Each figure gets a normal error of its standard error, correlated with the others of its province. That alone
/// would scatter scores more than they truly do; so all figures of a province are moved together, along what its
/// error would have done, until its score is drawn from the shrunk score with its error: for figures x
/// of covariance V, slopes a and a score of variance e² shrunk by a part B towards μ, drawn as
/// x + z + V a B / e² (μ + u − a'(x + z)), with z of covariance V and u of variance e² (1 − B) / B
/// (Journel & Huijbregts 1978, §VII.A.1: conditioning by kriging).
struct FigureDraws: Sendable {
  private let figures: SampledFigures
  /// The lower triangle L of the correlations L L'.
  private let factor: Matrix
  /// How the figures of each province answer to its score.
  private let gains: [[Double]]
  /// The standard deviation of u for each province.
  private let spreads: [Double]
  /// The score that all are shrunk to.
  private let mean: Double

  /// Prepares draws.
  ///
  /// - Parameters:
  ///   - figures: the figures with their errors.
  ///   - isShrunk: whether scores are shrunk; else figures have their errors alone.
  /// - Throws: `IndexError.badSampling` where some sum of indicators would have a variance below zero.
  init(_ figures: SampledFigures, isShrunk: Bool = true) throws(IndexError) {
    self.figures = figures
    let errors = figures.scoreErrors
    let shrunk = EmpiricalBayes(figures.scores, errors: errors)
    mean = shrunk.mean
    let parts = isShrunk ? shrunk.shrinkage : errors.map { _ in 0 }
    gains = errors.indices.map { province in
      Self.gains(figures, province).map {
        errors[province] > 0 ? $0 * parts[province] / (errors[province] * errors[province]) : 0
      }
    }
    spreads = zip(errors, parts).map { $1 > 0 ? $0 * ((1 - $1) / $1).squareRoot() : 0 }
    do { factor = try Cholesky(figures.correlations).lower } catch {
      var name = ""
      if case .notPositiveDefinite(let column) = error { name = figures.rule.indicators[column] }
      throw .badSampling(
        "the correlations contradict one another: with those of \(name) some sum of indicators would have "
          + "no variance, or one below zero")
    }
  }

  /// Draws one table.
  ///
  /// - Parameter random: where the draw comes from.
  /// - Returns: a column for each indicator of the rule, a row for each province.
  func columns(_ random: inout ReplicateGenerator) -> [[Double]] {
    let normal = NormalDistribution()
    let count = factor.rows
    var columns = [[Double]](
      repeating: [Double](repeating: 0, count: figures.provinces.count), count: count)
    var room = [Double](repeating: 0, count: count)
    for province in figures.provinces.indices {
      for place in 0..<count { room[place] = normal.quantile(random.uniform()) }
      var drawn = (0..<count).map { place in
        figures.values[province][place] + figures.errors[province][place]
          * (0...place).reduce(0) { $0 + factor[place, $1] * room[$1] }
      }
      if spreads[province] > 0 {
        let wanted = mean + spreads[province] * normal.quantile(random.uniform())
        let lead = wanted - figures.rule.score(drawn)
        for place in 0..<count { drawn[place] += gains[province][place] * lead }
      }
      for place in 0..<count { columns[place][province] = drawn[place] }
    }
    return columns
  }

  /// V a: the covariance of each figure's error with that of the score.
  private static func gains(_ figures: SampledFigures, _ province: Int) -> [Double] {
    let parts = zip(figures.rule.components, figures.errors[province]).map { $0.slope * $1 }
    return parts.indices.map { place in
      figures.errors[province][place]
        * parts.indices.reduce(0) { $0 + parts[$1] * figures.correlations[place, $1] }
    }
  }
}
