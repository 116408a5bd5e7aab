/// Pairs of places that sort any numbers when the pair's are compared, and exchanged, in this order.
///
/// The same comparisons whatever the numbers, so that many sets of numbers are sorted side by side. Merge
/// exchange: Batcher's odd-even merge for any number of places. Source: Knuth, The Art of Computer
/// Programming 3 (1998), section 5.2.2, algorithm M.
struct SortingNetwork {
  /// First place and second, one pair after the other.
  let comparators: [Int32]

  /// Lays out the comparisons.
  ///
  /// - Parameter places: how many numbers are sorted.
  /// - Complexity: O(n log² n) pairs.
  init(places: Int) {
    var comparators: [Int32] = []
    var top = 1
    while 2 * top < places { top *= 2 }
    var p = places > 1 ? top : 0
    while p > 0 {
      var (q, r, distance) = (top, 0, p)
      while true {
        for place in 0..<max(0, places - distance) where place & p == r {
          comparators += [Int32(place), Int32(place + distance)]
        }
        if q == p { break }
        (distance, q, r) = (q - p, q / 2, p)
      }
      p /= 2
    }
    self.comparators = comparators
  }
}
