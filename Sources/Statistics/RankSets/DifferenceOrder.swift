/// The differences of all units, each in both directions, in the order in which a falling critical value shows them.
///
/// The difference of i over j is shown where xᵢ − xⱼ exceeds c σᵢⱼ: the larger (xᵢ − xⱼ) / σᵢⱼ, the sooner. What is still in play
/// after any step is therefore the end of the order from some place on.
struct DifferenceOrder: Sendable {
  /// The unit above, by the place of the difference.
  let above: [Int32]
  /// The unit below.
  let below: [Int32]
  /// One over the standard error of the difference.
  let factors: [Double]
  /// The place of a difference by unit above and unit below; -1 where there is none, or it has no error.
  private let places: [Int32]
  private let units: Int

  /// Orders the differences.
  ///
  /// - Parameter estimates: the estimates with their errors.
  init(_ estimates: ScoreEstimates) {
    let units = estimates.count
    var found: [(ratio: Double, above: Int, below: Int, factor: Double)] = []
    for above in 0..<units {
      for below in 0..<units where below != above {
        // As of the pair: the smaller number first.
        let error = estimates.differenceError(min(above, below), max(above, below))
        guard error > 0 else { continue }
        let difference = estimates.values[above] - estimates.values[below]
        found.append((difference / error, above, below, 1 / error))
      }
    }
    found.sort { (-$0.ratio, $0.above, $0.below) < (-$1.ratio, $1.above, $1.below) }
    var places = [Int32](repeating: -1, count: units * units)
    for (place, pair) in found.enumerated() {
      places[pair.above * units + pair.below] = Int32(place)
    }
    above = found.map { Int32($0.above) }
    below = found.map { Int32($0.below) }
    factors = found.map(\.factor)
    self.places = places
    self.units = units
  }

  /// The number of differences.
  var count: Int { above.count }

  /// The place from which on all differences are those of a family.
  ///
  /// - Parameter family: pairs of units.
  /// - Returns: nil where the family is no such end of the order, as where rounding has shown one of two equal
  ///   differences.
  func start(of family: [ComparedPair]) -> Int? {
    var (first, directions) = (count, 0)
    func add(_ above: Int, _ below: Int) {
      first = min(first, Int(places[above * units + below]))
      directions += 1
    }
    for pair in family {
      if pair.directions.contains(.firstAbove) { add(pair.first, pair.second) }
      if pair.directions.contains(.secondAbove) { add(pair.second, pair.first) }
    }
    return first >= 0 && directions == count - first ? first : nil
  }
}
