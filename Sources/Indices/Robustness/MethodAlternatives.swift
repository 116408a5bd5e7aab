/// What else than the method of an index would have been defensible.
///
/// Every draw makes each choice anew and independently of the others, all alternatives being equally
/// likely, the index's own among them. Source: Saisana, Saltelli & Tarantola (2005),
/// doi:10.1111/j.1467-985X.2005.00350.x; OECD/JRC Handbook on Constructing Composite Indicators (2008),
/// step 7, doi:10.1787/9789264043466-en.
public struct MethodAlternatives: Sendable, Hashable {
  /// Ways to score indicators, beside the index's own.
  public let normalisations: [Normalisation]
  /// Ways to put scores together, on every level, beside the index's own.
  public let aggregations: [Aggregation]
  /// Whether weights may be equal within each parent, as often as they are the index's own.
  public let weighsEqually: Bool
  /// The share by which each weight may be less or more: it is multiplied by a uniform factor, and
  /// shared out anew among those of the same parent.
  public let weightRange: Double
  /// Whether one indicator may be left out: none or any one, all equally often.
  public let leavesOneOut: Bool
  /// What lower scores count as in an alternative mean of positive scores; nil to refuse them.
  ///
  /// It is taken where a few, one in twenty at most, are not positive: a z-score five deviations below
  /// the mean, a value beyond goalposts.
  public let leastScore: Double?

  /// Describes alternatives.
  ///
  /// - Parameters:
  ///   - normalisations: ways to score indicators, beside the index's own.
  ///   - aggregations: ways to put scores together, beside the index's own.
  ///   - weighsEqually: whether weights may be equal within each parent.
  ///   - weightRange: the share by which each weight may be less or more, from 0 to 1.
  ///   - leavesOneOut: whether one indicator may be left out.
  ///   - leastScore: what lower scores count as in means of positive scores, where some are not.
  /// - Precondition: the range is from 0 to below 1, so that no weight vanishes; the least score is
  ///   positive.
  public init(
    normalisations: [Normalisation] = [], aggregations: [Aggregation] = [],
    weighsEqually: Bool = false, weightRange: Double = 0, leavesOneOut: Bool = false,
    leastScore: Double? = nil
  ) {
    precondition((0..<1).contains(weightRange), "weights vary by a share from 0 to below 1")
    precondition(leastScore ?? 1 > 0, "the least score of a geometric mean is above zero")
    self.normalisations = normalisations
    self.aggregations = aggregations
    self.weighsEqually = weighsEqually
    self.weightRange = weightRange
    self.leavesOneOut = leavesOneOut
    self.leastScore = leastScore
  }
}
