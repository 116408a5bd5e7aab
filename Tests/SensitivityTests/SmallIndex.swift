import Sensitivity
import Statistics
import TestSupport

/// Made-up indices for tests.
enum SmallIndex {
  static let ranking = Ranking(tolerance: 1e-6)

  /// One input from 0 to 1 that scores 1 to 10.
  static func one(
    value: Double, rivals: [Double], isRising: Bool = true, ranges: RankedIndex.Ranges = .held
  ) -> RankedIndex {
    RankedIndex(
      inputs: [
        RankedIndex.Input(
          name: "x", value: value, rivals: rivals, range: 0...1, weight: 1, output: 1...10,
          isRising: isRising)
      ], ranges: ranges, ranking: ranking)
  }

  /// Some inputs with rivals spread over ranges, some beyond what the unit reaches.
  static func random(
    inputs: Int, rivals: Int, ranges: RankedIndex.Ranges,
    using generator: inout SplitMix64
  ) -> RankedIndex {
    let weights = (0..<inputs).map { _ in Double.random(in: 0.1...1, using: &generator) }
    let sum = weights.reduce(0, +)
    return RankedIndex(
      inputs: (0..<inputs).map { position in
        let low = Double.random(in: -3...3, using: &generator)
        let width = Double.random(in: 0.5...4, using: &generator)
        return RankedIndex.Input(
          name: "x\(position)", value: low + width * Double.random(in: 0...1, using: &generator),
          rivals: (0..<rivals).map { _ in
            low + width * Double.random(in: 0...1, using: &generator)
          },
          range: low...low + width, weight: weights[position] / sum, output: 1...10,
          isRising: Bool.random(using: &generator), limits: -50...50)
      }, ranges: ranges, ranking: ranking)
  }
}
