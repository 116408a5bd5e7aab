public import Panels

import Indices
import Statistics

/// How often a goal is reached in drawn futures.
public struct SimulatedChance: Sendable, Hashable {
  /// The share of futures in which it is reached, or bettered.
  public let probability: Double
  /// The share of futures in which the rank lies within the interval that is the goal; nil of other goals.
  public let within: Double?
  /// The number of futures.
  public let draws: Int

  /// Takes a share of futures.
  ///
  /// - Parameters:
  ///   - probability: the share in which the goal is reached, or bettered.
  ///   - within: the share in which the rank lies within the interval that is the goal; nil of other goals.
  ///   - draws: the number of futures.
  /// - Precondition: there is a future.
  public init(probability: Double, within: Double? = nil, draws: Int) {
    precondition(draws > 0, "a share is one of some futures")
    self.probability = probability
    self.within = within
    self.draws = draws
  }

  /// The standard error that the number of futures leaves.
  ///
  /// The standard deviation of what the share may be by Jeffreys' law, Beta(k + ½, n − k + ½) after k of n: that of
  /// √(p (1 − p) / n) to four digits, and not nothing where no future, or every one, reaches the goal.
  public var error: Double {
    let count = Double(draws)
    let share = (probability * count + 0.5) / (count + 1)
    return (share * (1 - share) / (count + 2)).squareRoot()
  }
}

extension Futures {
  /// The provinces whose scores must be watched to judge an aim of a province.
  ///
  /// - Parameters:
  ///   - aim: the aim.
  ///   - province: the province.
  /// - Returns: the province, and the rivals of its region where the goal is a place among them.
  public static func watched(for aim: Aim, of province: Province) -> [Province] {
    if case .regionPlace = aim.goal { return [province] + aim.rivals }
    return [province]
  }

  /// How often a province reaches its aim in a year.
  ///
  /// Ranks are those among all scored provinces; a place in the region counts the rivals there; a score is one under
  /// the rule, ranges as they come to be.
  ///
  /// - Parameters:
  ///   - aim: what the goal asks, as things stood in the rule's year.
  ///   - province: the province.
  ///   - year: one of the years.
  /// - Returns: the share of futures.
  /// - Precondition: the provinces of `watched(for:of:)` were watched.
  public func chance(of aim: Aim, for province: Province, in year: Int) -> SimulatedChance {
    let ranks = ranks(of: province, in: year)
    func chance(_ probability: Double, within: Double? = nil) -> SimulatedChance {
      SimulatedChance(probability: probability, within: within, draws: draws)
    }
    switch aim.goal {
    case .score(let score):
      return chance(
        Double(scores(of: province, in: year).count { $0 >= score }) / Double(draws))
    case .regionPlace(let place):
      var above = [Int](repeating: 0, count: draws)
      let own = scores(of: province, in: year)
      for rival in aim.rivals {
        for (draw, score) in scores(of: rival, in: year).enumerated()
        where score > own[draw] + Ranking.ofScores.tolerance { above[draw] += 1 }
      }
      return chance(Double(above.count { $0 < place }) / Double(draws))
    case .ranks(let interval):
      let upTo = ranks.share(upTo: interval.upperBound)
      return chance(
        upTo, within: upTo - ranks.share(upTo: interval.lowerBound - 1))
    case .rank, .top, .places, .tier, .median:
      return chance(ranks.share(upTo: aim.place ?? 0))
    }
  }
}
