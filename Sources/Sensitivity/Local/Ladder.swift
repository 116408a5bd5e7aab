/// The places that one input alone gains and loses, each with the value at which it does.
///
/// Every value of the input's reach (`RankedIndex.Input.reach`) at which a rival is caught up with or gets
/// ahead, all else held still. Between the ends of a range the gap to a rival is linear in the value x; where
/// the range moves with x it is a + b / w in the width w of the range. So a rival is passed once at most on each
/// stretch, and the value is known in closed form; it is then moved by a few units in the last place, so that
/// `RankedIndex.rank(at:)` changes at that very number.
public struct Ladder: Sendable, Hashable {
  /// A value at which places are gained or lost.
  public struct Rung: Sendable, Hashable {
    /// The value: the first, coming from where the unit stands, that has the rank.
    public let value: Double
    /// The rank from there on.
    public let rank: Int
    /// The places gained against where the unit stands; below zero for places lost.
    public let places: Int
    /// The unit's score at the value.
    public let score: Double
  }

  /// The input.
  public let input: RankedIndex.Input
  /// The rungs on the way to better values, the nearest first.
  ///
  /// They gain places only, where all values lie within their ranges: beyond an end that moves the unit
  /// keeps its score and its rivals lose. A rival beyond the other end would lose less, and places may be
  /// lost to it on this way.
  public let upward: [Rung]
  /// The rungs on the way to worse values, the nearest first.
  public let downward: [Rung]

  /// Finds the rungs of one input.
  ///
  /// Rivals whose scores lie no farther apart than the ranking's tolerance tie: their rungs are one, where the
  /// last of them is passed.
  ///
  /// - Parameters:
  ///   - position: the number of the input.
  ///   - index: the unit among its rivals.
  public init(of position: Int, in index: RankedIndex) {
    input = index.inputs[position]
    upward = LadderWalk(of: position, in: index, better: true).rungs
    downward = LadderWalk(of: position, in: index, better: false).rungs
  }

  /// The first rung at which at least so many places are gained.
  ///
  /// - Parameter places: one or more.
  /// - Returns: nil where no value asked about gains so many.
  public func gaining(_ places: Int) -> Rung? { upward.first { $0.places >= places } }

  /// The first rung at which at least so many places are lost.
  ///
  /// - Parameter places: one or more.
  /// - Returns: nil where no value asked about loses so many.
  public func losing(_ places: Int) -> Rung? { downward.first { $0.places <= -places } }
}
