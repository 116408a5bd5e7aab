public import Statistics

/// How far the law of the output moves when an input is known: PAWN, from a table alone.
///
/// The range of an input is cut at its quantiles into slices with as many rows each; of each slice, the
/// Kolmogorov–Smirnov distance between the outputs in it and all outputs is taken, and the distances of
/// the slices are summed up. Unlike a variance, they see any change of the law, and are not carried
/// by a long tail.
///
/// A slice holds the values from its lower bound up to but without its upper, the last one its upper too
/// (SALib 1.6 leaves the rows of the greatest value out). Bounds that coincide, because many rows have one
/// value, leave a slice empty; it is left out.
///
/// Rows by chance are never spread exactly as all are, so that no distance is zero: an input of random
/// numbers, the dummy, goes through the same and shows what nothing looks like.
///
/// Standard errors are of a bootstrap that draws rows, within the bounds of the whole table. A drawn table is
/// farther from its own law than the table from the true one, so that distances rise with every drawing;
/// intervals are the percentiles, less the mean rise. They tell how figures scatter; by how much those of
/// any table of this size are too large, the dummy tells.
///
/// Sources: Pianosi & Wagener (2015), doi:10.1016/j.envsoft.2015.01.004, and (2018),
/// doi:10.1016/j.envsoft.2018.07.019.
public struct PawnIndices: Sendable, Hashable {
  /// The number of slices.
  public let slices: Int
  /// How often rows are drawn anew for the standard errors.
  public let resamples: Int
  /// How often intervals are to hold the true figure.
  public let level: Double
  /// The seed and the threads.
  public let replicates: Replicates

  /// Chooses how distances are found.
  ///
  /// - Parameters:
  ///   - slices: the number of slices, one at least.
  ///   - resamples: how often rows are drawn anew; fewer than two give no standard errors.
  ///   - level: how often intervals are to hold the true figure, above 0 and below 1.
  ///   - replicates: the seed and the threads.
  public init(
    slices: Int = 10, resamples: Int = 500, level: Double = 0.95, replicates: Replicates
  ) {
    precondition(slices >= 1, "a range is one slice at least")
    precondition(level > 0 && level < 1, "a level lies between 0 and 1")
    self.slices = slices
    self.resamples = resamples
    self.level = level
    self.replicates = replicates
  }

  /// The name of the input of random numbers.
  public static let dummyName = "dummy"

  /// Finds the distances of each input.
  ///
  /// - Parameter data: the table.
  /// - Returns: figures per input and for the dummy; all zero where the input or the output is constant or
  ///   there are no rows, and without errors where there are fewer than two rows.
  public func estimates(of data: GivenData) -> PawnEstimates {
    var random = Replicates(seed: ~replicates.seed, threads: 1).generator(0)
    let dummy = (0..<data.rows).map { _ in random.uniform() }
    let sliced = (data.points.columns + [dummy]).map { slices(of: $0) }
    let order = OutputOrder(data.outputs)
    let whole = [Int](repeating: 1, count: data.rows)
    let found = sliced.map { summary($0, order: order, counts: whole) }
    let drawn: [[[Double]]] =
      data.rows < 2 || resamples < 2
      ? []
      : replicates.chunks(of: 0..<resamples, length: 8) { chunk in
        chunk.map { number in
          var random = replicates.generator(number)
          var counts = [Int](repeating: 0, count: data.rows)
          for _ in counts.indices { counts[Int.random(in: 0..<data.rows, using: &random)] += 1 }
          return sliced.map { summary($0, order: order, counts: counts) }
        }
      }.flatMap { $0 }
    let indices = (data.names + [Self.dummyName]).enumerated().map { input, name in
      PawnIndex(
        (0..<PawnIndex.figures).map { figure in
          estimate(name, found[input][figure], drawn.map { $0[input][figure] })
        })
    }
    return PawnEstimates(
      indices: Array(indices.dropLast()), dummy: indices[indices.count - 1], rows: data.rows,
      seed: replicates.seed)
  }

  /// The slice that each row falls in.
  private func slices(of values: [Double]) -> [Int] {
    let ordered = values.sorted()
    let bounds = (1..<slices).compactMap { ordered.quantile(Double($0) / Double(slices)) }
    return values.map { value in bounds.count { $0 <= value } }
  }

  /// The least, mean, median and greatest distance, and their standard deviation over their mean.
  private func summary(_ sliced: [Int], order: OutputOrder, counts: [Int]) -> [Double] {
    let distances = order.distances(of: sliced, slices: slices, counts: counts)
    guard let mean = distances.mean, mean > 0, let least = distances.min(),
      let greatest = distances.max(), let median = distances.median
    else { return [Double](repeating: 0, count: PawnIndex.figures) }
    let squares = distances.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return [
      least, mean, median, greatest, (squares / Double(distances.count)).squareRoot() / mean,
    ]
  }

  private func estimate(_ name: String, _ value: Double, _ drawn: [Double]) -> EffectEstimate {
    let tail = (1 - level) / 2
    guard let mean = drawn.mean, let low = drawn.quantile(tail), let high = drawn.quantile(1 - tail)
    else {
      return EffectEstimate(name: name, value: value, standardError: nil, interval: nil)
    }
    let bottom = max(0, value + low - mean)
    return EffectEstimate(
      name: name, value: value, standardError: drawn.standardDeviation,
      interval: bottom...max(bottom, value + high - mean))
  }
}

/// How far the law of the output moves when one input is known.
public struct PawnIndex: Sendable, Hashable {
  static let figures = 5

  /// The least distance of a slice.
  public let minimum: EffectEstimate
  /// The mean distance of the slices.
  public let mean: EffectEstimate
  /// The median distance of the slices.
  public let median: EffectEstimate
  /// The greatest distance of a slice.
  public let maximum: EffectEstimate
  /// The standard deviation of the distances, n in the denominator, over their mean.
  public let variation: EffectEstimate

  /// The name of the input.
  public var name: String { median.name }

  init(_ figures: [EffectEstimate]) {
    minimum = figures[0]
    mean = figures[1]
    median = figures[2]
    maximum = figures[3]
    variation = figures[4]
  }
}

/// What PAWN found.
public struct PawnEstimates: Sendable, Hashable {
  /// Figures per input, in their order.
  public let indices: [PawnIndex]
  /// The same of an input of random numbers.
  public let dummy: PawnIndex
  /// The number of rows.
  public let rows: Int
  /// What it is repeated by.
  public let seed: UInt64
}
