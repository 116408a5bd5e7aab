internal import CKernels

extension LevelSolver {
  /// The steps of conjugate gradients after which a solution is given up.
  private static let mostSteps = 20_000
  /// The group means at which a solution ends, as a part of those it starts from.
  ///
  /// What is left is seen in the columns themselves, and solved for again.
  private static let reduction = 1e-10

  /// Finds the effects of the levels from their sums.
  ///
  /// - Parameters:
  ///   - rows: the rows.
  ///   - sums: the sums by level of no more than `BlockDemeaning.width` columns.
  ///   - floors: the means that are no more than rounding, column by column.
  /// - Returns: the effects of each column, and how many steps they took.
  func solve(
    _ rows: UnitRows, _ sums: [[Double]], floors: [Double]
  ) -> (effects: [[Double]], steps: Int) {
    switch self {
    case .none: (sums, 0)
    case .balanced(let units): (sums.map { $0.map { $0 / units } }, 0)
    case .direct(let equations): (sums.map(equations.solve), 1)
    case .iterative: Self.conjugateGradients(rows, sums, floors: floors)
    }
  }

  /// Conjugate gradients with the weights of the levels as preconditioner, each column on its own.
  ///
  /// The equations are singular but consistent, which does not matter to it.
  private static func conjugateGradients(
    _ rows: UnitRows, _ sums: [[Double]], floors: [Double]
  ) -> (effects: [[Double]], steps: Int) {
    typealias Lanes = SIMD8<Double>
    precondition(sums.count <= BlockDemeaning.width, "too many columns side by side")
    let levels = rows.levelWeights.count
    let reciprocals = rows.levelWeights.map { 1 / $0 }
    var residual = (0..<levels).map { level in
      var lanes = Lanes.zero
      for (lane, sums) in sums.enumerated() { lanes[lane] = sums[level] }
      return lanes
    }
    var effects = [Lanes](repeating: .zero, count: levels)
    // The residual over the weights: the means that are left.
    var direction = zip(residual, reciprocals).map { $0 * $1 }
    var applied = [Lanes](repeating: .zero, count: levels)
    var (square, largest) = (Lanes.zero, Lanes.zero)
    for level in 0..<levels {
      square += residual[level] * direction[level]
      largest = pointwiseMax(largest, direction[level] * direction[level])
    }
    var goal = largest * (reduction * reduction)
    for (lane, floor) in floors.enumerated() { goal[lane] = max(goal[lane], floor * floor) }
    var steps = 0
    while steps < mostSteps {
      // A column that has come to its end stands still.
      let isMoving = largest .> goal
      guard any(isMoving) else { break }
      steps += 1
      for level in 0..<levels { applied[level] = .zero }
      apply(rows, direction, &applied)
      var curvature = Lanes.zero
      for level in 0..<levels { curvature += direction[level] * applied[level] }
      // In a flat direction there is nothing to be gained.
      let isFlat = isMoving .& .!(curvature .> Lanes.zero)
      goal.replace(with: .infinity, where: isFlat)
      let step = (square / curvature).replacing(with: Lanes.zero, where: .!isMoving .| isFlat)
      var next = Lanes.zero
      largest = .zero
      for level in 0..<levels {
        effects[level] += step * direction[level]
        residual[level] -= step * applied[level]
        let mean = residual[level] * reciprocals[level]
        next += residual[level] * mean
        largest = pointwiseMax(largest, mean * mean)
      }
      let turn = (next / square).replacing(with: Lanes.zero, where: .!isMoving)
      square = next
      for level in 0..<levels {
        direction[level] = residual[level] * reciprocals[level] + turn * direction[level]
      }
    }
    return (sums.indices.map { lane in effects.map { $0[lane] } }, steps)
  }

  private static func apply(
    _ rows: UnitRows, _ effects: [SIMD8<Double>], _ sums: inout [SIMD8<Double>]
  ) {
    unsafe rows.withKernelRows { rows in
      unsafe effects.withUnsafeBytes { effects in
        unsafe sums.withUnsafeMutableBytes { sums in
          unsafe minhbach_within_apply(
            rows, effects.assumingMemoryBound(to: Double.self).baseAddress,
            sums.assumingMemoryBound(to: Double.self).baseAddress)
        }
      }
    }
  }
}
