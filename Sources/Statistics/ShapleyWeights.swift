/// How much a coalition counts in Shapley's rule, by its size.
///
/// Of n players, player i gets
///
///     φᵢ = Σ j(|S|) (v(S ∪ {i}) − v(S))           over the coalitions S without i
///        = (v(all) − v(none)) / n + aᵢ − mean a   with aᵢ = Σ b(|S|) v(S), over those with i but all
///
/// with j(s) = 1 / (n C(n − 1, s)) and b(s) = 1 / ((n − 1) C(n − 2, s − 1)). The second form needs one
/// sum per player; a constant added to every worth but those of all and none changes nothing in it.
/// Source: Shapley (1953), doi:10.1515/9781400881970-018; the second form is the first with its terms
/// gathered by coalition.
public struct ShapleyWeights: Sendable, Hashable {
  /// The number of players.
  public let players: Int
  /// The weight j(s) of a coalition of s that a player joins: 0 to n − 1 others.
  public let joining: [Double]
  /// The weight b(s) of a coalition of s that a player belongs to, from none to all n; those two
  /// are zero.
  public let belonging: [Double]

  /// Finds the weights for a number of players.
  ///
  /// - Parameter players: how many there are.
  /// - Precondition: the number is from 0 to 60, so that every binomial coefficient is exact.
  public init(players: Int) {
    precondition((0...60).contains(players), "weights are for 0 to 60 players")
    self.players = players
    joining = Self.choices(of: players - 1).map { 1 / (Double(players) * Double($0)) }
    belonging =
      players == 0
      ? [0]
      : [0] + Self.choices(of: players - 2).map { 1 / (Double(players - 1) * Double($0)) } + [0]
  }

  /// The values, from one sum per player.
  ///
  /// - Parameters:
  ///   - sums: aᵢ of each player, with any one number taken from or added to all of them.
  ///   - gain: v(all) − v(none).
  /// - Returns: the value of each player; they add up to the gain.
  /// - Precondition: there is a sum for each player.
  public func values(sums: [Double], gain: Double) -> [Double] {
    precondition(sums.count == players, "every player needs a sum")
    guard let mean = sums.mean else { return [] }
    return sums.map { gain / Double(players) + ($0 - mean) }
  }

  /// C(n, 0) to C(n, n); none for a negative n.
  private static func choices(of n: Int) -> [Int] {
    guard n >= 0 else { return [] }
    var choice = 1
    return (0...n).map { size in
      defer { choice = choice * (n - size) / (size + 1) }
      return choice
    }
  }
}
