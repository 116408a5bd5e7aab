public import Statistics

/// One unit's place in an index, as a function of its own inputs while its rivals' inputs hold still.
///
/// The index is the sum of the inputs' parts (`Input`); the rank is one more than the number of rivals above
/// the unit, ties as in `ranking`.
public struct RankedIndex: Sendable {
  /// What becomes of the range an input is scored on when the unit passes its end.
  public enum Ranges: String, Sendable, Hashable, CaseIterable {
    /// It is held: the unit scores beyond the end, and its rivals stay where they are.
    case held
    /// It is widened to the unit's value, never narrowed: the unit scores what the end scores, and the
    /// scores of all rivals change.
    case moving
  }

  /// The inputs, in the order in which their parts are added up.
  public let inputs: [Input]
  /// What becomes of a range when the unit passes its end.
  public let ranges: Ranges
  /// How scores become ranks.
  public let ranking: Ranking
  /// The unit's own values, one per input.
  public let values: [Double]
  /// The number of rivals.
  public let rivalCount: Int
  private let terms: [Term]
  /// The rivals' scores on the ranges as they are, ascending.
  private let heldScores: [Double]
  // Eight rivals to a block, the blocks of one input side by side; what fills the last block is below all.
  private let rivalBlocks: [SIMD8<Double>]
  private let partBlocks: [SIMD8<Double>]
  private let blockCount: Int

  /// Sets a unit among rivals.
  ///
  /// - Parameters:
  ///   - inputs: the inputs.
  ///   - ranges: what becomes of a range when the unit passes its end.
  ///   - ranking: how scores become ranks.
  /// - Precondition: there is an input, and all have the same number of rivals.
  public init(inputs: [Input], ranges: Ranges = .held, ranking: Ranking) {
    precondition(!inputs.isEmpty, "an index is made of one input at least")
    let rivalCount = inputs[0].rivals.count
    precondition(
      inputs.allSatisfy { $0.rivals.count == rivalCount }, "all inputs have the same rivals")
    self.inputs = inputs
    self.ranges = ranges
    self.ranking = ranking
    self.rivalCount = rivalCount
    let terms = inputs.map(Term.init)
    let blockCount = (rivalCount + 7) / 8
    let rivalBlocks = inputs.indices.flatMap { input in
      (0..<blockCount).map { block in
        // Minus infinity in the first input puts a rival that is none below everyone, on any range.
        let none = input == 0 ? -terms[input].sign * Double.infinity : 0
        var values = SIMD8(repeating: none)
        for lane in 0..<min(8, rivalCount - 8 * block) {
          values[lane] = inputs[input].rivals[8 * block + lane]
        }
        return values
      }
    }
    self.terms = terms
    self.blockCount = blockCount
    self.rivalBlocks = rivalBlocks
    partBlocks = rivalBlocks.indices.map { terms[$0 / blockCount](rivalBlocks[$0]) }
    values = inputs.map(\.value)
    heldScores = (0..<rivalCount).map { rival in
      zip(terms, inputs).reduce(0) { $0 + $1.0($1.1.rivals[rival]) }
    }.sorted()
  }

  /// The same unit where ranges do otherwise.
  ///
  /// - Parameter ranges: what becomes of a range when the unit passes its end.
  /// - Returns: the index.
  public func with(_ ranges: Ranges) -> RankedIndex {
    RankedIndex(inputs: inputs, ranges: ranges, ranking: ranking)
  }

  /// The rank with the unit's own values.
  public var rank: Int { rank(at: values) }

  /// The score with the unit's own values.
  public var score: Double { score(at: values) }

  /// The score with other values.
  ///
  /// - Parameter values: one per input.
  /// - Returns: the score, by the same sums as the scores of the rivals.
  public func score(at values: [Double]) -> Double {
    precondition(values.count == terms.count, "one value per input is needed")
    return position(at: values.span).score
  }

  /// The scores of the rivals where the unit has other values.
  ///
  /// - Parameter values: one per input.
  /// - Returns: one score per rival, in their order; those they have where no range moves.
  public func rivalScores(at values: [Double]) -> [Double] {
    precondition(values.count == terms.count, "one value per input is needed")
    return (0..<rivalCount).map { rivalScore($0, at: values) }
  }

  /// What an input adds to the unit's own score with another value.
  internal func part(of input: Int, at value: Double) -> Double {
    (ranges == .held ? terms[input] : terms[input].widened(by: value))(value)
  }

  /// The score of one rival where the unit has other values.
  internal func rivalScore(_ rival: Int, at values: [Double]) -> Double {
    var score = 0.0
    for input in terms.indices {
      let term = ranges == .held ? terms[input] : terms[input].widened(by: values[input])
      score += term(inputs[input].rivals[rival])
    }
    return score
  }

  /// The rank with other values.
  ///
  /// - Parameter values: one per input.
  /// - Returns: from 1 to one more than the number of rivals.
  public func rank(at values: [Double]) -> Int { rank(at: values.span) }

  /// The rank with other values, without making an array.
  ///
  /// - Parameter values: one per input.
  /// - Returns: from 1 to one more than the number of rivals.
  /// - Complexity: O(inputs + log rivals) where no range moves, else O(inputs × rivals).
  public func rank(at values: Span<Double>) -> Int {
    precondition(values.count == terms.count, "one value per input is needed")
    let (score, isPassed) = position(at: values)
    let bar = score + ranking.tolerance
    return 1 + (isPassed ? rivalsAbove(bar, at: values) : rivalsAbove(bar))
  }

  /// The score, and whether a range moves.
  @inline(__always)
  private func position(at values: Span<Double>) -> (score: Double, isPassed: Bool) {
    var score = 0.0
    guard ranges == .moving else {
      for input in terms.indices { score += terms[input](values[input]) }
      return (score, false)
    }
    var isPassed = false
    for input in terms.indices {
      let (term, value) = (terms[input], values[input])
      if term.isPassed(by: value) {
        isPassed = true
        score += term.widened(by: value)(value)
      } else {
        score += term(value)
      }
    }
    return (score, isPassed)
  }

  /// How many rivals are above a score on the ranges as they are.
  @inline(__always)
  private func rivalsAbove(_ bar: Double) -> Int {
    var (start, count) = (0, heldScores.count)
    while count > 0 {
      let half = count / 2
      let isBelow = !(heldScores[start + half] > bar)
      start = isBelow ? start + half + 1 : start
      count = isBelow ? count - half - 1 : half
    }
    return heldScores.count - start
  }

  /// How many rivals are above a score where some ranges move, eight at a time.
  private func rivalsAbove(_ bar: Double, at values: Span<Double>) -> Int {
    let bar = SIMD8(repeating: bar)
    var above = SIMD8<Int64>.zero
    for block in 0..<blockCount {
      var scores = SIMD8<Double>.zero
      for input in terms.indices {
        let place = input * blockCount + block
        let term = terms[input]
        scores +=
          term.isPassed(by: values[input])
          ? term.widened(by: values[input])(rivalBlocks[place]) : partBlocks[place]
      }
      above.replace(with: above &+ 1, where: scores .> bar)
    }
    return Int(above.wrappedSum())
  }
}
