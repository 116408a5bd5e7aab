public import Statistics

extension WildClusterBootstrap {
  /// Steps that halve a distance until nothing of it is left in the digits.
  private static let mostHalvings = 60
  /// Doublings of the standard error after which every value is taken as not rejected: 1,024 of them.
  private static let mostDoublings = 10
  /// As `WildTest.bound`, at distances where the squares of statistics lose six digits more.
  private static let bound = 1 - 1e-6

  /// The values of a linear combination of coefficients that the test does not reject.
  ///
  /// The same weights are used for every value. From the estimate, which is never rejected, the distance
  /// is doubled until a value is rejected, and then halved; where values beyond it were not rejected
  /// again, they would not be seen.
  ///
  /// - Parameters:
  ///   - restriction: R, a factor for each coefficient.
  ///   - level: the confidence, such as 0.95.
  ///   - count: how many replicates are drawn. Where signs can be drawn in no more ways, each is taken once.
  ///   - replicates: seed and threads; replicate k is made of generator k.
  ///   - weights: what residuals are multiplied with.
  ///   - imposesNull: whether residuals are those of the regression under each hypothesis.
  /// - Returns: both ends; nil without replicates.
  /// - Precondition: the level is between 0 and 1; there is a factor for each coefficient, one of them not
  ///   zero.
  public func interval(
    _ restriction: [Double], level: Double = 0.95, count: Int, _ replicates: Replicates,
    weights: WildWeights = .rademacher, imposesNull: Bool = true
  ) -> WildInterval? {
    precondition(level > 0 && level < 1, "the level must be between 0 and 1")
    let scores = scores(of: restriction)
    let draw = WildDraw(count: count, weights: weights, clusters: clusters, replicates)
    let statistics = WildReplicates(
      draw.count, clusters: clusters, threads: replicates.threads, draw.fill
    ).map(.none, scores.statistics)
    guard !statistics.isEmpty else { return nil }
    func isRejected(_ distance: Double) -> Bool {
      let found = statistics.map { abs($0.value(at: imposesNull ? distance : 0)) }
        .filter(\.isFinite)
      let bound = abs(distance / scores.error) * Self.bound
      return Double(found.count { $0 >= bound }) < (1 - level) * Double(found.count)
    }
    func end(_ direction: Double) -> Double {
      var (inside, outside) = (0.0, scores.error * direction)
      var doublings = 0
      while !isRejected(outside) {
        guard doublings < Self.mostDoublings else { return .infinity * direction }
        doublings += 1
        (inside, outside) = (outside, outside * 2)
      }
      for _ in 0..<Self.mostHalvings {
        let middle = (inside + outside) / 2
        if isRejected(middle) { outside = middle } else { inside = middle }
      }
      return inside
    }
    // The distance is that of the estimate from the value: positive for values below.
    return WildInterval(
      lower: scores.estimate - end(1), upper: scores.estimate - end(-1), level: level,
      isEnumerated: draw.isEnumerated)
  }
}
