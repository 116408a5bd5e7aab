internal import Statistics

/// Replicates of a wild bootstrap, worked on eight side by side.
struct WildReplicates {
  /// Replicates side by side.
  static let width = 8
  /// Replicates worked on by one thread at a time.
  private static let chunk = 512

  private let count: Int
  private let clusters: Int
  private let threads: Int
  private let fill: @Sendable (Range<Int>, inout [Double]) -> Void

  /// Prepares replicates; `fill` sets the weights of eight or fewer, those of a cluster side by side.
  init(
    _ count: Int, clusters: Int, threads: Int,
    _ fill: @escaping @Sendable (Range<Int>, inout [Double]) -> Void
  ) {
    precondition(count >= 0, "there cannot be fewer than no replicates")
    self.count = count
    self.clusters = clusters
    self.threads = threads
    self.fill = fill
  }

  /// Does a piece of work for each eight replicates.
  ///
  /// - Parameters:
  ///   - empty: a result that work overwrites.
  ///   - work: what sets eight results from eight replicates' weights.
  /// - Returns: a result for each replicate, in order.
  func map<Result: Sendable>(
    _ empty: Result, _ work: @Sendable ([Double], inout [Result]) -> Void
  ) -> [Result] {
    let (clusters, fill) = (clusters, fill)
    let parts = Replicates(seed: 0, threads: threads).chunks(of: 0..<count, length: Self.chunk) {
      chunk in
      var weights = [Double](repeating: 1, count: Self.width * clusters)
      var eight = [Result](repeating: empty, count: Self.width)
      var results: [Result] = []
      results.reserveCapacity(chunk.count)
      for start in stride(from: chunk.lowerBound, to: chunk.upperBound, by: Self.width) {
        let end = min(start + Self.width, chunk.upperBound)
        fill(start..<end, &weights)
        work(weights, &eight)
        for lane in 0..<end - start { results.append(eight[lane]) }
      }
      return results
    }
    var all: [Result] = []
    all.reserveCapacity(count)
    for part in parts { all.append(contentsOf: part) }
    return all
  }
}

/// How the weights of replicates come about.
struct WildDraw: Sendable {
  /// The number of replicates.
  let count: Int
  /// Whether they are all vectors of signs.
  let isEnumerated: Bool
  /// Sets the weights of eight replicates or fewer.
  let fill: @Sendable (Range<Int>, inout [Double]) -> Void

  /// Draws replicates, or takes all that there can be where they are no more.
  init(count: Int, weights: WildWeights, clusters: Int, _ replicates: Replicates) {
    let all = clusters < Int.bitWidth - 2 ? 1 << clusters : Int.max
    let isEnumerated = weights == .rademacher && all <= count
    self.isEnumerated = isEnumerated
    self.count = isEnumerated ? all : count
    fill = { eight, numbers in
      for (lane, replicate) in eight.enumerated() {
        if isEnumerated {
          for cluster in 0..<clusters {
            numbers[WildReplicates.width * cluster + lane] =
              replicate >> cluster & 1 == 0 ? 1 : -1
          }
        } else {
          var random = replicates.generator(replicate)
          for (cluster, weight) in weights.draws(clusters, using: &random).enumerated() {
            numbers[WildReplicates.width * cluster + lane] = weight
          }
        }
      }
    }
  }
}
