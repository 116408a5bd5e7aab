public import Statistics

/// How much score a goal lacks in each of many simulated futures.
///
/// In every future the rivals' scores and the own one are drawn; what is missing to draw level with the rival
/// at the place wanted is the need. A gain reaches the goal in the futures whose needs it covers, so that the
/// gain needed for a probability p is the ⌈p S⌉-th smallest of the S needs: exact, not fitted.
public struct GoalNeeds: Sendable, Hashable {
  /// The score missing in each future, in their order; zero or below where nothing is.
  public let values: [Double]

  /// Collects needs.
  ///
  /// - Parameter values: one per future, none of them not-a-number.
  /// - Precondition: there is a future.
  public init(_ values: [Double]) {
    precondition(!values.isEmpty, "needs are those of futures")
    precondition(!values.contains(where: \.isNaN), "a need is a number")
    self.values = values
  }

  /// The gain that reaches the goal with a given probability.
  ///
  /// - Parameter probability: from above 0 to 1.
  /// - Returns: the least gain that covers at least so large a share of the needs.
  public func gain(forProbability probability: Double) -> Double {
    var values = values
    return values.select(Self.place(of: probability, among: values.count))
  }

  /// The share of futures in which a gain reaches the goal.
  ///
  /// - Parameter gain: the gain of score.
  /// - Returns: from 0 to 1.
  public func probability(gaining gain: Double) -> Double {
    Double(values.count { $0 <= gain }) / Double(values.count)
  }

  /// The place, from zero, of the need that must be covered, among so many in ascending order.
  ///
  /// - Precondition: the probability lies above 0 and not above 1.
  internal static func place(of probability: Double, among count: Int) -> Int {
    precondition(probability > 0 && probability <= 1, "a probability lies above 0, to 1")
    // 0.8 × 10⁴ is 8000 and no rounding more.
    let share = (probability * Double(count) * (1 - 4 * Double.ulpOfOne)).rounded(.up)
    return max(1, min(count, Int(share))) - 1
  }

  /// What is lacking to a place among some rivals in each future, whatever made them.
  ///
  /// - Parameters:
  ///   - place: the place wanted; it counts from one.
  ///   - own: the own score in each future.
  ///   - rivals: the rivals' scores, future by future.
  /// - Precondition: there is a future, with as many rivals in each, no fewer than the place.
  public init(to place: Int, own: [Double], rivals: [Double]) {
    precondition(!own.isEmpty && rivals.count % own.count == 0, "needs are those of futures")
    let count = rivals.count / own.count
    precondition((1...max(1, count)).contains(place) && count > 0, "the place is a rival's")
    var room = [Double](repeating: 0, count: count)
    var needs: [Double] = []
    needs.reserveCapacity(own.count)
    for future in own.indices {
      for rival in 0..<count { room[rival] = rivals[future * count + rival] }
      needs.append(room.select(count - place) - own[future])
    }
    self.init(needs)
  }

  /// What one of many units lacks to a rank in each future.
  ///
  /// - Parameters:
  ///   - unit: the number of the unit.
  ///   - scores: the score of each unit.
  ///   - errors: what is added to them, future by future, one number per unit.
  ///   - rank: the rank wanted, below the number of units.
  ///   - replicates: who works.
  /// - Precondition: there is a future, of one number per unit; there are two units or more.
  public init(
    of unit: Int, scores: [Double], errors: [Double], to rank: Int, _ replicates: Replicates
  ) {
    let drawn = DrawnScores(scores, errors: errors, at: [rank], replicates)
    values = drawn.needs(of: unit, to: 0)
  }

  /// The gains that bring each of many units to each of several ranks while all others stay where they are.
  ///
  /// - Parameters:
  ///   - scores: the score of each unit.
  ///   - ranks: the ranks wanted, each below the number of units.
  /// - Returns: one gain per unit and rank, unit by unit; below zero where more is there than is needed.
  /// - Precondition: there are two units or more.
  public static func gains(of scores: [Double], to ranks: [Int]) -> [Double] {
    precondition(scores.count > 1, "ranks are those of several units")
    precondition(
      ranks.allSatisfy { (1..<scores.count).contains($0) },
      "a rank is one of the units', not the last")
    let descending = scores.sorted(by: >)
    var gains: [Double] = []
    gains.reserveCapacity(scores.count * ranks.count)
    for own in scores {
      for rank in ranks {
        // Who stands at the rank or above has the next one for rival there.
        gains.append(descending[own >= descending[rank - 1] ? rank : rank - 1] - own)
      }
    }
    return gains
  }

  /// The gains that bring each of many units to each of several ranks with a given probability.
  ///
  /// A unit's need in a future is the score of the rival at the rank, less its own. Futures are worked on in
  /// parallel; the same answer comes of any number of threads.
  ///
  /// - Parameters:
  ///   - scores: the score of each unit.
  ///   - errors: what is added to them, future by future, one number per unit.
  ///   - ranks: the ranks wanted, each below the number of units.
  ///   - probability: from above 0 to 1.
  ///   - replicates: who works.
  /// - Returns: one gain per unit and rank, unit by unit; below zero where more is there than is needed.
  /// - Precondition: there is a future, of one number per unit; there are two units or more.
  public static func gains(
    of scores: [Double], errors: [Double], to ranks: [Int], probability: Double,
    _ replicates: Replicates
  ) -> [Double] {
    let drawn = DrawnScores(scores, errors: errors, at: ranks, replicates)
    let place = place(of: probability, among: drawn.futures)
    let parts = replicates.chunks(of: scores.indices, length: 4) { units in
      var room = drawn.room
      return units.flatMap { unit in
        ranks.indices.map { drawn.need(at: place, of: unit, to: $0, into: &room) }
      }
    }
    return parts.flatMap { $0 }
  }
}

extension [Double] {
  /// The number that would stand at a place if all were in ascending order; they are put into another order.
  ///
  /// Hoare's selection (1961, doi:10.1145/366622.366647), the pivot the median of three.
  /// - Parameters:
  ///   - place: from zero.
  ///   - count: how many numbers from the first on are looked at; nil for all.
  /// - Returns: the number.
  internal mutating func select(_ place: Int, of count: Int? = nil) -> Double {
    var (low, high) = (0, (count ?? self.count) - 1)
    while low < high {
      let middle = low + (high - low) / 2
      let (a, b, c) = (self[low], self[middle], self[high])
      let pivot = Swift.max(Swift.min(a, b), Swift.min(Swift.max(a, b), c))
      var (left, right) = (low, high)
      while left <= right {
        while self[left] < pivot { left += 1 }
        while self[right] > pivot { right -= 1 }
        if left <= right {
          swapAt(left, right)
          left += 1
          right -= 1
        }
      }
      if place <= right { high = right } else if place >= left { low = left } else { break }
    }
    return self[place]
  }
}
