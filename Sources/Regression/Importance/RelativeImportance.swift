public import LinearAlgebra
public import Tables

/// How much of R² each regressor explains, when correlated regressors explain much of it together.
///
/// The share of a regressor is the mean, over all p! orders in which regressors can enter, of what R²
/// grows by when it enters: the measure "LMG", Shapley's value of R². Shares are of R² itself, not of
/// one; they add up to it. No share says what would happen if a regressor were changed: it is about the
/// spread of the response among the rows. Sources: Lindeman, Merenda & Gold (1980), Introduction to
/// Bivariate and Multivariate Analysis, p. 119; Grömping (2006), doi:10.18637/jss.v017.i01, whose R
/// package relaimpo defines the other measures alike.
public struct RelativeImportance: Sendable, Equatable {
  /// A regressor, or a group of them, and its part in R².
  public struct Player: Sendable, Equatable {
    /// What it is called.
    public let name: String
    /// The regressors it has.
    public let regressors: [String]
    /// The share: the mean gain of R² over all orders of entry.
    public let share: Double
    /// The gain of R² when it enters first: R² of itself alone.
    public let first: Double
    /// The gain of R² when it enters last.
    public let last: Double
    /// The square of the standardised coefficient; nil for a group, and where coefficients are not unique.
    public let squaredBeta: Double?
    /// The standardised coefficient times the correlation with the response (Pratt 1987); nil as above.
    public let pratt: Double?
  }

  /// Who shares, in the order of their first regressors.
  public let players: [Player]
  /// R² of all regressors together, beyond what every model holds.
  public let rSquared: Double
  /// The number of rows it rests on; nil where a covariance matrix was given.
  public let rowCount: Int?
  /// The number of regressors that are no combination of others.
  public let rank: Int
  /// What is worth knowing of regressors that could not take part as others do.
  public let notes: [Phrase]

  /// The shares alone.
  public var shares: [Double] { players.map(\.share) }

  /// Shares out the R² of prepared rows.
  ///
  /// - Parameter data: the rows.
  /// - Throws: `constantResponse`.
  /// - Complexity: about 2ᵖ steps for p players, after O(n p²) for the sums of products.
  public init(_ data: ImportanceData) throws(ImportanceError) {
    var solver = ImportanceSolver(data)
    guard let solution = solver.solution(of: ImportanceMoments(data).blocks) else {
      throw .constantResponse
    }
    self.init(
      solution, players: data.players, regressors: data.regressors, rowCount: data.rowCount,
      beside: data.common.coefficients)
  }

  /// Shares out the R² that a covariance matrix implies.
  ///
  /// - Parameters:
  ///   - covariance: (p + 1) × (p + 1) covariances, sums of products or correlations, the response
  ///     last.
  ///   - names: the names of the p regressors.
  ///   - groups: regressors that are one player together.
  /// - Throws: `constantResponse`, `noCovariance` where the matrix is not symmetric or a variance is
  ///   negative, `notFinite`, or what is wrong with the groups.
  /// - Precondition: the sizes agree.
  public init(
    covariance: Matrix, names: [String], groups: [RegressorGroup] = []
  ) throws(ImportanceError) {
    precondition(
      covariance.rows == names.count + 1 && covariance.columns == names.count + 1,
      "a covariance matrix has a row and a column for each regressor and the response")
    let players = try ImportancePlayers(regressors: names, groups: groups)
    let scaled = try ScaledCovariance(covariance, names: names, order: players.columns)
    var solver = ImportanceSolver(leading: 0, players: players, smallest: 0)
    guard let solution = solver.solution(of: scaled.packed) else { throw .constantResponse }
    guard solution.lowest >= -ScaledCovariance.slack else {
      throw .noCovariance(reason: "a combination of its columns has a negative variance")
    }
    self.init(solution, players: players, regressors: names, rowCount: nil, beside: 0)
  }

  private init(
    _ solution: ImportanceSolver.Solution, players: ImportancePlayers, regressors: [String],
    rowCount: Int?, beside: Int
  ) {
    let correlations = solution.correlations
    let response = correlations.order - 1
    let all = CorrelationSweep(correlations, on: 0..<response)
    let ambiguous = Set(all.zero + all.dependent.flatMap { [$0.column] + $0.on })
    var next = 0
    self.players = players.names.indices.map { player in
      let columns = next..<next + players.members[player].count
      next = columns.upperBound
      let single = columns.count == 1 && !ambiguous.contains(columns.lowerBound)
      let beta = single ? all.coefficient(of: columns.lowerBound) : nil
      return Player(
        name: players.names[player], regressors: players.members[player].map { regressors[$0] },
        share: solution.shares[player],
        first: 1 - CorrelationSweep(correlations, on: columns).residual,
        last: single
          ? all.loss(of: columns.lowerBound)
          : Self.residual(correlations, without: columns) - all.residual,
        squaredBeta: beta.map { $0 * $0 },
        pratt: beta.map { $0 * correlations[columns.lowerBound, response] })
    }
    rSquared = solution.rSquared
    rank = solution.rank
    self.rowCount = rowCount
    let name = { (column: Int) in regressors[players.columns[column]] }
    notes = Self.notes(
      all, name: name, isExact: rowCount.map { $0 <= beside + solution.rank } ?? false)
  }

  private static func residual(_ correlations: PackedMatrix, without columns: Range<Int>) -> Double
  {
    let others = (0..<correlations.order - 1).filter { !columns.contains($0) }
    return CorrelationSweep(correlations, on: others).residual
  }

  private static func notes(
    _ sweep: CorrelationSweep, name: (Int) -> String, isExact: Bool
  ) -> [Phrase] {
    var notes = sweep.zero.map {
      Phrase(
        """
        \(name($0)) does not vary, or is explained by what every model holds: its share is zero.
        """)
    }
    notes += sweep.dependent.map { column, others in
      Phrase(
        """
        \(name(column)) is a combination of \(others.map(name)): their shares rest on R², which is \
        unique, but they have no coefficients of their own.
        """)
    }
    if isExact {
      notes.append(
        Phrase("There are as many coefficients as rows: R² is 1 whatever the figures are."))
    }
    return notes
  }
}
