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
    let bars = Self.bars(of: scores, errors: errors, at: [rank], replicates)
    values = (0..<errors.count / scores.count).map { future in
      let own = scores[unit] + errors[future * scores.count + unit]
      return (own >= bars[2 * future] ? bars[2 * future + 1] : bars[2 * future]) - own
    }
  }

  /// The gains that bring each of many units to each of several ranks while all others stay where they are.
  ///
  /// - Parameters:
  ///   - scores: the score of each unit.
  ///   - ranks: the ranks wanted, each below the number of units.
  /// - Returns: one gain per unit and rank, unit by unit; below zero where more is there than is needed.
  /// - Precondition: there are two units or more.
  public static func gains(of scores: [Double], to ranks: [Int]) -> [Double] {
    gains(
      of: scores, errors: scores.map { _ in 0 }, to: ranks, probability: 1,
      Replicates(seed: 0, threads: 1))
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
    let units = scores.count
    let bars = bars(of: scores, errors: errors, at: ranks, replicates)
    let futures = errors.count / units
    let place = place(of: probability, among: futures)
    // Unit by unit the needs are few enough to stay near the processor.
    let parts = replicates.chunks(of: 0..<units, length: 4) { range in
      var found: [Double] = []
      var needs = [Double](repeating: 0, count: futures)
      for unit in range {
        for rank in ranks.indices {
          for future in 0..<futures {
            let own = scores[unit] + errors[future * units + unit]
            let bar = (rank * futures + future) * 2
            needs[future] = (own >= bars[bar] ? bars[bar + 1] : bars[bar]) - own
          }
          found.append(needs.select(place))
        }
      }
      return found
    }
    return parts.flatMap { $0 }
  }

  /// The scores at each rank and at the one after, of all units: rank by rank, future by future.
  ///
  /// Who stands at the rank or above has the next one for rival there; all others have the one at it.
  private static func bars(
    of scores: [Double], errors: [Double], at ranks: [Int], _ replicates: Replicates
  ) -> [Double] {
    let units = scores.count
    precondition(units > 1 && !errors.isEmpty, "ranks are those of several units in futures")
    precondition(errors.count % units == 0, "every future has one error per unit")
    precondition(
      ranks.allSatisfy { (1..<units).contains($0) }, "a rank is one of the units', not the last")
    let futures = errors.count / units
    let length = 64
    let parts = replicates.chunks(of: 0..<futures, length: length) { range in
      var found: [Double] = []
      found.reserveCapacity(range.count * ranks.count * 2)
      var drawn = scores
      for future in range {
        for unit in 0..<units { drawn[unit] = scores[unit] + errors[future * units + unit] }
        drawn.sort(by: >)
        for rank in ranks { found += [drawn[rank - 1], drawn[rank]] }
      }
      return found
    }
    var bars = [Double](repeating: 0, count: futures * ranks.count * 2)
    for (chunk, part) in parts.enumerated() {
      for (offset, value) in part.enumerated() {
        let (future, rest) = offset.quotientAndRemainder(dividingBy: 2 * ranks.count)
        bars[((rest / 2) * futures + chunk * length + future) * 2 + rest % 2] = value
      }
    }
    return bars
  }
}

extension [Double] {
  /// The number that would stand at a place if all were in ascending order; they are put into another order.
  ///
  /// Hoare's selection (1961, doi:10.1145/366622.366647), the pivot the median of three.
  internal mutating func select(_ place: Int) -> Double {
    var (low, high) = (startIndex, endIndex - 1)
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
