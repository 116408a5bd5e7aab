internal import CKernels

/// The normal equations of the levels of all groupings but the principal one, which is taken out.
///
/// S = D − N' W⁻¹ N: D the weights shared by levels, N those shared by units and levels, W those of the
/// units. S is singular: each part of the sample that shares no group with the rest has one constant
/// too many. A level whose effect is a combination of those before it is left out; its effect is
/// zero.
struct LevelEquations: Sendable {
  /// The number of levels.
  let count: Int
  /// The number of levels whose effects are free.
  let rank: Int
  /// L of S = L L', row by row, with zeros in the rows and columns left out.
  private let factor: [Double]
  private let isKept: [Bool]

  /// A level of which less than this part is left is a combination of those before it: a hundred
  /// thousand rounding errors, and less than the weight of one row in ten thousand million.
  private static let rankTolerance = 1e-11

  /// Builds and factors the equations.
  ///
  /// - Parameters:
  ///   - rows: the rows.
  ///   - isRedundant: the levels known to be combinations of others.
  init(_ rows: UnitRows, redundant isRedundant: [Bool]) {
    let count = rows.levelWeights.count
    var matrix = [Double](repeating: 0, count: count * count)
    var cells = [Double](repeating: 0, count: count)
    var touched = [Int32](repeating: 0, count: count)
    unsafe rows.withKernelRows {
      unsafe minhbach_within_equations($0, count, &matrix, &cells, &touched)
    }
    var isKept = isRedundant.map { !$0 }
    for column in 0..<count {
      var pivot = matrix[column * count + column]
      for inner in 0..<column {
        let entry = matrix[column * count + inner]
        pivot -= entry * entry
      }
      guard isKept[column], pivot > Self.rankTolerance * rows.levelWeights[column] else {
        isKept[column] = false
        for row in column..<count { matrix[row * count + column] = 0 }
        for inner in 0..<column { matrix[column * count + inner] = 0 }
        continue
      }
      let root = pivot.squareRoot()
      matrix[column * count + column] = root
      for row in (column + 1)..<max(count, column + 1) {
        var entry = matrix[row * count + column]
        for inner in 0..<column {
          entry -= matrix[row * count + inner] * matrix[column * count + inner]
        }
        matrix[row * count + column] = entry / root
      }
    }
    self.count = count
    self.isKept = isKept
    factor = matrix
    rank = isKept.count { $0 }
  }

  /// The effects that give the sums of a column by level.
  func solve(_ sums: [Double]) -> [Double] {
    var effects = sums
    for row in 0..<count {
      guard isKept[row] else {
        effects[row] = 0
        continue
      }
      var rest = effects[row]
      for column in 0..<row { rest -= factor[row * count + column] * effects[column] }
      effects[row] = rest / factor[row * count + row]
    }
    for row in (0..<count).reversed() where isKept[row] {
      effects[row] /= factor[row * count + row]
      for column in 0..<row { effects[column] -= factor[row * count + column] * effects[row] }
    }
    return effects
  }
}
