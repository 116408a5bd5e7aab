/// What changing one input alone does to a rank, the rivals' values held still.
///
/// Exact: every change is replayed through the index.
public struct LocalSensitivity: Sendable, Hashable {
  /// A change of the input and what it does.
  public struct Move: Sendable, Hashable {
    /// The value after the change.
    public let value: Double
    /// The change of the unit's own score.
    public let score: Double
    /// The places gained; below zero for places lost.
    public let places: Int
  }

  /// The input.
  public let input: RankedIndex.Input
  /// What becomes of a range when the unit passes its end.
  public let ranges: RankedIndex.Ranges
  /// The smallest change that gains a place; nil at the top, or where no value asked about gains one.
  public let nextPlace: Move?
  /// One unit for the better, shortened where the reach ends.
  public let unit: Move
  /// One typical change for the better, shortened where the reach ends.
  public let typical: Move
  /// What a good year brings, shortened where the reach ends; nil where that is not known.
  ///
  /// No change where even a good year brings nothing.
  public let good: Move?
  /// A change to the value in the middle of all; no change for who is there or better.
  public let reachingMedian: Move
  /// A change to the best value anyone has; no change for who has it.
  public let reachingBest: Move

  /// Studies one input.
  ///
  /// - Parameters:
  ///   - position: the number of the input.
  ///   - index: the unit among its rivals.
  ///   - steps: the changes asked about.
  public init(of position: Int, in index: RankedIndex, steps: LocalSteps) {
    let (input, ranges) = (index.inputs[position], index.ranges)
    var values = index.values
    let (rank, part) = (index.rank, index.part(of: position, at: input.value))
    func move(to value: Double) -> Move {
      values[position] = value
      return Move(
        value: value, score: index.part(of: position, at: value) - part,
        places: rank - index.rank(at: values))
    }
    func reaching(_ value: Double) -> Move {
      let isBehind = input.isRising ? value > input.value : value < input.value
      return move(to: isBehind ? value : input.value)
    }
    self.input = input
    self.ranges = ranges
    let walk = LadderWalk(of: position, in: index, better: true)
    nextPlace = walk.rungs.first { $0.places > 0 }.map { move(to: $0.value) }
    unit = move(to: input.improved(by: steps.unit, ranges))
    typical = move(to: input.improved(by: steps.typical, ranges))
    good = steps.good.map { move(to: input.improved(by: max(0, $0), ranges)) }
    reachingMedian = reaching(steps.median)
    reachingBest = reaching(steps.best)
  }

  /// Whether a typical change had to be shortened because the reach ends.
  public var isTypicalShortened: Bool { typical.value == input.best(ranges) }

  /// Whether a good year's change had to be shortened because the reach ends.
  public var isGoodShortened: Bool { good?.value == input.best(ranges) }
}
