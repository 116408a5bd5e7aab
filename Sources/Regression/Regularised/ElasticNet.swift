import Glibc
import Statistics

/// A linear regression whose coefficients are held back by a penalty.
///
/// Minimises, over coefficients b of columns standardised to mean 0 and standard deviation 1 (dividing
/// by n) and over an intercept that bears no penalty,
///
///     RSS / (2 n) + λ Σ fⱼ (α |bⱼ| + (1 − α) bⱼ² / 2)
///
/// for each λ of a path. α = 1 is the lasso, which sets coefficients to zero; α = 0 is ridge; between
/// them is the elastic net. With weights, n is their sum and RSS is weighted. Sources: Tibshirani (1996),
/// doi:10.1111/j.2517-6161.1996.tb02080.x; Hoerl & Kennard (1970), doi:10.1080/00401706.1970.10488634;
/// Zou & Hastie (2005), doi:10.1111/j.1467-9868.2005.00503.x.
///
/// The lasso is followed from kink to kink and ridge has one set of eigenvectors, both without iteration; the
/// elastic net descends over coordinates to find which coefficients are not zero, and solves for them.
public struct ElasticNet: Sendable, Hashable {
  /// The penalties λ of a path.
  public enum Penalties: Sendable, Hashable {
    /// So many penalties, evenly spaced in logarithms from the least that sets all coefficients to zero
    /// down to a part of it.
    case spaced(count: Int, smallestPart: Double)
    /// The penalties given, from the largest to the smallest.
    case given([Double])
  }

  /// The share α of the absolute values in the penalty.
  public let mixing: Double
  /// The penalties λ.
  public let penalties: Penalties
  /// How much of the penalty each column bears; nil where all bear the whole.
  public let factors: [Double]?

  /// Describes a penalised regression.
  ///
  /// - Parameters:
  ///   - mixing: the share α of the absolute values in the penalty: 1 for the lasso, 0 for ridge.
  ///   - penalties: the penalties λ.
  ///   - factors: how much of the penalty each column bears; zero for a column that is always kept.
  /// - Precondition: α lies in 0...1; the penalties are finite, descend and are not negative, or are two
  ///   at least with a smallest part between 0 and 1; factors are finite and not negative.
  public init(
    mixing: Double = 1, penalties: Penalties = .spaced(count: 100, smallestPart: 1e-3),
    factors: [Double]? = nil
  ) {
    precondition((0...1).contains(mixing), "the share of the absolute values must be from 0 to 1")
    precondition(
      factors?.allSatisfy { $0 >= 0 && $0.isFinite } ?? true,
      "a column cannot bear less than nothing of the penalty")
    switch penalties {
    case .spaced(let count, let part):
      precondition(
        count >= 2 && part > 0 && part < 1,
        "a path needs two penalties at least, down to a part between 0 and 1 of the first")
    case .given(let values):
      precondition(
        values.allSatisfy { $0 >= 0 && $0.isFinite }
          && zip(values, values.dropFirst()).allSatisfy(>=),
        "penalties must not be negative, and be given from the largest down")
    }
    self.mixing = mixing
    self.penalties = penalties
    self.factors = factors
  }

  /// Fits the path to a sample.
  ///
  /// - Parameter moments: the sums and products of the sample; its folds are added up.
  /// - Returns: the coefficients at each penalty.
  /// - Throws: `RegularisedError.constantResponse`.
  /// - Precondition: where there are factors, each column has one.
  public func path(_ moments: FoldMoments) throws(RegularisedError) -> ElasticNetPath {
    let sample = try PenalisedSample(moments, factors: factors)
    let penalties = values(for: sample.problem)
    return ElasticNetPath(
      sample, mixing: mixing, penalties: penalties,
      solutions: solutions(of: sample.problem, at: penalties))
  }

  /// The penalties of the path of a problem.
  internal func values(for problem: PenalisedProblem) -> [Double] {
    switch penalties {
    case .given(let values): return values
    case .spaced(let count, let part):
      // Ridge never sets a coefficient to zero; its path begins where that of α = 0.001 does.
      let largest = LassoHomotopy(problem).largestPenalty / max(mixing, 1e-3)
      guard largest > 0 else { return [0] }
      return (0..<count).map { largest * pow(part, Double($0) / Double(count - 1)) }
    }
  }

  /// The solutions of a problem at penalties that descend.
  internal func solutions(
    of problem: PenalisedProblem, at penalties: [Double]
  ) -> [PenalisedSolution] {
    if mixing == 0 { return ridgeSolutions(of: problem, at: penalties) }
    var homotopy = mixing == 1 ? LassoHomotopy(problem) : nil
    var descent = CoordinateDescent(problem, mixing: mixing)
    return penalties.map { penalty in
      if let solution = homotopy?.solution(at: penalty), solution.violation <= problem.tolerance {
        return solution
      }
      // Many columns that tie for a kink lead the path astray; descent does not depend on their order.
      homotopy = nil
      return descent.solution(at: penalty)
    }
  }

  private func ridgeSolutions(
    of problem: PenalisedProblem, at penalties: [Double]
  ) -> [PenalisedSolution] {
    let path = RidgePath(problem)
    let signs = [Double](repeating: 0, count: problem.columns)
    let all = signs.indices.filter { problem.square($0) > 0 }
    return penalties.map { penalty in
      // Without a penalty collinear columns have no one solution; the later ones are left out then.
      if penalty > 0, let solution = path?.solution(at: penalty),
        solution.violation <= problem.tolerance
      {
        return solution
      }
      return problem.solution(active: all, signs: signs, penalty: penalty, mixing: 0)
    }
  }
}
