public import Statistics

/// Variance-based indices of ever more points, until the order of the inputs stands.
///
/// Points are doubled. The order by totals stands where each input's total exceeds the next one's in 95 % of
/// resamples, or the two are alike, differing by less than a hundredth in 95 % of them; and where no two that are not
/// alike have changed places since the last doubling.
public struct SettledIndices: Sendable {
  /// What one number of points gave.
  public struct Step: Sendable, Hashable {
    /// The number of points in each set.
    public let count: Int
    /// How often the model was asked until then.
    public let evaluations: Int
    /// The inputs by their totals, the largest first.
    public let order: [Int]
    /// For each place in the order but the last, the share of resamples in which it stays ahead of the next.
    public let confidences: [Double]
    /// For each place but the last, whether it and the next are alike.
    public let ties: [Bool]
    /// Whether the order stands.
    public let isSettled: Bool

    /// How sure the least sure place is, of those that are not alike; one where all are.
    public var leastConfidence: Double {
      zip(confidences, ties).filter { !$0.1 }.map(\.0).min() ?? 1
    }
  }

  /// The steps, few points first.
  public let steps: [Step]
  /// The indices of the last step.
  public let indices: SobolIndices
  /// What the model gave, at all points.
  public let sample: PickFreezeSample

  /// Whether the order stands, rather than the points having run out.
  public var isSettled: Bool { steps.last?.isSettled ?? false }

  /// Totals closer than this are alike.
  public static let likeness = 0.01
  /// The share of resamples that settles which of two is ahead.
  public static let confidence = 0.95

  /// Doubles points until the order stands; nil where the output does not vary.
  ///
  /// - Parameters:
  ///   - inputs: the inputs, independent of one another.
  ///   - model: what is asked.
  ///   - counts: the least number of points and the most, powers of two.
  ///   - pairs: whether to estimate the effects of pairs.
  ///   - options: how indices are estimated; with resamples.
  ///   - replicates: what all is repeated by, and how many threads work.
  ///   - progress: told after each step.
  /// - Precondition: there are resamples.
  public init?(
    _ inputs: [Input], of model: some Model, counts: ClosedRange<Int> = 256...1 << 14,
    pairs: Bool = false, options: SobolIndices.Options = SobolIndices.Options(),
    _ replicates: Replicates, progress: (Step) -> Void = { _ in }
  ) {
    precondition(options.resamples > 0, "an order is sure or not by its resamples")
    var (steps, sample) = ([Step](), PickFreezeSample?.none)
    var found: SobolIndices?
    var count = counts.lowerBound
    while true {
      let design = PickFreezeDesign(inputs, count: count, replicates)
      let next = PickFreezeSample(
        design, of: model, pairs: pairs, extending: sample, replicates)
      sample = next
      if let indices = SobolIndices(next, options: options, replicates) {
        found = indices
        let step = Step(indices, after: steps.last)
        steps.append(step)
        progress(step)
        if step.isSettled { break }
      }
      guard count < counts.upperBound else { break }
      count = min(2 * count, counts.upperBound)
    }
    guard let found, let sample else { return nil }
    self.steps = steps
    indices = found
    self.sample = sample
  }
}

extension SettledIndices.Step {
  fileprivate init(_ indices: SobolIndices, after last: SettledIndices.Step?) {
    let totals = indices.total.map(\.value)
    let order = totals.indices.sorted { (-totals[$0], $0) < (-totals[$1], $1) }
    let drawn = indices.resampledTotals
    let enough = SettledIndices.confidence * Double(drawn.count)
    func isAlike(_ one: Int, _ other: Int) -> Bool {
      Double(drawn.count { abs($0[one] - $0[other]) < SettledIndices.likeness }) >= enough
    }
    let neighbours = Array(zip(order, order.dropFirst()))
    let ahead = neighbours.map { one, other in drawn.count { $0[one] > $0[other] } }
    ties = neighbours.map(isAlike)
    confidences = ahead.map { Double($0) / Double(drawn.count) }
    let isClear = zip(ahead, ties).allSatisfy { Double($0) >= enough || $1 }
    var hasHeld = order.count < 2
    if let last {
      let places = Self.places(of: last.order)
      hasHeld = order.indices.allSatisfy { place in
        order.dropFirst(place + 1).allSatisfy { later in
          places[order[place]] < places[later] || isAlike(order[place], later)
        }
      }
    }
    count = indices.count
    evaluations = indices.evaluations
    self.order = order
    isSettled = isClear && hasHeld
  }

  private static func places(of order: [Int]) -> [Int] {
    var places = [Int](repeating: 0, count: order.count)
    for (place, input) in order.enumerated() { places[input] = place }
    return places
  }
}
