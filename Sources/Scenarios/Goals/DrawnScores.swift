import CKernels
import Statistics

/// The scores of units in many futures, with those that stand at some ranks.
///
/// Futures are kept in chunks, unit by unit in each, so that what is looked at together lies together.
internal struct DrawnScores: Sendable {
  /// Some of the futures.
  fileprivate struct Chunk: Sendable {
    /// How many there are, and that number filled up to a multiple of eight.
    let count: Int
    let width: Int
    /// The scores, unit by unit.
    let drawn: [Double]
    /// The scores at each rank and at the one after, rank by rank.
    let bars: [Double]
  }

  private let chunks: [Chunk]
  internal let futures: Int

  private static let length = 1024

  /// Draws.
  ///
  /// - Parameters:
  ///   - scores: the score of each unit.
  ///   - errors: what is added to them, future by future, one number per unit.
  ///   - ranks: the ranks that will be asked for, each below the number of units.
  ///   - replicates: who works.
  /// - Precondition: there is a future, of one number per unit; there are two units or more.
  internal init(
    _ scores: [Double], errors: [Double], at ranks: [Int], _ replicates: Replicates
  ) {
    let units = scores.count
    precondition(units > 1 && !errors.isEmpty, "ranks are those of several units in futures")
    precondition(errors.count % units == 0, "every future has one error per unit")
    precondition(
      ranks.allSatisfy { (1..<units).contains($0) }, "a rank is one of the units', not the last")
    futures = errors.count / units
    let places = ranks.flatMap { [$0 - 1, $0] }
    chunks = replicates.chunks(of: 0..<futures, length: Self.length) { range in
      let width = (range.count + 7) / 8 * 8
      var drawn = [Double](repeating: 0, count: units * width)
      for unit in 0..<units {
        let score = scores[unit]
        for place in 0..<range.count {
          drawn[unit * width + place] =
            score + errors[(range.lowerBound + place) * units + unit]
        }
      }
      var room = [Double](repeating: 0, count: 8 * units)
      var bars = [Double](repeating: 0, count: places.count * width)
      unsafe minhbach_scores_at_places(
        units, width, drawn, places.count, places, &room, &bars)
      return Chunk(count: range.count, width: width, drawn: drawn, bars: bars)
    }
  }

  /// Room for the needs of all futures; one more, because they are written before they are looked at.
  internal var room: [Double] { [Double](repeating: 0, count: futures + 1) }

  /// What a unit lacks to a rank in each future.
  ///
  /// - Parameters:
  ///   - unit: the number of the unit.
  ///   - rank: the number of the rank among those that were asked for.
  /// - Returns: in the order of the futures.
  internal func needs(of unit: Int, to rank: Int) -> [Double] {
    var needs: [Double] = []
    needs.reserveCapacity(futures)
    for chunk in chunks {
      for place in 0..<chunk.count { needs.append(chunk.need(of: unit, to: rank, place)) }
    }
    return needs
  }

  /// What a unit lacks to a rank in the future that stands at a place when they are in ascending order.
  ///
  /// A sample tells between which two needs that one very likely lies; only those between are put in order
  /// (Floyd & Rivest 1975, doi:10.1145/360680.360691). The answer is exact: where it lies elsewhere, all are.
  ///
  /// - Parameters:
  ///   - place: from zero.
  ///   - unit: the number of the unit.
  ///   - rank: the number of the rank among those that were asked for.
  ///   - room: a room of these; what stands in it is lost.
  /// - Returns: the need.
  internal func need(
    at place: Int, of unit: Int, to rank: Int, into room: inout [Double]
  ) -> Double {
    if futures > 4 * Self.sample, let range = likelyRange(of: place, unit, rank) {
      let (below, found) = collect(unit, rank, in: range, into: &room)
      if below <= place, place < below + found { return room.select(place - below, of: found) }
    }
    let (_, found) = collect(unit, rank, in: -.infinity...Double.infinity, into: &room)
    return room.select(place, of: found)
  }

  /// How many futures are looked at first.
  private static let sample = 512

  /// The range of needs that holds the one at a place but once in some hundred times.
  private func likelyRange(of place: Int, _ unit: Int, _ rank: Int) -> ClosedRange<Double>? {
    let step = futures / Self.sample
    var sample = (0..<Self.sample).map { number in
      let future = number * step
      return chunks[future / Self.length].need(of: unit, to: rank, future % Self.length)
    }
    let share = Double(place) / Double(futures)
    let middle = share * Double(Self.sample)
    // Three standard deviations of the number of sampled needs below that one.
    let spread = 3 * (middle * (1 - share)).squareRoot() + 2
    let (first, last) = (Int(middle - spread), Int(middle + spread))
    let low = first < 0 ? -.infinity : sample.select(first)
    let high = last >= Self.sample ? .infinity : sample.select(last)
    return low <= high ? low...high : nil
  }

  /// Collects the needs in a range at the beginning of a room, and counts those below it.
  private func collect(
    _ unit: Int, _ rank: Int, in range: ClosedRange<Double>, into room: inout [Double]
  ) -> (below: Int, found: Int) {
    var (below, found) = (0, 0)
    unsafe room.withUnsafeMutableBufferPointer { room in
      for chunk in chunks {
        let width = chunk.width
        unsafe chunk.drawn.withUnsafeBufferPointer { drawn in
          unsafe chunk.bars.withUnsafeBufferPointer { bars in
            guard let drawn = drawn.baseAddress, let bars = bars.baseAddress,
              let room = room.baseAddress
            else { return }
            unsafe found += minhbach_needs_between(
              chunk.count, drawn + unit * width, bars + 2 * rank * width,
              bars + (2 * rank + 1) * width, range.lowerBound, range.upperBound, room + found,
              &below)
          }
        }
      }
    }
    return (below, found)
  }
}

extension DrawnScores.Chunk {
  /// What a unit lacks to a rank in one future of the chunk.
  fileprivate func need(of unit: Int, to rank: Int, _ place: Int) -> Double {
    let own = drawn[unit * width + place]
    let bar = bars[2 * rank * width + place]
    // Who stands at the rank or above has the next one for rival there.
    return (own >= bar ? bars[(2 * rank + 1) * width + place] : bar) - own
  }
}
