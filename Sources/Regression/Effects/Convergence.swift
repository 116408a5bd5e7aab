public import Tables

/// How near the removal of fixed effects came to its end.
public struct Convergence: Sendable, Equatable {
  /// The most rounds that any column needed: solutions of the normal equations where they are solved at
  /// once, steps of conjugate gradients otherwise; zero where group means are exact.
  public let iterations: Int
  /// The largest mean of a group that is left in a column, in root mean squares of that column.
  public let largestChange: Double
  /// The columns that the effects explain entirely, in ascending order; they have been made zero.
  ///
  /// Those are they of which less than 1e-10 of the length is left: the same part as
  /// `LeastSquares` takes for a combination of other columns.
  public let absorbedColumns: [Int]

  /// What every group mean must fall under.
  static let tolerance = 1e-12

  /// Whether every group mean is zero to 1e-12.
  public var hasConverged: Bool { largestChange <= Self.tolerance }

  /// What is worth knowing, as sentences.
  public var notes: [Phrase] {
    guard !hasConverged else { return [] }
    return [
      Phrase(
        """
        The fixed effects are not removed to the last digit: after \(iterations) rounds a group mean \
        of \(verbatim: largestChange) root mean squares is left; groups that hardly overlap are the \
        usual cause.
        """)
    ]
  }

  /// Sums up what was found column by column.
  init(_ columns: [DemeanedColumn]) {
    iterations = columns.map(\.iterations).max() ?? 0
    largestChange = columns.map(\.change).max() ?? 0
    absorbedColumns = columns.indices.filter { columns[$0].isAbsorbed }
  }
}

/// What became of one column when its effects were removed.
struct DemeanedColumn: Sendable {
  var iterations = 0
  /// How often the effects were solved for.
  var solutions = 0
  /// The largest group mean left, in root mean squares.
  var change = 0.0
  var isAbsorbed = false
  /// Whether the sum of squares of what came in is a number.
  var isFinite = true
}
