/// How often a unit had each rank in repeated draws, with the error that the number of draws leaves.
///
/// The draws are taken as they are: the standard deviation has their number in the denominator. Each
/// figure has a Monte Carlo standard error, by which it would scatter if all draws were made anew.
public struct RankDistribution: Sendable, Hashable {
  /// How often each rank came, the first rank first.
  public let counts: [Int]
  /// The number of draws.
  public let draws: Int

  /// Takes how often each rank came.
  ///
  /// - Parameter counts: how often, the first rank first.
  /// - Precondition: no count is negative, and there is one draw at least.
  public init(counts: [Int]) {
    precondition(counts.allSatisfy { $0 >= 0 }, "a rank cannot come less than never")
    let draws = counts.reduce(0, +)
    precondition(draws > 0, "a distribution needs one draw at least")
    self.counts = counts
    self.draws = draws
  }

  /// The ranks that hold the middle of the distribution.
  ///
  /// - Parameter level: how much of the distribution, above 0 and below 1.
  /// - Returns: from the first rank that more than (1 − level) / 2 of the draws reach, to the first that (1 + level) / 2
  ///   of them do; together they hold the level at the least.
  public func interval(_ level: Double) -> ClosedRange<Int> {
    precondition(level > 0 && level < 1, "a level lies between 0 and 1")
    // A twentieth of twenty draws is one, however 0.9 is rounded.
    let tail = ((1 - level) / 2 + 1e-12) * Double(draws)
    var (low, high, sum) = (counts.count, counts.count, 0.0)
    for (place, count) in counts.enumerated() {
      sum += Double(count)
      if low == counts.count, sum > tail { low = place + 1 }
      if sum >= Double(draws) - tail {
        high = place + 1
        break
      }
    }
    return min(low, high)...high
  }

  /// The mean rank.
  public var mean: Double { moment { $0 } }

  /// The standard error of the mean rank: the standard deviation over the root of the draws.
  public var meanError: Double { standardDeviation / Double(draws).squareRoot() }

  /// The standard deviation of the ranks, with the number of draws in the denominator.
  public var standardDeviation: Double { centralMoment(2).squareRoot() }

  /// The standard error of the standard deviation.
  ///
  /// √((μ₄ − σ⁴) / n) / 2 σ, by the first-order expansion of the root of the variance; zero where all
  /// draws gave one rank. Source: Cramér, Mathematical Methods of Statistics (1946), §28.
  public var standardDeviationError: Double {
    let variance = centralMoment(2)
    guard variance > 0 else { return 0 }
    let excess = max(0, centralMoment(4) - variance * variance)
    return (excess / Double(draws)).squareRoot() / (2 * variance.squareRoot())
  }

  /// The rank below which a share of the draws lies, by linear interpolation between draws.
  ///
  /// The same as `quantile(_:)` of all ranks drawn: definition 7 of Hyndman & Fan.
  ///
  /// - Parameter share: from 0 to 1.
  /// - Returns: a rank, or a point between two.
  public func quantile(_ share: Double) -> Double {
    precondition((0...1).contains(share), "a quantile is asked for at a share from 0 to 1")
    let position = Double(draws - 1) * share
    let below = Int(position)
    let lower = Double(rank(ofDraw: below))
    let upper = Double(rank(ofDraw: min(below + 1, draws - 1)))
    return lower + (position - Double(below)) * (upper - lower)
  }

  /// The standard error of a quantile.
  ///
  /// Half the distance between the quantiles one standard error of the share to either side; zero where
  /// both have the same rank, of which ranks being whole is the reason. Source: Woodruff (1952),
  /// doi:10.1080/01621459.1952.10483443.
  ///
  /// - Parameter share: from 0 to 1.
  /// - Returns: the error in places.
  public func quantileError(_ share: Double) -> Double {
    let error = (share * (1 - share) / Double(draws)).squareRoot()
    return (quantile(min(1, share + error)) - quantile(max(0, share - error))) / 2
  }

  /// The share of the draws with a rank from the first to a given one.
  ///
  /// - Parameter rank: the last rank that counts.
  /// - Returns: from 0 to 1.
  public func share(upTo rank: Int) -> Double {
    Double(counts.prefix(max(rank, 0)).reduce(0, +)) / Double(draws)
  }

  /// The share of the draws with one rank.
  ///
  /// - Parameter rank: the rank.
  /// - Returns: from 0 to 1.
  public func share(at rank: Int) -> Double {
    counts.indices.contains(rank - 1) ? Double(counts[rank - 1]) / Double(draws) : 0
  }

  /// The standard error of a share of the draws.
  ///
  /// √(p̃ (1 − p̃) / (n + 4)) with p̃ two successes and two failures nearer to one half: never zero, for
  /// what has not been seen may still come. Source: Agresti & Coull (1998),
  /// doi:10.1080/00031305.1998.10480550.
  ///
  /// - Parameter share: a share of these draws.
  /// - Returns: its standard error.
  public func shareError(_ share: Double) -> Double {
    let trials = Double(draws) + 4
    let nearer = (share * Double(draws) + 2) / trials
    return (nearer * (1 - nearer) / trials).squareRoot()
  }

  /// The rank of a draw when all are in ascending order, counted from zero.
  private func rank(ofDraw position: Int) -> Int {
    var passed = 0
    for (index, count) in counts.enumerated() {
      passed += count
      if passed > position { return index + 1 }
    }
    return counts.count
  }

  private func centralMoment(_ order: Int) -> Double {
    let mean = mean
    return moment { rank in
      let square = (rank - mean) * (rank - mean)
      return order == 2 ? square : square * square
    }
  }

  private func moment(_ power: (Double) -> Double) -> Double {
    counts.enumerated().reduce(0) { sum, entry in
      entry.element == 0 ? sum : sum + Double(entry.element) * power(Double(entry.offset + 1))
    } / Double(draws)
  }
}
