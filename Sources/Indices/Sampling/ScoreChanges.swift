internal import Panels
internal import Statistics

/// What changed in scores and ranks between two years, and whether that is more than sampling.
///
/// A change is net of the mean change of all provinces, which moves no rank. Both years have samples of
/// their own, so that its variance is the sum of both, and what the mean of p changes has of it: all but 2 / p of
/// its own, and the mean of all over p.
public struct ScoreChanges: Sendable {
  /// The change of one province.
  public struct Entry: Sendable, Hashable {
    /// The net change of its score.
    public let change: Double
    /// Its standard error.
    public let error: Double
    /// The probability of a change as far from zero, or further, if there was none but sampling.
    public let pValue: Double
    /// The same, corrected for asking of all provinces (Holm).
    public let adjustedPValue: Double
    /// The rank of the earlier year.
    public let earlierRank: Int
    /// The probability that the true score has risen beside the others, given how all changes scatter: by the
    /// change shrunk towards none, as `EmpiricalBayes` shrinks.
    public let probabilityOfRise: Double
  }

  /// The earlier year.
  public let from: Int
  /// The changes, in the order of the later year's provinces; nil for one without an earlier score.
  public let entries: [Entry?]

  /// Sets two years side by side.
  ///
  /// - Parameters:
  ///   - earlier: the figures of the earlier year.
  ///   - later: those of the later year.
  /// - Throws: `IndexError.notComparable` where the rules differ in more than their ranges.
  public init(from earlier: SampledFigures, to later: SampledFigures) throws {
    guard later.rule.isComparable(with: earlier.rule) else {
      throw IndexError.notComparable(earlier.rule.year, later.rule.year)
    }
    let (before, after) = (earlier.scores, later.scores)
    let (errorsBefore, errorsAfter) = (earlier.scoreErrors, later.scoreErrors)
    let ranksBefore = Ranking.ofScores.ranks(of: before)
    let pairs = later.provinces.enumerated().compactMap { row, province in
      earlier.place(of: province).map { (row: row, before: $0) }
    }
    let raw = pairs.map { after[$0.row] - before[$0.before] }
    let variances = pairs.map {
      errorsBefore[$0.before] * errorsBefore[$0.before] + errorsAfter[$0.row] * errorsAfter[$0.row]
    }
    let count = Double(max(pairs.count, 1))
    let mean = raw.reduce(0, +) / count
    let meanVariance = variances.reduce(0, +) / count
    let changes = raw.map { $0 - mean }
    let errors = variances.map { max(0, $0 * (1 - 2 / count) + meanVariance / count).squareRoot() }
    let normal = NormalDistribution()
    let pValues = zip(changes, errors).map { change, error in
      error > 0 ? normal.bothTails(change / error) : change == 0 ? 1 : 0
    }
    let adjusted = AdjustedPValues.holm(pValues)
    let shrunk = EmpiricalBayes(changes, errors: errors)
    var entries = [Entry?](repeating: nil, count: later.provinces.count)
    for (place, pair) in pairs.enumerated() {
      let (size, error) = (shrunk.estimates[place] - shrunk.mean, shrunk.errors[place])
      entries[pair.row] = Entry(
        change: changes[place], error: errors[place], pValue: pValues[place],
        adjustedPValue: adjusted[place], earlierRank: ranksBefore[pair.before],
        probabilityOfRise: error > 0
          ? normal.cumulative(size / error) : size == 0 ? 0.5 : size > 0 ? 1 : 0)
    }
    from = earlier.rule.year
    self.entries = entries
  }
}
