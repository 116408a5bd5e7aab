import Statistics

/// A ratio of sums over cases, kept by province so that provinces can be drawn anew.
struct ProvinceRatio {
  private var numerators: [Double]
  private var denominators: [Double]
  /// The number of cases that count.
  private(set) var cases = 0

  /// Starts without cases.
  ///
  /// - Parameter provinces: the number of provinces.
  init(provinces: Int) {
    numerators = [Double](repeating: 0, count: provinces)
    denominators = numerators
  }

  /// Adds what one case has.
  mutating func add(_ value: Double, weight: Double = 1, of province: Int) {
    guard weight > 0 else { return }
    numerators[province] += weight * value
    denominators[province] += weight
    cases += 1
  }

  /// The ratio; nil without cases.
  var value: Double? { value { _ in 1 } }

  /// The ratio in each sample of provinces; nil where a sample has no case.
  func draws(_ samples: ProvinceSamples) -> [Double?] {
    samples.counts.map { counts in value { Double(counts[$0]) } }
  }

  private func value(_ count: (Int) -> Double) -> Double? {
    var (above, below) = (0.0, 0.0)
    for province in numerators.indices {
      above += count(province) * numerators[province]
      below += count(province) * denominators[province]
    }
    return below > 0 ? above / below : nil
  }
}
