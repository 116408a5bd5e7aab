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

  /// The futures that are lost or won along a direction before a time, and when.
  ///
  /// - Parameters:
  ///   - direction: how the changes go.
  ///   - vertex: where they start.
  ///   - time: how far they go.
  ///   - room: for as many as there are futures; what is found stands at its beginning.
  /// - Returns: how many are found.
  internal func crossings(
    along direction: [Double], from vertex: RobustVertex, before time: Double,
    into room: inout CrossingRoom
  ) -> Int {
    unsafe minhbach_crossings(
      levers, width, gains, direction, vertex.margins, -tolerance, time, &room.times,
      &room.futures)
  }

  /// The gain of one lever in one future.
  internal func gain(_ lever: Int, _ future: Int) -> Double { gains[lever * width + future] }

  internal func need(_ future: Int) -> Double { needs[future] }
}

/// Where crossings are written to.
internal struct CrossingRoom: Sendable {
  internal var times: [Double]
  internal var futures: [Int]

  internal init(_ surface: RobustSurface) {
    // The kernel writes before it knows whether a future counts.
    times = [Double](repeating: 0, count: surface.width + 1)
    futures = [Int](repeating: 0, count: surface.width + 1)
  }
}
