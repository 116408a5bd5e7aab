/// Numbers from the highest to the lowest, each with where it stood.
///
/// Not-a-number has no place in an order and is left out.
struct DescendingOrder {
  /// The numbers, descending.
  private(set) var numbers: [Double] = []
  /// Where each stood; of equal numbers the one that came first comes first.
  private(set) var places: [Int] = []

  /// Sorts numbers.
  ///
  /// They are dealt into as many boxes of equal width as there are numbers, and each box is sorted:
  /// scores spread over their range, so that most boxes hold one or two. A box into which many
  /// crowd is sorted as a whole.
  ///
  /// - Complexity: O(n) for numbers that spread evenly, O(n log n) at worst.
  init(_ unordered: [Double]) {
    var (lowest, highest) = (Double.infinity, -Double.infinity)
    var count = 0
    for number in unordered where !number.isNaN {
      lowest = Swift.min(lowest, number)
      highest = Swift.max(highest, number)
      count += 1
    }
    numbers = [Double](repeating: 0, count: count)
    places = [Int](repeating: 0, count: count)
    // Rounding keeps the order: a higher number never gets a later box. Where all are equal, or
    // the range is endless, one box holds them all.
    var scale = Double(count - 1) / (highest - lowest)
    if !scale.isFinite || !(highest - lowest).isFinite { scale = 0 }
    func box(_ number: Double) -> Int { scale == 0 ? 0 : Int((highest - number) * scale) }
    var ends = [Int](repeating: 0, count: count + 1)
    for number in unordered where !number.isNaN { ends[box(number) + 1] += 1 }
    for box in 0..<count { ends[box + 1] += ends[box] }
    for (place, number) in unordered.enumerated() where !number.isNaN {
      let box = box(number)
      numbers[ends[box]] = number
      places[ends[box]] = place
      ends[box] += 1
    }
    var start = 0
    for end in ends.prefix(count) {
      if end > start + 1 { sort(start..<end) }
      start = end
    }
  }

  /// Sorts a range in which the places ascend.
  private mutating func sort(_ range: Range<Int>) {
    guard range.count <= Self.insertionLimit else {
      let ordered = range.map { (numbers[$0], places[$0]) }
        .sorted { $0.0 > $1.0 || ($0.0 == $1.0 && $0.1 < $1.1) }
      for (position, entry) in zip(range, ordered) {
        numbers[position] = entry.0
        places[position] = entry.1
      }
      return
    }
    for position in range.dropFirst() {
      let (number, place) = (numbers[position], places[position])
      var gap = position
      while gap > range.lowerBound, numbers[gap - 1] < number {
        numbers[gap] = numbers[gap - 1]
        places[gap] = places[gap - 1]
        gap -= 1
      }
      numbers[gap] = number
      places[gap] = place
    }
  }

  /// The most numbers for which shifting each to its place is faster than a general sort.
  private static let insertionLimit = 24
}
