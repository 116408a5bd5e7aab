import Panels
import Statistics

/// How figures of different units become scores that can be averaged.
///
/// Source: OECD/JRC Handbook on Constructing Composite Indicators (2008), step 5,
/// doi:10.1787/9789264043466-en. An indicator of which less is better is turned round, so that a
/// higher score is always better.
public enum Normalisation: Sendable, Hashable {
  /// The figures as they are; those of which less is better change sign.
  case none
  /// The lowest and the highest value score the ends of a range.
  case minMax(to: ClosedRange<Double>)
  /// The mean scores a given mean, one sample standard deviation a given deviation.
  case zScore(mean: Double, deviation: Double)
  /// The bounds of each indicator score the ends of a range.
  case goalposts(to: ClosedRange<Double>, isCapped: Bool)
  /// The worst value scores the lower end of a range, the indicator's target the upper.
  case distanceToTarget(to: ClosedRange<Double>, isCapped: Bool)
  /// The worst value scores the lower end of a range, that of a reference unit the upper; without a
  /// unit that of the best, which is `minMax`.
  case distanceToReference(String?, to: ClosedRange<Double>)
  /// The place from below: the worst scores 1, the best as many as there are units. Units that tie
  /// share the lower place.
  case rank
  /// The share of the other units that are worse, from one end of a range to the other.
  case percentile(to: ClosedRange<Double>)

  /// A column that is known how to score.
  enum Scored {
    /// Each value by itself.
    case scaled(LinearScale)
    /// All at once.
    case column([Double])
  }

  /// Finds how to score a column.
  ///
  /// - Parameters:
  ///   - column: figures, NaN where missing; at least one is there.
  ///   - elements: the elements of the structure.
  ///   - number: which of them the indicator is.
  ///   - table: where the units and the time stand.
  ///   - isComplete: whether no figure is missing.
  /// - Returns: a scale, or the scores themselves.
  /// - Throws: `CompositeError.unusable` where the column or the indicator does not say enough, or
  ///   where all values are equal; `CompositeError.unknownReference`.
  func scored(
    _ column: [Double], of elements: [IndexStructure.Element], _ number: Int,
    in table: IndicatorTable, isComplete: Bool
  ) throws(CompositeError) -> Scored {
    let scaling = ColumnScaling(
      column: column, elements: elements, number: number, table: table, isComplete: isComplete)
    switch self {
    case .none:
      return .scaled(
        LinearScale(
          origin: 0, unit: 1, width: 1, start: 0, isRising: scaling.isRising, mirror: 0))
    case .minMax(let output), .distanceToReference(nil, let output):
      let (lowest, highest) = try scaling.range()
      return .scaled(scaling.posts(lowest, highest, output))
    case .zScore(let mean, let deviation):
      return .scaled(try scaling.zScore(mean: mean, deviation: deviation))
    case .goalposts(let output, let isCapped):
      return .scaled(try scaling.goalposts(output, isCapped: isCapped))
    case .distanceToTarget(let output, let isCapped):
      return .scaled(try scaling.distanceToTarget(output, isCapped: isCapped))
    case .distanceToReference(let unit?, let output):
      return .scaled(try scaling.distance(to: unit, output))
    case .rank: return .column(scaling.ranks { rank, _ in Double(rank) })
    case .percentile(let output):
      return .column(
        scaling.ranks { rank, count in
          let share = count > 1 ? Double(rank - 1) / Double(count - 1) : 1
          return output.lowerBound + (output.upperBound - output.lowerBound) * share
        })
    }
  }
}
