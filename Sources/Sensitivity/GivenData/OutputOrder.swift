/// Rows in the order of their outputs, equal outputs together.
struct OutputOrder: Sendable {
  private let rows: [Int]
  /// Where each run of equal outputs ends.
  private let ends: [Int]

  /// Orders rows.
  ///
  /// - Parameter outputs: the output of each row.
  init(_ outputs: [Double]) {
    let rows = outputs.indices.sorted {
      outputs[$0] < outputs[$1] || (outputs[$0] == outputs[$1] && $0 < $1)
    }
    self.rows = rows
    ends = rows.indices.filter { place in
      place + 1 == rows.count || outputs[rows[place]] != outputs[rows[place + 1]]
    }.map { $0 + 1 }
  }

  /// The Kolmogorov–Smirnov distance between the outputs of each slice and all outputs.
  ///
  /// The difference of the two distribution functions is greatest where that of the slice jumps: just
  /// before, or just after. One pass through the rows finds it for all slices.
  ///
  /// - Parameters:
  ///   - sliced: the slice of each row.
  ///   - slices: the number of slices.
  ///   - counts: how often each row counts.
  /// - Returns: the distance of each slice that has rows.
  func distances(of sliced: [Int], slices: Int, counts: [Int]) -> [Double] {
    var totals = [Int](repeating: 0, count: slices)
    for (slice, count) in zip(sliced, counts) { totals[slice] += count }
    let all = Double(totals.reduce(0, +))
    var below = [Int](repeating: 0, count: slices)
    var distances = [Double](repeating: 0, count: slices)
    func note(_ slice: Int, _ passed: Int) {
      guard totals[slice] > 0 else { return }
      let own = Double(below[slice]) / Double(totals[slice])
      distances[slice] = max(distances[slice], abs(own - Double(passed) / all))
    }
    var (start, passed) = (0, 0)
    for end in ends {
      let run = rows[start..<end]
      for row in run { note(sliced[row], passed) }
      for row in run {
        below[sliced[row]] += counts[row]
        passed += counts[row]
      }
      for row in run { note(sliced[row], passed) }
      start = end
    }
    return zip(distances, totals).compactMap { $1 > 0 ? $0 : nil }
  }
}
