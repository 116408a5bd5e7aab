import CKernels

/// The futures of a robust program as half-spaces of changes.
///
/// A future is covered where its margin, Σ gain × change − need, is not below zero. Futures stand one after the
/// other for each lever, filled up to a multiple of eight with some that are always covered.
internal struct RobustSurface: Sendable {
  internal let levers: Int
  internal let futures: Int
  /// The number of futures with those that fill up.
  internal let width: Int
  private let gains: [Double]
  private let needs: [Double]
  internal let efforts: [Double]
  internal let least: [Double]
  internal let most: [Double]
  /// How many futures, those that fill up included, must be covered.
  internal let required: Int
  /// What a margin may be below zero by and still be zero but for rounding.
  internal let tolerance: Double

  internal init(_ program: RobustProgram) {
    levers = program.levers.count
    futures = program.needs.count
    width = (futures + 7) / 8 * 8
    let fill = [Double](repeating: 0, count: width - futures)
    gains = program.gains.flatMap { $0 + fill }
    needs = program.needs + fill.map { _ in -1 }
    efforts = program.levers.map(\.effort)
    least = program.levers.map(\.least)
    most = program.levers.map(\.most)
    required = program.required + fill.count
    tolerance = 1e-12 * program.needs.reduce(1) { max($0, abs($1)) }
  }

  /// The margins at some changes.
  internal func margins(at changes: [Double]) -> [Double] {
    var margins = needs.map { -$0 }
    unsafe minhbach_weighted_sums(gains, levers, width, changes, 1, &margins)
    return margins
  }

  /// How fast the margins grow along a direction.
  internal func rates(along direction: [Double], into rates: inout [Double]) {
    for future in rates.indices { rates[future] = 0 }
    unsafe minhbach_weighted_sums(gains, levers, width, direction, 1, &rates)
  }

  /// The gain of one lever in one future.
  internal func gain(_ lever: Int, _ future: Int) -> Double { gains[lever * width + future] }

  internal func need(_ future: Int) -> Double { needs[future] }
}
