/// The ranks that each unit may have, with confidence, given estimated scores; 1 is the highest.
///
/// Every difference of two scores is judged against the critical value c of the largest standardised one:
/// with Tᵢ the error of unit i and σᵢⱼ the standard error of a difference, c is the quantile at the level
/// of max (Tᵢ − Tⱼ) / σᵢⱼ over the differences in play, and i is shown to be above j where
/// xᵢ − xⱼ > c σᵢⱼ. A unit's best possible rank is one more than the number of units shown above it, its worst
/// the number of units less those shown below. With `stepdown`, differences that have been shown are set
/// aside and the rest are judged anew by a smaller c, until nothing more is shown.
///
/// Source: Mogstad, Romano, Shaikh & Wilhelm (2024), doi:10.1093/restud/rdad006.
public struct RankConfidenceSets: Sendable {
  /// What is covered with the confidence asked for.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The rank of each unit, taken by itself: for a question about one unit.
    case marginal
    /// The ranks of all units at once: for the whole table.
    case simultaneous
  }

  /// From which side ranks are bounded.
  public enum Side: String, Sendable, Hashable, CaseIterable {
    /// From both.
    case twoSided
    /// From below: the best rank that a unit may have.
    case lower
    /// From above: the worst.
    case upper
  }

  /// How critical values are found.
  public enum Method: String, Sendable, Hashable, CaseIterable {
    /// Without draws where that can be done, else by draws.
    case automatic
    /// By draws, a single difference excepted.
    case draws
  }

  /// How many draws there are.
  public enum Draws: Sendable, Hashable {
    /// So many.
    case fixed(Int)
    /// 20,000, and twice as many until the third significant digit of every critical value stands, or
    /// there are as many as the limit. The first draws are the same as those of a fixed number.
    case until(limit: Int)
  }

  /// What is asked for.
  public struct Settings: Sendable, Hashable {
    /// The confidence: one half or more, and below one.
    public var level = 0.95
    /// What is covered.
    public var kind = Kind.marginal
    /// From which side ranks are bounded.
    public var side = Side.twoSided
    /// Whether what remains is judged anew after each step.
    public var stepdown = true
    /// How critical values are found.
    public var method = Method.automatic
    /// How many draws there are, where there are any.
    public var draws = Draws.fixed(20_000)
    /// What the draws are repeated by.
    public var seed: UInt64 = 1
    /// How many threads work at most; nil for as many as there are processors.
    public var threads: Int?

    /// The settings that are not changed: 95 %, marginal, from both sides, with stepdown.
    public init() {}
  }

  /// The settings.
  public let settings: Settings
  /// The rank of each estimate; equal ones share the better rank.
  public let ranks: [Int]
  /// The ranks that each unit may have.
  public let bounds: [ClosedRange<Int>]
  /// The critical value of each step: of each unit where sets are marginal, else once.
  public let criticalValues: [[CriticalValue]]
  /// The number of draws behind the critical values; zero where there were none.
  public let draws: Int
  /// The units whose bounds would be others if critical values were two Monte Carlo errors off either way.
  public let unsettled: [Int]
  /// Which unit has been shown to be above which.
  let order: PairwiseOrder

  /// Finds the sets.
  ///
  /// - Parameters:
  ///   - estimates: the scores with their errors.
  ///   - settings: what is asked for.
  /// - Precondition: the level lies between zero and one, and there is a draw.
  public init(of estimates: ScoreEstimates, settings: Settings = Settings()) {
    let drawn = DrawnMaxima(
      estimates: estimates, source: .seed(settings.seed), threads: settings.threads)
    var search = RankSetSearch(estimates: estimates, settings: settings, drawn: drawn)
    switch settings.draws {
    case .fixed(let draws): search.find(draws: draws)
    case .until(let limit):
      var draws = min(20_000, limit)
      search.find(draws: draws)
      while draws < limit, search.draws > 0, !search.isSettled {
        draws = min(2 * draws, limit)
        search.find(draws: draws)
      }
    }
    self.init(search)
  }

  /// Finds the sets by given draws of the errors.
  ///
  /// - Parameters:
  ///   - estimates: the scores with their errors.
  ///   - settings: what is asked for.
  ///   - deviations: draws × units errors.
  /// - Precondition: there is a draw, of an error for each unit.
  public init(of estimates: ScoreEstimates, settings: Settings, deviations: [Double]) {
    precondition(
      estimates.count == 0 || deviations.count.isMultiple(of: estimates.count),
      "every draw needs an error for each unit")
    let drawn = DrawnMaxima(
      estimates: estimates, source: .given(deviations), threads: settings.threads)
    var search = RankSetSearch(estimates: estimates, settings: settings, drawn: drawn)
    search.find(draws: deviations.count / max(estimates.count, 1))
    self.init(search)
  }

  init(_ search: RankSetSearch) {
    let count = search.estimates.count
    settings = search.settings
    ranks = Ranking(tolerance: 0).ranks(of: search.estimates.values)
    bounds = (0..<count).map { search.bounds(of: $0, variant: 0) }
    unsettled = (0..<count).filter { unit in
      (1..<search.shifts.count).contains {
        search.bounds(of: unit, variant: $0) != search.bounds(of: unit, variant: 0)
      }
    }
    criticalValues = search.paths.map { $0[0].criticalValues }
    draws = search.draws
    order = PairwiseOrder(units: count, shown: search.paths.flatMap { $0[0].shown })
  }

  /// Whether one unit has been shown to be above another: with the others together where sets are
  /// simultaneous.
  ///
  /// - Parameters:
  ///   - unit: a unit.
  ///   - other: another.
  /// - Returns: false too where the difference was not asked about, as from one side only.
  public func isAbove(_ unit: Int, _ other: Int) -> Bool { order.isAbove(unit, other) }
}
