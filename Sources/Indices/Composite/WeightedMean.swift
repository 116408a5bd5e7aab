/// The weighted arithmetic mean of columns, taken one after the other.
struct WeightedMean {
  /// The sum of weight × score so far, for each unit.
  private var sums: [Double]
  /// The sum of the weights of what is there, once something was missing.
  private var present: [Double] = []
  /// The sum of all weights so far.
  private var total = 0.0

  init(units: Int) { sums = [Double](repeating: 0, count: units) }

  /// Adds a column of figures by their scores.
  mutating func add(
    _ column: [Double], on scale: LinearScale, weight: Double, isComplete: Bool
  ) {
    precondition(column.count == sums.count, "every unit must have a score, or a gap for one")
    guard isComplete, scale.bounds == nil else {
      return add(column.map { scale($0) }, weight: weight, isComplete: isComplete)
    }
    let column = column.span
    var sums = sums.mutableSpan
    for unit in column.indices { sums[unit] += weight * scale.unbounded(column[unit]) }
    count(weight)
  }

  /// Adds a column of scores.
  mutating func add(_ column: [Double], weight: Double, isComplete: Bool) {
    precondition(column.count == sums.count, "every unit must have a score, or a gap for one")
    if !isComplete, present.isEmpty {
      present = [Double](repeating: total, count: sums.count)
    }
    for unit in column.indices where isComplete || !column[unit].isNaN {
      sums[unit] += weight * column[unit]
      if !isComplete { present[unit] += weight }
    }
    if isComplete { count(weight) } else { total += weight }
  }

  /// Counts the weight of a column that every unit has.
  private mutating func count(_ weight: Double) {
    total += weight
    for unit in present.indices { present[unit] += weight }
  }

  /// The means; NaN for a unit of which nothing is there.
  var values: [Double] {
    guard !present.isEmpty else { return sums }
    // The shares of a parent add up to one, so that only what is missing calls for a division.
    return sums.indices.map { unit in
      present[unit] == total ? sums[unit] : present[unit] > 0 ? sums[unit] / present[unit] : .nan
    }
  }
}
