/// The weights that people type: a round share of the index, split evenly among some indicators.
///
/// A sub-index gives each of its dimensions a share in whole per cent – or a third, typed 33.3 or
/// 33.4 % – and each of the indicators in it the same part of that share. The rounder the share
/// and the fewer the indicators, the likelier the weight: `cost` is that preference, in the units in
/// which `ConstantSearch` counts.
struct RoundWeights: Sendable {
  /// One weight.
  struct Weight: Sendable {
    /// The weight itself.
    let value: Double
    /// How far-fetched it is; 0.5 for a tenth.
    let cost: Double
  }

  /// The weights, ascending.
  let weights: [Weight]

  /// Every share of 1 to 100 % and the thirds, for one to twelve indicators.
  static let typed = RoundWeights()

  /// No indicator of the published rules weighs less than 0.5 %.
  private static let least = 0.004

  private init() {
    var shares: [(share: Double, cost: Double)] = (1...100).map { percent in
      let cost: Double = percent % 10 == 0 ? 0.5 : percent % 5 == 0 ? 1 : 2
      return (Double(percent) / 100, cost)
    }
    shares += [(1.0 / 3, 1.5), (2.0 / 3, 1.5), (0.333, 2), (0.334, 2)]
    var found: [Weight] = []
    for (share, cost) in shares {
      for count in 1...12 where share / Double(count) >= Self.least {
        found.append(
          Weight(value: share / Double(count), cost: cost + 0.12 * Double(count - 1)))
      }
    }
    // One weight has many readings, as 0.1 and 0.2/2: the simplest counts.
    weights = found.sorted { ($0.value, $0.cost) < ($1.value, $1.cost) }
      .reduce(into: []) { kept, weight in
        if let last = kept.last, weight.value - last.value < 1e-11 {
          if weight.cost < last.cost { kept[kept.count - 1] = weight }
        } else {
          kept.append(weight)
        }
      }
  }

  /// The positions of the weights no further from a number than a part of it.
  func near(_ value: Double, within part: Double) -> Range<Int> {
    let start = position(of: value * (1 - part))
    return start..<max(start, position(of: (value * (1 + part)).nextUp))
  }

  /// The number of weights below a value.
  private func position(of value: Double) -> Int {
    var (low, high) = (0, weights.count)
    while low < high {
      let middle = (low + high) / 2
      if weights[middle].value < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
