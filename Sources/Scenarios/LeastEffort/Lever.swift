/// One thing that can be changed at a price, for a gain in proportion.
public struct Lever: Sendable, Hashable {
  /// The changes there can be, where not all between nothing and the most can.
  ///
  /// They are nothing, `first`, `first + step`, `first + 2 step` and so on. Where the first is as long as
  /// the others the changes are whole multiples of it; it is shorter where the next value in round numbers is
  /// nearer.
  public struct Grid: Sendable, Hashable {
    /// The least change there is.
    public let first: Double
    /// The distance from one change to the next.
    public let step: Double

    /// Describes the changes.
    ///
    /// - Parameters:
    ///   - first: the least change; nil for one step.
    ///   - step: the distance from one to the next.
    /// - Precondition: both are above zero and finite.
    public init(first: Double? = nil, step: Double) {
      precondition(step > 0 && step.isFinite, "a step leads somewhere")
      self.first = first ?? step
      self.step = step
      precondition(self.first > 0 && self.first.isFinite, "the first step leads somewhere")
    }

    // A change of 0.3 in steps of 0.1 is three steps, though binary numbers make it 2.9999999999999996.
    private static var slack: Double { 1e-9 }

    /// The largest change that is no larger than a given one.
    ///
    /// - Parameter change: any change from zero on.
    /// - Returns: a change of the grid, or zero.
    public func change(below change: Double) -> Double {
      let steps = ((change - first) / step + Self.slack).rounded(.down)
      return steps < 0 ? 0 : first + steps * step
    }

    /// The smallest change that is no smaller than a given one.
    ///
    /// - Parameter change: any change from zero on.
    /// - Returns: a change of the grid, or zero.
    public func change(above change: Double) -> Double {
      if change <= Self.slack * step { return 0 }
      return first + max(0, ((change - first) / step - Self.slack).rounded(.up)) * step
    }
  }

  /// The name.
  public let name: String
  /// The gain of one unit of change.
  public let gain: Double
  /// The effort of one unit of change.
  public let effort: Double
  /// The effort of any change at all, whatever its size.
  public let fixedEffort: Double
  /// The changes it must and can have at least and at most, in units.
  ///
  /// Where there is a grid both ends are changes of it. One that is locked cannot be changed at all.
  public let range: ClosedRange<Double>
  /// The changes there can be in the range; nil for all.
  public let grid: Grid?
  /// Whether it is held still.
  public let isLocked: Bool

  /// The most it can be changed, in units.
  public var most: Double { range.upperBound }
  /// The least it must be changed, in units; mostly zero.
  public var least: Double { range.lowerBound }

  /// Describes a lever.
  ///
  /// - Parameters:
  ///   - name: the name.
  ///   - gain: the gain of one unit of change.
  ///   - effort: the effort of one unit of change.
  ///   - fixedEffort: the effort of any change at all.
  ///   - least: the least it must be changed; on a grid the next change of it.
  ///   - most: the most it can be changed; on a grid the last change of it that is not beyond.
  ///   - grid: the changes there can be; nil for all.
  ///   - isLocked: whether it is held still.
  /// - Precondition: gain and effort are positive, the fixed effort and the least are not negative, the most
  ///   is no less than the least, also on the grid, and all are finite.
  public init(
    name: String, gain: Double, effort: Double, fixedEffort: Double = 0, least: Double = 0,
    most: Double, grid: Grid? = nil, isLocked: Bool = false
  ) {
    precondition(gain > 0 && gain.isFinite, "a lever without gain is none")
    precondition(effort > 0 && effort.isFinite, "a lever without effort would be pulled for ever")
    precondition(
      fixedEffort >= 0 && fixedEffort.isFinite, "a fixed effort is not below nothing")
    precondition(most >= 0 && most.isFinite, "a lever is pulled a finite way or not at all")
    let first = grid?.change(above: least) ?? least
    let last = grid?.change(below: most) ?? most
    precondition(least >= 0 && first <= last, "the least change is within the most")
    self.name = name
    self.gain = gain
    self.effort = effort
    self.fixedEffort = fixedEffort
    self.grid = grid
    self.isLocked = isLocked
    range = isLocked ? 0...0 : first...last
  }

  /// The effort of a change.
  ///
  /// - Parameter change: the change.
  /// - Returns: nothing for no change, else the fixed effort and that of its size.
  public func effort(of change: Double) -> Double {
    change > 0 ? fixedEffort + effort * change : 0
  }

  /// Whether effort grows with the change in one straight line from nothing on.
  internal var isStraight: Bool { fixedEffort == 0 && grid == nil }
}
