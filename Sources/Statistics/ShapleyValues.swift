/// What each player of a game contributes, by Shapley's rule, exactly.
///
/// A game says what every coalition of players is worth. The value of player i of n is the mean,
/// over all n! orders in which the players can join, of what its joining adds:
///
///     φᵢ = Σ (v(S ∪ {i}) − v(S)) / (n · C(n − 1, |S|)),  over the coalitions S without i.
///
/// No order is preferred, and the values add up to v(all) − v(none). Source: Shapley (1953),
/// doi:10.1515/9781400881970-018.
///
/// The worths are first summed by size of coalition, and weighted only then: where they are whole
/// numbers, as ranks are, every sum is exact and only the n weightings of a value round.
public struct ShapleyValues: Sendable, Hashable {
  /// The most players there may be: their coalitions, a million, are all looked at.
  public static let mostPlayers = 20

  /// The values: one row per output, one entry per player.
  public let values: [[Double]]

  /// Computes the values of a game with one or several outputs.
  ///
  /// - Parameters:
  ///   - players: the number of players; none is a game whose values are empty.
  ///   - worths: one row per output, with the worth of each of the 2ⁿ coalitions: that at place S has
  ///     the players whose bits are set in S.
  /// - Precondition: there are at most `mostPlayers`, and every coalition has a finite worth.
  /// - Complexity: O(n 2ⁿ) for each output.
  public init(players: Int, worths: [[Double]]) {
    precondition(
      (0...Self.mostPlayers).contains(players), "exact values are for 0 to 20 players")
    precondition(
      worths.allSatisfy { $0.count == 1 << players }, "every coalition needs a worth")
    values = worths.map { Self.values(players: players, worths: $0) }
  }

  private static func values(players: Int, worths: [Double]) -> [Double] {
    guard players > 0, let none = worths.first else { return [] }
    // Gains of all coalitions of a size, and of those a player is in: size × players + player.
    var all = [Double](repeating: 0, count: players + 1)
    var with = [Double](repeating: 0, count: (players + 1) * players)
    for coalition in worths.indices {
      let gain = worths[coalition] - none
      precondition(gain.isFinite, "every coalition needs a finite worth")
      let size = coalition.nonzeroBitCount
      all[size] += gain
      var rest = coalition
      while rest != 0 {
        with[size * players + rest.trailingZeroBitCount] += gain
        rest &= rest - 1
      }
    }
    let weights = ShapleyWeights(players: players).joining
    return (0..<players).map { player in
      (0..<players).reduce(0) { sum, size in
        let joined = with[(size + 1) * players + player]
        let without = all[size] - with[size * players + player]
        return sum + weights[size] * (joined - without)
      }
    }
  }
}
