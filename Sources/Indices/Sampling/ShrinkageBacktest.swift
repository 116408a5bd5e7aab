internal import Statistics

/// Whether shrunk scores foretell the next year better than scores as they are.
///
/// For each two years in a row that compare, the scores of the earlier one, net of its mean, are set beside
/// those of the later one, once as they are and once shrunk; and so are the ranks: the rank a province had,
/// and the mean of the ranks that its shrunk score leaves open.
public struct ShrinkageBacktest: Sendable {
  /// One pair of years.
  public struct Entry: Sendable, Hashable {
    /// The earlier year.
    public let from: Int
    /// The later year.
    public let to: Int
    /// The provinces scored in both.
    public let provinces: Int
    /// The mean of the shares by which scores of the earlier year were shrunk.
    public let shrinkage: Double
    /// The root mean square error of next year's net scores: by the scores as they are.
    public let scoreError: Double
    /// The same by shrunk scores.
    public let shrunkScoreError: Double
    /// The root mean square error of next year's ranks: by the ranks as they are.
    public let rankError: Double
    /// The same by the mean ranks of shrunk scores.
    public let shrunkRankError: Double
    /// The error of scores where all are foretold at the mean: the least that is to be beaten.
    public let meanScoreError: Double
    /// The error of ranks where all are foretold in the middle.
    public let meanRankError: Double
  }

  /// The pairs of years, in order.
  public let entries: [Entry]

  /// Sets years beside the next.
  ///
  /// - Parameter years: the figures of some years.
  public init(_ years: [SampledFigures]) {
    let years = years.sorted { $0.rule.year < $1.rule.year }
    entries = zip(years, years.dropFirst()).compactMap { earlier, later in
      guard later.rule.year == earlier.rule.year + 1,
        later.rule.isComparable(with: earlier.rule)
      else { return nil }
      return Self.entry(earlier, later)
    }
  }

  private static func entry(_ earlier: SampledFigures, _ later: SampledFigures) -> Entry? {
    let both = earlier.provinces.enumerated().compactMap { place, province in
      later.place(of: province).map { (before: place, after: $0) }
    }
    guard both.count > 3 else { return nil }
    let (allBefore, allAfter) = (earlier.scores, later.scores)
    let allErrors = earlier.scoreErrors
    let before = both.map { allBefore[$0.before] }
    let after = net(both.map { allAfter[$0.after] })
    let shrunk = EmpiricalBayes(before, errors: both.map { allErrors[$0.before] })
    let ranks = Ranking.ofScores.ranks(of: after).map(Double.init)
    return Entry(
      from: earlier.rule.year, to: later.rule.year, provinces: both.count,
      shrinkage: shrunk.shrinkage.reduce(0, +) / Double(both.count),
      scoreError: distance(net(before), after),
      shrunkScoreError: distance(net(shrunk.estimates), after),
      rankError: distance(Ranking.ofScores.ranks(of: before).map(Double.init), ranks),
      shrunkRankError: distance(
        meanRanks(of: shrunk.estimates, errors: shrunk.errors), ranks),
      meanScoreError: distance(after.map { _ in 0 }, after),
      meanRankError: distance(ranks.map { _ in Double(ranks.count + 1) / 2 }, ranks))
  }

  /// The mean rank of each of some independent normal scores: 1 + Σ P(another is above).
  static func meanRanks(of scores: [Double], errors: [Double]) -> [Double] {
    let normal = NormalDistribution()
    return scores.indices.map { place in
      scores.indices.reduce(1) { sum, other in
        guard other != place else { return sum }
        let error = (errors[place] * errors[place] + errors[other] * errors[other]).squareRoot()
        let lead = scores[other] - scores[place]
        return sum + (error > 0 ? normal.cumulative(lead / error) : lead > 0 ? 1 : 0)
      }
    }
  }

  private static func net(_ values: [Double]) -> [Double] {
    let mean = values.reduce(0, +) / Double(values.count)
    return values.map { $0 - mean }
  }

  private static func distance(_ first: [Double], _ second: [Double]) -> Double {
    let squares = zip(first, second).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    return (squares / Double(first.count)).squareRoot()
  }
}
