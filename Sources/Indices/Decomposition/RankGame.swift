import Statistics

/// A province's score and rank in every mixture of two states, shared out among what changed.
///
/// Some players add to the province's own score, each on its own: the changes of its indicators. Others,
/// the switches, exchange what all provinces are measured by or ranked among. For every position of the
/// switches there is a setting; within it the own changes may come in any combination.
struct RankGame: Sendable {
  /// One position of the switches.
  struct Setting: Sendable {
    /// The province's own score before any own change.
    let score: Double
    /// What each own change adds to it.
    let steps: [Double]
    /// The scores it is ranked among.
    let rivals: [Double]
  }

  /// What a player changes of score and rank.
  struct Share: Sendable {
    let score: Double
    let rank: Double
  }

  /// The most own changes and switches there may be together.
  static let mostPlayers = ShapleyValues.mostPlayers

  /// The share of each player: the own changes in their order, then the switches in theirs.
  let shares: [Share]

  /// Plays the game.
  ///
  /// - Parameter settings: one for each position of the switches; switch k is on where bit k of the
  ///   position is set. All have the same number of steps.
  /// - Precondition: the number of settings is a power of two, and there are at most `mostPlayers`.
  init(_ settings: [Setting]) {
    let steps = settings.first?.steps.count ?? 0
    precondition(
      settings.count.nonzeroBitCount == 1 && settings.allSatisfy { $0.steps.count == steps },
      "there is a setting for each position of the switches, all with the same steps")
    shares = zip(Self.scoreShares(settings, steps: steps), Self.rankShares(settings, steps: steps))
      .map(Share.init)
  }

  /// The shares of the score.
  ///
  /// It is a sum of games, and so are its values: the start, which only switches move, and for each own
  /// change the game of the switches and that change. None has more than a few players.
  private static func scoreShares(_ settings: [Setting], steps: Int) -> [Double] {
    let count = settings.count.trailingZeroBitCount
    let start = ShapleyValues(players: count, worths: [settings.map(\.score)]).values[0]
    let without = [Double](repeating: 0, count: settings.count)
    let games = (0..<steps).map { step in
      let with = settings.map { $0.steps[step] }
      return ShapleyValues(players: count + 1, worths: [without + with]).values[0]
    }
    let switches = (0..<count).map { place in games.reduce(start[place]) { $0 + $1[place] } }
    return games.map { $0[count] } + switches
  }

  /// The shares of the rank, from the rank in every combination.
  private static func rankShares(_ settings: [Setting], steps: Int) -> [Double] {
    let players = steps + settings.count.trailingZeroBitCount
    var ranks: [Double] = []
    ranks.reserveCapacity(1 << players)
    for setting in settings {
      let rivals = setting.rivals.sorted()
      var scores = [setting.score]
      scores.reserveCapacity(1 << steps)
      for combination in 0..<(1 << steps) {
        if combination > 0 {
          // One step more than a combination that came before.
          let fewer = combination & (combination - 1)
          scores.append(scores[fewer] + setting.steps[combination.trailingZeroBitCount])
        }
        ranks.append(
          Double(Ranking.ofScores.rank(of: scores[combination], amongAscending: rivals)))
      }
    }
    return ShapleyValues(players: players, worths: [ranks]).values[0]
  }
}
