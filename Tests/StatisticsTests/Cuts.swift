import TestSupport

/// A number of draws cut into ranges that follow one another, at places of a seed.
func cuts(_ draws: Int, parts: Int, seed: UInt64 = 1) -> [Range<Int>] {
  var random = SplitMix64(seed: seed)
  var places: Set<Int> = [draws]
  while places.count < min(parts, draws) {
    places.insert(.random(in: 1...max(1, draws - 1), using: &random))
  }
  var first = 0
  return places.sorted().map { end in
    defer { first = end }
    return first..<end
  }
}
