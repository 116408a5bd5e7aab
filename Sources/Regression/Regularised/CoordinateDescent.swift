import CKernels

/// The elastic net by coordinate descent on the products of the columns.
///
/// Each step minimises over one coefficient, w ← S(z, λ α f) / (G_jj + λ (1 − α) f) with the soft
/// threshold S, and moves the gradients of all. Sweeps over all columns alternate with sweeps over
/// those that are not zero. Once these no longer change, the coefficients are solved for exactly; the
/// solution counts when it meets the conditions of the minimum. Source: Friedman, Hastie &
/// Tibshirani (2010), doi:10.18637/jss.v033.i01.
internal struct CoordinateDescent {
  private let problem: PenalisedProblem
  private let mixing: Double
  private var coefficients: [Double]
  private var gradient: [Double]

  /// The sweeps after which a penalty is given up.
  static let sweepLimit = 100_000

  /// Starts from coefficients of zero.
  ///
  /// - Parameters:
  ///   - problem: what is solved.
  ///   - mixing: the share α of the absolute values in the penalty, above zero.
  init(_ problem: PenalisedProblem, mixing: Double) {
    self.problem = problem
    self.mixing = mixing
    coefficients = [Double](repeating: 0, count: problem.columns)
    gradient = problem.correlations
  }

  /// Descends to the solution at a penalty from that at the penalty before.
  mutating func solution(at penalty: Double) -> PenalisedSolution {
    let all = coefficients.indices.filter { problem.square($0) > 0 }
    let scale = problem.responseVariance.squareRoot()
    // Rounding would add up over many sweeps.
    problem.gradient(coefficients, into: &gradient)
    var tolerance = 1e-5 * scale
    var best = PenalisedSolution(
      coefficients: coefficients, degreesOfFreedom: 0, violation: .infinity)
    var sweeps = 0
    while sweeps < Self.sweepLimit {
      while sweeps < Self.sweepLimit {
        sweeps += 1
        guard sweep(all, penalty) > tolerance else { break }
        while sweeps < Self.sweepLimit {
          sweeps += 1
          guard sweep(all.filter { coefficients[$0] != 0 }, penalty) > tolerance else { break }
        }
      }
      let active = all.filter { coefficients[$0] != 0 || problem.factors[$0] == 0 }
      let solved = problem.solution(
        active: active, signs: coefficients.map { $0 < 0 ? -1 : 1 }, penalty: penalty,
        mixing: mixing)
      if solved.violation < best.violation { best = solved }
      if best.violation <= problem.tolerance || tolerance < 1e-16 * scale { break }
      tolerance /= 10
    }
    coefficients = best.coefficients
    return best
  }

  /// Minimises over each of some coefficients in turn, and returns the largest step times its column.
  private mutating func sweep(_ columns: [Int], _ penalty: Double) -> Double {
    let stride = Moments.stride(of: problem.columns)
    var largest = 0.0
    for column in columns {
      let square = problem.square(column)
      let factor = penalty * problem.factors[column]
      let old = coefficients[column]
      let reach = gradient[column] + square * old
      let threshold = mixing * factor
      let new =
        (reach > threshold ? reach - threshold : reach < -threshold ? reach + threshold : 0)
        / (square + (1 - mixing) * factor)
      guard new != old else { continue }
      coefficients[column] = new
      unsafe problem.gram.withUnsafeBufferPointer { gram in
        guard let base = gram.baseAddress else { return }
        unsafe minhbach_add_multiple(
          problem.columns, old - new, base + column * stride, &gradient)
      }
      largest = max(largest, abs(new - old) * square.squareRoot())
    }
    return largest
  }
}
