/// One input of a score that is linear in it, at the point where it stands.
public struct LocalInput: Sendable, Hashable {
  /// The name.
  public let name: String
  /// The value.
  public let value: Double
  /// What one unit more adds to the score; below zero where less is better.
  public let slope: Double
  /// The farthest value the score is linear up to, in the direction that raises it.
  public let limit: Double
  /// A typical change, in the input's unit.
  public let step: Double
  /// The best value anyone has.
  public let best: Double

  /// Describes an input.
  ///
  /// - Precondition: the slope is not zero and the step is not negative.
  public init(
    name: String, value: Double, slope: Double, limit: Double, step: Double, best: Double
  ) {
    precondition(slope != 0, "an input without a slope moves nothing")
    precondition(step >= 0, "a step is a distance")
    self.name = name
    self.value = value
    self.slope = slope
    self.limit = limit
    self.step = step
    self.best = best
  }

  /// The value after a change for the better of a given size, no farther than the limit.
  public func improved(by size: Double) -> Double {
    slope > 0 ? min(value + size, max(limit, value)) : max(value - size, min(limit, value))
  }
}

/// What changing one input alone does to a rank, rivals and ranges held still.
///
/// Exact, since the score is linear in its inputs inside the ranges.
public struct LocalSensitivity: Sendable, Hashable {
  /// A change of the input and what it does.
  public struct Move: Sendable, Hashable {
    /// The value after the change.
    public let value: Double
    /// The change of the score.
    public let score: Double
    /// The places gained.
    public let places: Int
  }

  /// The input.
  public let input: LocalInput
  /// The smallest change that gains a place; nil at the top, or where the limit comes first.
  public let nextPlace: Move?
  /// One typical change for the better, shortened where the limit comes first.
  public let typical: Move
  /// A change to the best value anyone has; no change for the one who has it.
  public let reachingBest: Move

  /// Studies one input.
  public init(of input: LocalInput, at standing: Standing) {
    func move(to value: Double) -> Move {
      let score = input.slope * (value - input.value)
      return Move(value: value, score: score, places: standing.places(after: score))
    }
    self.input = input
    nextPlace = standing.nextPlace.flatMap { next in
      let value = input.value + next.rise / input.slope
      let isInside = input.slope > 0 ? value <= input.limit : value >= input.limit
      return isInside ? Move(value: value, score: next.rise, places: next.places) : nil
    }
    typical = move(to: input.improved(by: input.step))
    let isBehind = (input.best - input.value) * input.slope > 0
    reachingBest = move(to: isBehind ? input.best : input.value)
  }

  /// Whether a typical change had to be shortened because the limit comes first.
  public var isTypicalShortened: Bool { typical.value == input.limit }
}
