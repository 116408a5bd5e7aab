import Panels
import Statistics

/// One column of a table, and what it takes to score it.
struct ColumnScaling {
  let column: [Double]
  // An element as a whole is not copied: that costs more than scoring a few dozen units.
  let elements: [IndexStructure.Element]
  let number: Int
  let table: IndicatorTable
  let isComplete: Bool

  /// Whether more is better.
  var isRising: Bool { elements[number].direction == .positive }

  private func refuse(_ reason: String) -> CompositeError {
    .unusable(indicator: elements[number].code, time: table.time, reason)
  }

  /// The scale between two values.
  func posts(
    _ lower: Double, _ upper: Double, _ output: ClosedRange<Double>, isCapped: Bool = false
  ) -> LinearScale {
    Goalposts(
      lower: lower, upper: upper, direction: elements[number].direction, output: output,
      isCapped: isCapped
    ).scale
  }

  /// The lowest and the highest value.
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

  /// The scale of standard deviations around a mean.
  func zScore(mean: Double, deviation: Double) throws(CompositeError) -> LinearScale {
    _ = try range()
    let known = isComplete ? column : column.filter { !$0.isNaN }
    guard let centre = known.mean, let spread = known.standardDeviation, spread > 0 else {
      throw refuse("the values have no standard deviation")
    }
    return LinearScale(
      origin: centre, unit: spread, width: deviation, start: mean, isRising: isRising,
      mirror: 2 * mean)
  }

  /// The scale between the bounds that the structure gives.
  func goalposts(
    _ output: ClosedRange<Double>, isCapped: Bool
  ) throws(CompositeError) -> LinearScale {
    guard let lower = elements[number].lower, let upper = elements[number].upper else {
      throw refuse("goalposts need a lower and an upper bound for every indicator")
    }
    guard lower < upper, (upper - lower).isFinite else {
      throw refuse("the lower bound \(lower) is not below the upper bound \(upper)")
    }
    return posts(lower, upper, output, isCapped: isCapped)
  }

  /// The scale from the worst value to the target.
  func distanceToTarget(
    _ output: ClosedRange<Double>, isCapped: Bool
  ) throws(CompositeError) -> LinearScale {
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
  }

  /// The scale from the worst value to that of a unit.
  func distance(
    to unit: String, _ output: ClosedRange<Double>
  ) throws(CompositeError) -> LinearScale {
    guard let place = table.units.firstIndex(of: unit) else {
      throw .unknownReference(unit, time: table.time)
    }
    let (lowest, highest) = try range()
    let ends = isRising ? (lowest, column[place]) : (column[place], highest)
    guard ends.0 < ends.1 else {
      throw refuse("the reference \(unit) has no value, or the worst of all")
    }
    return posts(ends.0, ends.1, output)
  }

  /// Scores made of ranks from below: 1 is the worst value, and equal values share the lower rank.
  ///
  /// - Parameter score: makes a score of a rank and the number of values.
  /// - Returns: one score per unit, NaN where the value is missing.
  func ranks(_ score: (Int, Int) -> Double) -> [Double] {
    let known = column.indices.filter { !column[$0].isNaN }
    // The rank from below is the rank of what lies the other way round.
    let turned = known.map { isRising ? -column[$0] : column[$0] }
    var scores = [Double](repeating: .nan, count: column.count)
    for (place, rank) in zip(known, Ranking(tolerance: 0).ranks(of: turned)) {
      scores[place] = score(rank, known.count)
    }
    return scores
  }
}
