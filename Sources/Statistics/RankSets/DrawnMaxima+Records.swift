import CKernels

extension DrawnMaxima {
  /// The records of a chunk of draws.
  struct Records: Sendable {
    var lengths: [Int] = []
    var places: [Int] = []
    var values: [Double] = []
  }

  /// The records of the differences of some draws, those of draws whose maximum reaches a floor.
  ///
  /// - Parameters:
  ///   - range: the numbers of the draws.
  ///   - order: the differences.
  ///   - floor: smaller differences are left out.
  /// - Returns: records, chunk by chunk.
  func records(_ range: Range<Int>, order: DifferenceOrder, floor: Double) -> [Records] {
    let block = MINHBACH_PAIR_DRAWS
    let units = 0..<estimates.count
    let pairs = StandardisedPairs(
      units.flatMap { first in
        (first + 1..<max(first + 1, units.count)).map {
          ComparedPair(first: first, second: $0, directions: .both)
        }
      }.filter { estimates.differenceError($0.first, $0.second) > 0 }, of: estimates)
    // Draws are made side by side, from multiples of the kernel's number on.
    let aligned = range.lowerBound / block * block..<range.upperBound
    return Replicates(seed: 0, threads: threads).chunks(of: aligned, length: Self.chunk) { chunk in
      var deviations = [Double](repeating: 0, count: estimates.count * block)
      var room = [Double](repeating: 0, count: estimates.count * MINHBACH_LANES)
      var maxima = [Double](repeating: 0, count: block)
      var records = Records()
      for first in stride(from: chunk.lowerBound, to: chunk.upperBound, by: block) {
        let used = min(block, chunk.upperBound - first)
        draw(first, used, &deviations, &room)
        unsafe minhbach_pair_maxima(
          deviations, pairs.pairs, pairs.twoSided, pairs.pairs.count - pairs.twoSided, &maxima)
        for draw in 0..<used where maxima[draw] >= floor && range.contains(first + draw) {
          records.add(deviations.span, draw, of: block, order: order, floor: floor)
        }
      }
      return records
    }
  }
}

extension DrawnMaxima.Records {
  /// Goes through the differences of one draw, from the last to be shown to the first.
  fileprivate mutating func add(
    _ deviations: Span<Double>, _ draw: Int, of block: Int, order: DifferenceOrder, floor: Double
  ) {
    let (above, below, factors) = (order.above.span, order.below.span, order.factors.span)
    var largest = floor.nextDown
    let before = places.count
    for place in stride(from: above.count - 1, through: 0, by: -1) {
      let value =
        (deviations[Int(above[place]) * block + draw] - deviations[Int(below[place]) * block + draw])
        * factors[place]
      guard value > largest else { continue }
      largest = value
      places.append(place)
      values.append(value)
    }
    if places.count > before { lengths.append(places.count - before) }
  }
}
