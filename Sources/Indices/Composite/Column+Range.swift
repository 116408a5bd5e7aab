extension [Double] {
  /// The lowest and the highest of numbers none of which is missing.
  ///
  /// Eight at a time: taken one after the other each would wait for the comparison before it.
  ///
  /// - Returns: an empty range, from infinity to minus infinity, for no numbers.
  var range: (lowest: Double, highest: Double) {
    var lowest = SIMD8<Double>(repeating: .infinity)
    var highest = SIMD8<Double>(repeating: -.infinity)
    let whole = count & ~7
    var index = 0
    while index < whole {
      let numbers = SIMD8(
        self[index], self[index + 1], self[index + 2], self[index + 3],
        self[index + 4], self[index + 5], self[index + 6], self[index + 7])
      lowest.replace(with: numbers, where: numbers .< lowest)
      highest.replace(with: numbers, where: numbers .> highest)
      index += 8
    }
    var range = (lowest: lowest.min(), highest: highest.max())
    for number in self[whole...] {
      range.lowest = Swift.min(range.lowest, number)
      range.highest = Swift.max(range.highest, number)
    }
    return range
  }
}
