import CCbc
import Synchronization

extension LinearProgram {
  /// How whole numbers are searched for.
  public enum Method: Sendable, Hashable {
    /// The program is first made smaller and then tightened by cuts: the usual way. CBC 2.10 has called points optimal by
    /// it that were not, in 3 of 400 small programs with whole numbers.
    case branchAndCut
    /// Branching alone. Better where whole numbers only switch rows on and off, which cuts do little
    /// about: ranks over a box of weights come three to nine times as fast.
    case branchAndBound
  }

  /// The solver shares state among its models: of concurrent searches some end falsely "not optimal".
  private static let solver = Mutex<minhbach_cbc?>(nil)

  /// Finds a point of least cost, by the dual simplex method and, with whole numbers, branch and cut.
  ///
  /// The same program gives the same answer: searches are broken off by count, never by the clock. One
  /// search runs at a time, whatever the number of threads. Solver: COIN-OR CBC (Forrest &
  /// Lougee-Heimer 2005, doi:10.1287/educ.1053.0020).
  ///
  /// - Parameters:
  ///   - nodes: after how many nodes of the search tree it is broken off; nil for never.
  ///   - method: how whole numbers are searched for.
  /// - Returns: how the search ended.
  /// - Throws: `OptimisationError`: the solver is not installed, or gave up for numerical difficulties.
  /// - Precondition: the number of nodes is not negative.
  public func minimum(
    nodes: Int? = nil, by method: Method = .branchAndBound
  ) throws(OptimisationError) -> Outcome {
    precondition(nodes ?? 0 >= 0, "a number of nodes cannot be negative")
    // Without variables the solver has nothing to be asked about.
    guard !variables.isEmpty else {
      return rows.allSatisfy { $0.limits.contains(0) }
        ? .optimal(Outcome.Point(values: [], cost: 0)) : .infeasible
    }
    return try Self.solver.withLock { solver throws(OptimisationError) in
      let cbc = try Self.loaded(&solver)
      let model = CbcModel(self, nodes: nodes, method: method, by: cbc)
      return outcome(of: try model.solve())
    }
  }

  /// The functions of CBC, looked up once.
  private static func loaded(_ solver: inout minhbach_cbc?) throws(OptimisationError)
    -> minhbach_cbc
  {
    if let solver { return solver }
    var cbc = minhbach_cbc()
    guard unsafe minhbach_load_cbc(&cbc) != 0 else { throw .notInstalled }
    solver = cbc
    return cbc
  }

  /// Takes whole numbers for whole, and the cost from them.
  private func outcome(of ending: CbcModel.Ending) -> Outcome {
    func point(_ values: [Double]) -> Outcome.Point {
      let values = zip(variables, values).map { variable, value in
        // The solver keeps bounds to 1e-7 and whole numbers to 1e-6.
        let inside = min(max(value, variable.bounds.lowerBound), variable.bounds.upperBound)
        return variable.isWhole ? inside.rounded() : inside
      }
      return Outcome.Point(values: values, cost: cost(of: values))
    }
    switch ending {
    case .optimal(let values): return .optimal(point(values))
    case .infeasible: return .infeasible
    case .stopped(let values, let bound):
      // What the bounds of the variables imply holds before the solver has found anything.
      let implied = variables.reduce(0) {
        $0 + min($1.cost * $1.bounds.lowerBound, $1.cost * $1.bounds.upperBound)
      }
      // The solver tells its largest number where it has no bound yet.
      let isKnown = abs(bound) < 1e300
      return .stopped(best: values.map(point), bound: isKnown ? max(bound, implied) : implied)
    }
  }
}
