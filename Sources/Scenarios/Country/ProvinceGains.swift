import Indices
public import Panels
public import Sensitivity
import Statistics

/// What a good year of each indicator alone gains a province, and what makes its score vary.
///
/// The good years are those of `FeasibleChanges` and the order is that of `Drivers`, without the ladders and what
/// else is told of a province alone: a country of them takes no longer than one study.
public struct ProvinceGains: Sendable {
  /// What a good year gains.
  public struct Gain: Sendable, Hashable {
    /// The places gained.
    public let places: Int
    /// The change of the score.
    public let score: Double
  }

  /// The province.
  public let province: Province
  /// Its rank as a function of its own values.
  public let index: RankedIndex
  /// What a year has brought to provinces that stood near.
  public let feasible: FeasibleChanges
  /// What a good year of each indicator gains, in the order of the rule.
  public let gains: [Gain]
  /// The numbers of the indicators, those of most places by a good year first, then of most score by it.
  public let order: [Int]

  /// Studies a province.
  ///
  /// - Parameters:
  ///   - province: the province.
  ///   - past: the past changes up to the year it stands in.
  ///   - panel: the figures; nothing later than the year is used.
  ///   - ranges: what becomes of the rule's ranges when the province passes an end.
  /// - Throws: `IndexError` where the province cannot be scored, `PanelError`.
  public init(
    of province: Province, from past: PastChanges, in panel: Panel,
    ranges: RankedIndex.Ranges = .held
  ) throws {
    let index = try past.rule.rankedIndex(of: province, in: panel, ranges: ranges)
    let feasible = try FeasibleChanges(of: province, from: past, in: panel)
    let gains = feasible.laws.indices.map { position in
      index.gain(of: feasible.laws[position].good, in: position)
    }
    self.province = province
    self.index = index
    self.feasible = feasible
    self.gains = gains
    order = gains.indices.sorted { first, second in
      let (a, b) = (gains[first], gains[second])
      return (b.places, b.score, first) < (a.places, a.score, second)
    }
  }

  /// Each indicator's expected share of the variance of the score over a year's net changes.
  ///
  /// Shapley effects of a sum of normal inputs, exact: the score is linear in the values, and the changes have
  /// the standard deviations of the province's laws and the correlations of the past. Rank and score share
  /// their variance alike as far as the rank follows the score evenly.
  ///
  /// - Returns: shares that add up to one, in the order of the rule; all zero where nothing varies.
  /// - Throws: `DependenceError` never for correlations that were shrunk to be positive definite.
  public func varianceShares() throws -> [Double] {
    try varianceShares(
      feasible.laws.map { $0.changes.standardDeviation ?? 0 }, feasible.past.correlation)
  }

  /// The shares with other deviations and correlations.
  internal func varianceShares(
    _ deviations: [Double], _ correlations: [[Double]]
  ) throws -> [Double] {
    try LinearGaussianShapley(
      slopes: index.inputs.map(\.slope),
      covariance: correlations.indices.map { row in
        correlations.indices.map { column in
          correlations[row][column] * deviations[row] * deviations[column]
        }
      }
    ).effects
  }

  /// What each draw of a good year gains: one number per indicator and bootstrap sample of provinces.
  internal var drawnGains: [[Gain]] {
    feasible.laws.indices.map { position in
      feasible.laws[position].goodDraws.map { index.gain(of: $0, in: position) }
    }
  }
}

extension RankedIndex {
  /// What an improvement of one input gains; nothing where even a good year brings none.
  fileprivate func gain(of improvement: Double, in position: Int) -> ProvinceGains.Gain {
    var values = values
    values[position] = inputs[position].improved(by: max(0, improvement), ranges)
    return ProvinceGains.Gain(
      places: rank - rank(at: values), score: score(at: values) - score)
  }
}
