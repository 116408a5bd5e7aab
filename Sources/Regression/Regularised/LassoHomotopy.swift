/// The lasso for every penalty, by following its solution from kink to kink.
///
/// Between two kinks the solution is a straight line in λ: with the active columns A and their signs s,
/// w_A = (G_AA)⁻¹ (c_A − λ s). As λ falls, a kink comes where a column's gradient reaches ±λ and it
/// joins, or where a coefficient reaches zero and leaves. Nothing is iterated to a tolerance; a line that
/// a penalty asked for lies on is refined against G itself, and each solution checked. Source: Osborne, Presnell & Turlach (2000),
/// doi:10.1093/imanum/20.3.389; Efron, Hastie, Johnstone & Tibshirani (2004),
/// doi:10.1214/009053604000000067.
internal struct LassoHomotopy {
  private let problem: PenalisedProblem
  private var table: SweptMatrix
  private var isActive: [Bool]
  /// Columns that those active leave nothing of; they may come back when one leaves.
  private var isBlocked: [Bool]
  /// The signs of the active columns times their factors; zero for the others.
  private var signs: [Double]
  /// For active columns the coefficient at λ is constant − λ slope; for others the gradient is
  /// constant + λ slope.
  private var constant: [Double]
  private var slope: [Double]
  /// Whether the present line has been refined.
  private var isRefined = false
  /// How far the ends of a refined line are from solving their equations.
  private var missedByConstant = 0.0
  private var missedBySlope = 0.0
  /// Where the path is.
  private var penalty = Double.infinity
  private var changes = 0
  /// Room for vectors, so that a path of a hundred penalties does not ask for it a thousand times.
  private var masked: [Double]
  private var product: [Double]

  /// Starts where all penalised coefficients are zero.
  init(_ problem: PenalisedProblem) {
    let p = problem.columns
    self.problem = problem
    table = SweptMatrix(problem.gram, order: p)
    isActive = [Bool](repeating: false, count: p)
    isBlocked = isActive
    signs = [Double](repeating: 0, count: p)
    constant = problem.correlations
    slope = signs
    masked = signs
    product = signs
    for column in 0..<p where problem.factors[column] == 0 { activate(column) }
    refresh()
  }

  /// The least penalty at which all penalised coefficients are zero.
  var largestPenalty: Double {
    isActive.indices.reduce(0) { largest, column in
      isActive[column] || isBlocked[column]
        ? largest : max(largest, abs(constant[column]) / problem.factors[column])
    }
  }

  /// Follows the path down to a penalty.
  ///
  /// - Parameter target: a penalty no larger than that before.
  /// - Returns: the solution there; nil where ties of many columns are in the way.
  mutating func solution(at target: Double) -> PenalisedSolution? {
    while let (next, column) = nextKink(), next > target {
      changes += 1
      guard changes < 50 * (problem.columns + 10) else { return nil }
      penalty = next
      if isActive[column] { deactivate(column) } else { activate(column) }
      refresh()
    }
    penalty = target
    if !isRefined { refine() }
    return present()
  }

  /// The largest penalty below the present one at which something changes, and the column that does.
  private func nextKink() -> (penalty: Double, column: Int)? {
    var (largest, found) = (0.0, -1)
    for column in isActive.indices {
      let candidate: Double
      let (start, slope) = (constant[column], slope[column])
      if isActive[column] {
        // The coefficient moves towards zero as the penalty falls.
        guard signs[column] * slope < 0 else { continue }
        candidate = start / slope
      } else if !isBlocked[column] {
        let factor = problem.factors[column]
        let rising = factor > slope ? start / (factor - slope) : 0
        let falling = factor > -slope ? -start / (factor + slope) : 0
        candidate = max(rising, falling)
      } else {
        continue
      }
      if candidate > largest { (largest, found) = (candidate, column) }
    }
    return found < 0 ? nil : (min(largest, penalty), found)
  }

  private mutating func activate(_ column: Int) {
    guard table.diagonal(column) > PenalisedProblem.pivotTolerance * problem.square(column) else {
      isBlocked[column] = true
      return
    }
    let factor = problem.factors[column]
    if factor > 0 {
      let gradient = constant[column] + penalty * slope[column]
      signs[column] = gradient < 0 ? -factor : factor
    }
    isActive[column] = true
    table.sweep(column)
  }

  private mutating func deactivate(_ column: Int) {
    isActive[column] = false
    signs[column] = 0
    table.unsweep(column)
    for other in isBlocked.indices { isBlocked[other] = false }
  }

  /// Takes the line up to the next kink anew.
  private mutating func refresh() {
    isRefined = false
    table.times(signs, into: &slope)
    for column in isActive.indices {
      masked[column] = isActive[column] ? problem.correlations[column] : 0
    }
    table.times(masked, into: &constant)
    for column in isActive.indices {
      if isActive[column] {
        slope[column] = -slope[column]
        constant[column] = -constant[column]
      } else {
        constant[column] = problem.correlations[column] - constant[column]
      }
    }
  }

  /// Corrects both ends of the line by what they miss: (G_AA)⁻¹ c_A and (G_AA)⁻¹ s_A.
  private mutating func refine() {
    (constant, missedByConstant) = corrected(
      constant, target: problem.correlations, sign: -1, bound: problem.rounding)
    (slope, missedBySlope) = corrected(slope, target: signs, sign: 1, bound: 4e-15)
    isRefined = true
  }

  /// Corrects the active entries x of one end towards (G_AA)⁻¹ t_A, and takes those of the other columns
  /// from G itself: sign · (G x − t).
  ///
  /// - Returns: the end, and how far G_AA x was from t_A at most when last looked at.
  private mutating func corrected(
    _ end: consuming [Double], target: [Double], sign: Double, bound: Double
  ) -> (end: [Double], missed: Double) {
    var missed = 0.0
    for _ in 0..<2 {
      missed = 0
      for column in isActive.indices { masked[column] = isActive[column] ? end[column] : 0 }
      problem.multiply(masked, into: &product)
      for column in isActive.indices {
        if isActive[column] {
          masked[column] = target[column] - product[column]
          missed = max(missed, abs(masked[column]))
        } else {
          end[column] = sign * (product[column] - target[column])
        }
      }
      guard missed > bound else { break }
      table.times(masked, into: &product)
      for column in isActive.indices where isActive[column] { end[column] -= product[column] }
    }
    return (end, missed)
  }

  /// The solution at the present penalty, with how far it misses the conditions of the minimum.
  private func present() -> PenalisedSolution {
    var coefficients = signs
    var (active, violation) = (0, missedByConstant + penalty * missedBySlope)
    for column in isActive.indices {
      let value = constant[column] - penalty * slope[column]
      if isActive[column] {
        active += 1
        // At a kink rounding may carry a coefficient past the zero that it leaves or comes to.
        let isPast = signs[column] * value < 0
        coefficients[column] = isPast ? 0 : value
        if isPast { violation = max(violation, abs(value) * problem.square(column)) }
      } else {
        let gradient = abs(constant[column] + penalty * slope[column])
        violation = max(violation, gradient - penalty * problem.factors[column])
      }
    }
    return PenalisedSolution(
      coefficients: coefficients, degreesOfFreedom: Double(active), violation: violation)
  }
}
