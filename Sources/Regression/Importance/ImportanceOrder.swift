public import Statistics
public import Tables

/// The order of regressors by their shares of R², and how sure it is.
public struct ImportanceOrder: Sendable, Equatable {
  /// What players are called.
  public let names: [String]
  /// The rank of each player by the rows themselves: 1 for the largest share.
  public let ranks: [Int]
  /// How often each rank came in the draws, of each player.
  public let distributions: [RankDistribution]
  /// The part of the draws in which the share of player i, the row, is above that of j, the column.
  ///
  /// A draw with equal shares counts half for each; a player is above itself in half of all draws.
  public let probabilityAbove: [[Double]]

  /// Shares no further apart than this are equal: regressors that say the same differ by rounding.
  private static let ranking = Ranking(tolerance: 1e-12)

  /// Counts ranks.
  ///
  /// - Parameters:
  ///   - names: what players are called.
  ///   - estimate: the shares of the rows themselves.
  ///   - draws: the shares of each draw.
  /// - Precondition: there is one draw at least.
  init(names: [String], estimate: [Double], draws: [[Double]]) {
    let players = names.count
    var counts = [[Int]](repeating: Array(repeating: 0, count: players), count: players)
    var above = [[Double]](repeating: Array(repeating: 0, count: players), count: players)
    for draw in draws {
      let ranks = Self.ranking.ranks(of: draw)
      for player in 0..<players {
        counts[player][ranks[player] - 1] += 1
        for other in 0..<players {
          let difference = draw[player] - draw[other]
          if abs(difference) <= Self.ranking.tolerance {
            above[player][other] += 0.5
          } else if difference > 0 {
            above[player][other] += 1
          }
        }
      }
    }
    self.names = names
    ranks = Self.ranking.ranks(of: estimate)
    distributions = counts.map(RankDistribution.init)
    probabilityAbove = above.map { row in row.map { $0 / Double(draws.count) } }
  }

  /// The ranks between which a player lay in a part of the draws.
  ///
  /// Ranks are whole: the interval is the narrowest that leaves out no more than half of the rest on
  /// either side.
  ///
  /// - Parameters:
  ///   - player: the number of the player.
  ///   - level: the part of the draws, such as 0.95.
  /// - Returns: the lowest and the highest rank, 1 being the best.
  public func interval(of player: Int, level: Double = 0.95) -> ClosedRange<Int> {
    precondition(level > 0 && level < 1, "the level of an interval lies between 0 and 1")
    let distribution = distributions[player]
    // Draws are whole, and so is what may be left out; rounding must not lose one.
    let left = Int((Double(distribution.draws) * (1 - level) / 2 + 1e-9).rounded(.down))
    var (low, high) = (0, distribution.counts.count - 1)
    var (below, above) = (distribution.counts[low], distribution.counts[high])
    while below <= left {
      low += 1
      below += distribution.counts[low]
    }
    while above <= left {
      high -= 1
      above += distribution.counts[high]
    }
    return low + 1...high + 1
  }

  /// The Monte Carlo standard error of the probability that a player is first.
  ///
  /// √(p (1 − p) / B) with p = (x + 1) / (B + 2) for x of B draws, so that it is not zero where all draws agree.
  ///
  /// - Parameter player: the number of the player.
  /// - Returns: above zero.
  public func errorOfFirst(_ player: Int) -> Double {
    let draws = Double(distributions[player].draws)
    let share = (probabilityOfFirst(player) * draws + 1) / (draws + 2)
    return (share * (1 - share) / draws).squareRoot()
  }

  /// The part of the draws in which a player had the largest share, alone or with others.
  ///
  /// - Parameter player: the number of the player.
  /// - Returns: from 0 to 1.
  public func probabilityOfFirst(_ player: Int) -> Double {
    distributions[player].share(at: 1)
  }
}

extension ImportanceBootstrap {
  /// The intervals of the shares, one per player.
  ///
  /// - Parameter level: the probability they are meant to hold.
  /// - Returns: an interval for each player.
  /// - Precondition: the level lies between 0 and 1.
  public func intervals(level: Double = 0.95) -> [ShareInterval] {
    estimate.players.indices.map { player in
      ShareInterval(
        of: estimate.players[player].share, draws: shares.map { $0[player] }, level: level)
    }
  }

  /// The interval of R².
  ///
  /// - Parameter level: the probability it is meant to hold.
  /// - Returns: the interval.
  /// - Precondition: the level lies between 0 and 1.
  public func rSquaredInterval(level: Double = 0.95) -> ShareInterval {
    ShareInterval(of: estimate.rSquared, draws: rSquared, level: level)
  }

  /// The order of the players, and how sure it is.
  public var order: ImportanceOrder {
    ImportanceOrder(
      names: estimate.players.map(\.name), estimate: estimate.shares, draws: shares)
  }

  /// What is worth knowing of the draws.
  public var notes: [Phrase] {
    var notes: [Phrase] = []
    if undefinedDraws > 0 {
      notes.append(
        Phrase(
          "\(undefinedDraws) of \(draws) draws left out: the response does not vary in them."))
    }
    if deficientDraws > 0 {
      notes.append(
        Phrase(
          """
          In \(deficientDraws) of \(draws) draws a regressor does not vary or is a combination of \
          others, which it is not in the rows themselves.
          """))
    }
    if clusterCount < Self.fewClusters {
      notes.append(
        clusters.map { name in
          Phrase(
            """
            \(clusterCount) clusters (\(name)) are few to draw from: the intervals may be too \
            narrow.
            """)
        }
          ?? Phrase("\(clusterCount) rows are few to draw from: the intervals may be too narrow."))
    }
    return notes
  }

  /// Below so many clusters bootstrap intervals are known to be too narrow (Cameron, Gelbach & Miller
  /// 2008).
  private static let fewClusters = 30
}
