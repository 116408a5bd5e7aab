public import Indices
public import Panels
public import Tables

/// Base rates: of the provinces at some rank, how many stood at a given rank or better so many years later.
///
/// A plain count of published ranks inside years whose scores compare, whatever the provinces did: what any plan is to be
/// held against.
public struct RankTransitions: Sendable {
  /// Provinces that stood in a band of ranks, some years on.
  public struct Row: Sendable, Hashable {
    /// The ranks they stood at.
    public let from: ClosedRange<Int>
    /// How many years on.
    public let years: Int
    /// The number of cases.
    public let cases: Int
    /// How many stood at each rank or better, the first rank first.
    public let reached: [Int]

    /// The share that stood at a rank or better.
    ///
    /// - Parameter rank: the rank.
    /// - Returns: from 0 to 1.
    public func share(upTo rank: Int) -> Double {
      Double(reached[min(max(rank, 1), reached.count) - 1]) / Double(cases)
    }
  }

  /// One row for each band and number of years that has cases.
  public let rows: [Row]

  /// The ranks that `table()` tells of.
  public static let goals = [10, 20, 30, 40, 50]

  /// How many ranks a band is wide.
  private static let width = 10

  /// Counts.
  ///
  /// - Parameters:
  ///   - panel: figures and published scores.
  ///   - rules: the rules known.
  ///   - span: the years that are counted from.
  ///   - horizon: the most years on.
  public init(
    _ panel: Panel, rules: [ScoringRule], span: ClosedRange<Int> = 0...9999, horizon: Int = 5
  ) {
    let origins = ForecastOrigin.all(of: rules, in: panel, horizon: horizon, span: span)
    var moves: [[(before: Int, after: Int)]] = (0..<max(horizon, 1)).map { _ in [] }
    for origin in origins {
      for (ahead, outcome) in origin.outcomes.enumerated() {
        moves[ahead] += zip(origin.before, outcome).compactMap { pair in
          pair.0.flatMap { before in pair.1.map { (before, $0) } }
        }
      }
    }
    let last = moves.joined().map { max($0.before, $0.after) }.max() ?? 0
    rows = stride(from: 1, through: max(last, 1), by: Self.width).flatMap { first in
      let band = first...min(first + Self.width - 1, max(last, 1))
      return moves.enumerated().compactMap { ahead, moves -> Row? in
        let inside = moves.filter { band.contains($0.before) }
        guard !inside.isEmpty else { return nil }
        return Row(
          from: band, years: ahead + 1, cases: inside.count,
          reached: (1...last).map { rank in inside.count { $0.after <= rank } })
      }
    }
  }

  /// The base rates.
  ///
  /// Columns: from_first, from_last (the band of ranks), years (on), cases, and the share that stood among the first 10, 20,
  /// 30, 40 and 50.
  ///
  /// - Returns: a table.
  public func table() -> Table {
    Table(
      title: "base rates",
      columns: ["from_first", "from_last", "years", "cases"] + Self.goals.map { "top_\($0)" },
      rows: rows.map { row in
        [Cell(row.from.lowerBound), Cell(row.from.upperBound), Cell(row.years), Cell(row.cases)]
          + Self.goals.map { .number(row.share(upTo: $0)) }
      })
  }
}
