public import LinearAlgebra
internal import Statistics

/// The removal of fixed effects from columns: what is left is orthogonal to the indicators of every group.
///
/// With the indicators D of all groups and the weights W, a column x becomes x − D (D'W D)⁻ D'W x. By the
/// theorem of Frisch, Waugh and Lovell, a regression of demeaned columns has the coefficients of the
/// regression with an indicator for each group.
///
/// The grouping with the most groups is taken out by its means, exactly. The levels of the others
/// solve equations (Abowd, Creecy & Kramarz 2002; Gaure 2013, doi:10.1016/j.csda.2013.03.024):
///
/// - one grouping: none are left;
/// - two, each pair of groups once and unweighted: the solution is in the means;
/// - up to 200 levels: Cholesky;
/// - more: conjugate gradients, eight columns side by side, the levels' weights as preconditioner.
///
/// Each solution is followed by another for what is left of the group means, until they are zero to
/// 1e-13 of the column's root mean square or get no smaller. The same bytes come out on any number of
/// threads: a column is worked on by one.
public struct WithinTransformation: Sendable {
  /// The fixed effects, in the order given.
  public let groupings: [Grouping]
  /// The weight of each row, nil where all weigh one.
  public let weights: [Double]?
  /// How many threads work at most; nil for as many as there are processors.
  public let threads: Int?
  /// Nil where there are no effects.
  let rows: UnitRows?
  let solver: LevelSolver

  /// The most levels that are solved for by Cholesky.
  static let directLimit = 200
  /// Numbers for which a second thread is worth waking.
  private static let parallelSize = 1 << 16

  /// Prepares the removal of effects.
  ///
  /// - Parameters:
  ///   - groupings: the fixed effects: none, one, or more.
  ///   - weights: the weight of each row, nil where all weigh one.
  ///   - threads: how many threads work at most; nil for as many as there are processors.
  /// - Precondition: the groupings and the weights have the same rows; weights are above zero and
  ///   finite.
  public init(groupings: [Grouping], weights: [Double]? = nil, threads: Int? = nil) {
    self.init(
      groupings: groupings, weights: weights, threads: threads, directLimit: Self.directLimit,
      knowsBalance: true)
  }

  /// Prepares the removal of effects by a way of choice, so that tests can compare them.
  init(
    groupings: [Grouping], weights: [Double]? = nil, threads: Int? = nil, directLimit: Int,
    knowsBalance: Bool
  ) {
    let rows = groupings.first?.codes.count
    precondition(
      groupings.allSatisfy { $0.codes.count == rows }, "the groupings must have the same rows")
    if let weights {
      precondition(rows ?? weights.count == weights.count, "there must be a weight for each row")
      precondition(
        weights.allSatisfy { $0 > 0 && $0.isFinite }, "weights must be above zero and finite")
    }
    self.groupings = groupings
    self.weights = weights
    self.threads = threads
    self.rows = groupings.isEmpty ? nil : UnitRows(groupings, weights: weights)
    solver =
      self.rows.map {
        LevelSolver(
          $0, groupings: groupings, directLimit: directLimit, knowsBalance: knowsBalance)
      } ?? .none
  }

  /// Removes the effects from columns.
  ///
  /// - Parameter columns: a row for each row of the groupings; changed in place.
  /// - Returns: how near it came to the end, and the columns of which nothing is left.
  /// - Throws: `notFinite` where a number is infinite, undefined, or too large to be squared; the
  ///   columns are then of no use.
  /// - Precondition: the matrix has the rows of the groupings.
  public func demean(_ columns: inout Matrix) throws(LinearAlgebraError) -> Convergence {
    let shape = (rows: columns.rows, columns: columns.columns)
    checkRows(shape.rows)
    let found = unsafe columns.withUnsafeMutableBufferPointer { storage in
      let memory = unsafe ColumnMemory(
        source: UnsafePointer(storage.baseAddress), target: storage.baseAddress, rows: shape.rows)
      return demean(memory, columns: shape.columns)
    }
    guard found.allSatisfy(\.isFinite) else { throw .notFinite }
    return Convergence(found)
  }

  /// Columns without the effects, the columns themselves being kept.
  ///
  /// - Parameter columns: a row for each row of the groupings.
  /// - Returns: the columns without effects, and how near that came to its end.
  /// - Throws: `notFinite` where a number is infinite, undefined, or too large to be squared.
  /// - Precondition: the matrix has the rows of the groupings.
  public func demeaned(
    _ columns: Matrix
  ) throws(LinearAlgebraError) -> (columns: Matrix, convergence: Convergence) {
    checkRows(columns.rows)
    var found: [DemeanedColumn] = []
    let result = unsafe Matrix(rows: columns.rows, columns: columns.columns) { target in
      unsafe columns.withUnsafeBufferPointer { source in
        let memory = unsafe ColumnMemory(
          source: source.baseAddress, target: target.baseAddress, rows: columns.rows)
        found = demean(memory, columns: columns.columns)
      }
    }
    guard found.allSatisfy(\.isFinite) else { throw .notFinite }
    return (result, Convergence(found))
  }

  private func checkRows(_ count: Int) {
    precondition(
      rows.map { $0.rows == count } ?? true, "the columns must have the rows of the groupings")
  }

  /// Works on all columns, in blocks that share what the solver reads.
  private func demean(_ memory: ColumnMemory, columns: Int) -> [DemeanedColumn] {
    let isLarge = memory.rows * columns >= Self.parallelSize
    let replicates = Replicates(seed: 0, threads: isLarge ? threads : 1)
    return replicates.chunks(of: 0..<columns, length: solver.blockLength) { block in
      guard let rows else { return block.map { memory.copy($0) } }
      var worker = BlockDemeaning(rows: rows, solver: solver)
      return worker.demean(memory, block)
    }.flatMap { $0 }
  }
}
