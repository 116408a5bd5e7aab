import CCbc

/// A program handed to CBC; it is given back at the end.
///
/// One at a time: see `LinearProgram.minimum(nodes:)`.
@safe
internal struct CbcModel: ~Copyable {
  private let cbc: minhbach_cbc
  private let handle: UnsafeMutableRawPointer
  private let columns: Int
  private let hasWholeNumbers: Bool

  /// How CBC ended.
  internal enum Ending {
    case optimal([Double])
    case stopped([Double]?, bound: Double)
    case infeasible
  }

  /// Hands a program over.
  internal init(
    _ program: LinearProgram, nodes: Int?, method: LinearProgram.Method, by cbc: minhbach_cbc
  ) {
    guard let handle = cbc.newModel() else { preconditionFailure("there is no memory") }
    self.cbc = cbc
    unsafe self.handle = unsafe handle
    columns = program.variables.count
    hasWholeNumbers = program.variables.contains(where: \.isWhole)
    unsafe cbc.setLogLevel(handle, 0)
    unsafe cbc.setParameter(handle, "log", "0")
    if let nodes { unsafe cbc.setParameter(handle, "maxNodes", "\(nodes)") }
    if method == .branchAndBound {
      for stage in ["preprocess", "cuts", "heuristicsOnOff"] {
        unsafe cbc.setParameter(handle, stage, "off")
      }
    }
    let matrix = SparseColumns(program)
    let (variables, rows) = (program.variables, program.rows)
    unsafe cbc.loadProblem(
      handle, Int32(columns), Int32(rows.count), matrix.starts, matrix.rows, matrix.values,
      variables.map(\.bounds.lowerBound), variables.map(\.bounds.upperBound),
      variables.map(\.cost), rows.map { Self.finite($0.limits.lowerBound) },
      rows.map { Self.finite($0.limits.upperBound) })
    for (index, variable) in variables.enumerated() where variable.isWhole {
      unsafe cbc.setInteger(handle, Int32(index))
    }
  }

  deinit { unsafe cbc.deleteModel(handle) }

  /// Runs the search.
  internal borrowing func solve() throws(OptimisationError) -> Ending {
    // What it returns is the status, which is asked for below.
    _ = unsafe cbc.solve(handle)
    // The codes decide, never the objective: CBC leaves the relaxation's there where it found nothing.
    let status = unsafe cbc.status(handle)
    if unsafe cbc.isAbandoned(handle) != 0 { throw .abandoned(status: Int(status)) }
    if unsafe cbc.isProvenOptimal(handle) != 0 { return .optimal(values) }
    // With finite bounds nothing is unbounded, which CBC also calls infeasible.
    if unsafe cbc.isProvenInfeasible(handle) != 0 { return .infeasible }
    guard hasWholeNumbers, status == Self.stopped else { throw .abandoned(status: Int(status)) }
    let hasSolution = unsafe cbc.bestSolution(handle) != nil
    return .stopped(
      hasSolution ? values : nil, bound: unsafe cbc.getBestPossibleObjValue(handle))
  }

  private var values: [Double] {
    guard let first = unsafe cbc.getColSolution(handle) else { return [] }
    return unsafe Array(UnsafeBufferPointer(start: first, count: columns))
  }

  /// COIN's infinity is the largest finite number.
  private static func finite(_ limit: Double) -> Double {
    min(max(limit, -.greatestFiniteMagnitude), .greatestFiniteMagnitude)
  }

  /// Stopped on the number of nodes.
  private static let stopped: Int32 = 1
}
