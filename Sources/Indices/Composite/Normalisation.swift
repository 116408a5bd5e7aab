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
    // An element as a whole is not copied: that costs more than scoring a few dozen units.
    let isRising = elements[number].direction == .positive
    func refuse(_ reason: String) -> CompositeError {
      .unusable(indicator: elements[number].code, time: table.time, reason)
    }
    func posts(
      _ lower: Double, _ upper: Double, _ output: ClosedRange<Double>, isCapped: Bool = false
    ) -> Scored {
      .scaled(
        Goalposts(
          lower: lower, upper: upper, direction: elements[number].direction, output: output,
          isCapped: isCapped
        ).scale)
    }
    func range() throws(CompositeError) -> (lowest: Double, highest: Double) {
      let range = isComplete ? column.range : column.filter { !$0.isNaN }.range
      guard range.lowest < range.highest else {
        throw refuse(
          "all units have the value \(range.lowest), so that there is no range to score by; "
            + "leave the indicator out")
      }
      // Squares and multiples of values must be numbers too.
      guard max(abs(range.lowest), abs(range.highest)) < 1e150 else {
        throw refuse("values beyond 1e150 are too large to be scored")
      }
      return range
    }
    switch self {
    case .none:
      return .scaled(
        LinearScale(origin: 0, unit: 1, width: 1, start: 0, isRising: isRising, mirror: 0))
    case .minMax(let output), .distanceToReference(nil, let output):
      let (lowest, highest) = try range()
      return posts(lowest, highest, output)
    case .zScore(let mean, let deviation):
      _ = try range()
      let known = isComplete ? column : column.filter { !$0.isNaN }
      guard let centre = known.mean, let spread = known.standardDeviation, spread > 0 else {
        throw refuse("the values have no standard deviation")
      }
      return .scaled(
        LinearScale(
          origin: centre, unit: spread, width: deviation, start: mean, isRising: isRising,
          mirror: 2 * mean))
    case .goalposts(let output, let isCapped):
      guard let lower = elements[number].lower, let upper = elements[number].upper else {
        throw refuse("goalposts need a lower and an upper bound for every indicator")
      }
      guard lower < upper, (upper - lower).isFinite else {
        throw refuse("the lower bound \(lower) is not below the upper bound \(upper)")
      }
      return posts(lower, upper, output, isCapped: isCapped)
    case .distanceToTarget(let output, let isCapped):
      guard let target = elements[number].target else {
        throw refuse("a distance to targets needs a target for every indicator")
      }
      let (lowest, highest) = try range()
      let ends = isRising ? (lowest, target) : (target, highest)
      guard ends.0 < ends.1 else {
        throw refuse(
          "the target \(target) is no better than the worst value \(isRising ? lowest : highest)")
      }
      return posts(ends.0, ends.1, output, isCapped: isCapped)
    case .distanceToReference(let unit?, let output):
      guard let place = table.units.firstIndex(of: unit) else {
        throw .unknownReference(unit, time: table.time)
      }
      let (lowest, highest) = try range()
      let ends = isRising ? (lowest, column[place]) : (column[place], highest)
      guard ends.0 < ends.1 else {
        throw refuse("the reference \(unit) has no value, or the worst of all")
      }
      return posts(ends.0, ends.1, output)
    case .rank, .percentile:
      let known = column.indices.filter { !column[$0].isNaN }
      // The rank from below is the rank of what lies the other way round.
      let turned = known.map { isRising ? -column[$0] : column[$0] }
      let ranks = Ranking(tolerance: 0).ranks(of: turned)
      var scores = [Double](repeating: .nan, count: column.count)
      for (place, rank) in zip(known, ranks) {
        if case .percentile(let output) = self {
          let share = known.count > 1 ? Double(rank - 1) / Double(known.count - 1) : 1
          scores[place] =
            output.lowerBound + (output.upperBound - output.lowerBound) * share
        } else {
          scores[place] = Double(rank)
        }
      }
      return .column(scores)
    }
  }
}
