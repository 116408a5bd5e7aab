public import Statistics
public import Panels

/// How ranks scatter where both the firms sampled and the method might have been others.
///
/// Each block draws some tables of figures, each figure with its error, and some methods, and ranks the units
/// by every method on every table. The variance of a rank is then that of the tables, that of the methods,
/// and that of both together (a method that matters more on one table than on another), by the sums of
/// squares of a two-way layout with random effects (Searle, Casella & McCulloch 1992, §4.5). Blocks
/// share nothing, so that their spread tells the Monte Carlo error of every figure. Tables are drawn as
/// `FigureDraws` does: around shrunk scores, so that the interval holds true ranks as often as it says.
public struct CombinedUncertainty: Sendable {
  /// A figure and its Monte Carlo standard error.
  public struct Estimate: Sendable, Hashable {
    /// The figure.
    public let value: Double
    /// Its standard error; not-a-number where there was one block only.
    public let error: Double
  }

  /// What is found of one unit.
  public struct Unit: Sendable, Hashable {
    /// The mean rank.
    public let mean: Estimate
    /// The lower end of the interval of ranks.
    public let low: Estimate
    /// The upper end.
    public let high: Estimate
    /// The share of sampling in the variance of the rank.
    public let sampling: Estimate
    /// The share of the method.
    public let method: Estimate
    /// The share of both together.
    public let both: Estimate

    /// Whether the ends are known to half a place and the shares to two points.
    var isSettled: Bool {
      max(low.error, high.error) <= 0.5
        && max(sampling.error, method.error, both.error) <= 0.02
    }
  }

  /// The units, in the order of the figures.
  public let units: [Unit]
  /// How often the intervals hold the ranks that were drawn.
  public let level: Double
  /// The number of blocks.
  public let blocks: Int
  /// How many rankings were made.
  public var rankings: Int { blocks * Self.tables * Self.methods }

  /// Fewer blocks than these would not know their own spread.
  static let firstBlocks = 8

  /// The tables of a block.
  static let tables = 40
  /// The methods of a block.
  static let methods = 40

  /// Ranks units by drawn methods on drawn tables.
  ///
  /// - Parameters:
  ///   - figures: the figures with their errors.
  ///   - panel: where they are from.
  ///   - alternatives: the methods there are.
  ///   - level: how often the intervals are to hold the ranks, above 0 and below 1.
  ///   - draws: the most rankings; their number doubles until the ends of all intervals are known to half a
  ///     place and all shares to two points, each by its standard error.
  ///   - replicates: the seed and the threads.
  ///   - progress: is told now and then how many blocks are made.
  /// - Throws: what `MethodStudy` throws.
  public init(
    _ figures: SampledFigures, in panel: Panel, alternatives: MethodAlternatives, level: Double,
    draws: Int, replicates: Replicates, progress: (Int) -> Void = { _ in }
  ) throws {
    precondition(level > 0 && level < 1, "a level lies between 0 and 1")
    let study = try MethodStudy(of: figures.rule, panel: panel, alternatives: alternatives)
    let drawing = try FigureDraws(figures)
    let most = max(Self.firstBlocks, draws / (Self.tables * Self.methods))
    var found: [CrossedRanks] = []
    var units: [Unit] = []
    var next = Self.firstBlocks
    repeat {
      // A few blocks at a time, so that progress can be told.
      while found.count < next {
        let range = found.count..<min(found.count + 8, next)
        found += try replicates.chunks(of: range, length: 1) { block in
          var random = replicates.generator(block.lowerBound)
          return try Self.block(study, drawing, &random)
        }
        progress(found.count * Self.tables * Self.methods)
      }
      units = figures.provinces.indices.map { Self.unit($0, found, level: level) }
      next = min(most, 2 * found.count)
    } while found.count < most && !units.allSatisfy(\.isSettled)
    self.units = units
    self.level = level
    blocks = found.count
  }

  /// Ranks all units by every method of a block on every table of it.
  private static func block(
    _ study: MethodStudy, _ drawing: FigureDraws, _ random: inout ReplicateGenerator
  ) throws -> CrossedRanks {
    let draws = (0..<methods).map { _ in
      let uniforms = (0..<study.uniformsPerDraw).map { _ in random.uniform() }
      var draw = MethodDraw(elements: study.index.structure.elements.count)
      study.decode(uniforms.span, into: &draw)
      return draw
    }
    var ranks = CrossedRanks(units: study.units.count, tables: tables, methods: methods)
    for table in 0..<tables {
      let own = try study.restudied(on: drawing.columns(&random))
      var scorer = MethodScorer(own, PreparedColumns(own))
      for (method, draw) in draws.enumerated() {
        try scorer.score(by: draw)
        ranks.add(study.ranking.ranks(of: scorer.scores), table: table, method: method)
      }
    }
    return ranks
  }

  private static func unit(_ unit: Int, _ blocks: [CrossedRanks], level: Double) -> Unit {
    func estimate(_ figure: (CrossedRanks) -> Double) -> Estimate {
      let figures = blocks.map(figure)
      let spread = figures.standardDeviation ?? .nan
      return Estimate(
        value: figures.reduce(0, +) / Double(figures.count),
        error: spread / Double(figures.count).squareRoot())
    }
    // A ratio of sums: shares of single blocks would be biased where the variance is small.
    func share(_ part: KeyPath<CrossedRanks.Variances, Double>) -> Estimate {
      let parts = blocks.map { $0.variances(of: unit) }
      let total = parts.reduce(0) { $0 + $1.total } / Double(parts.count)
      guard total > 0 else { return Estimate(value: 0, error: 0) }
      let value = parts.reduce(0) { $0 + $1[keyPath: part] } / Double(parts.count) / total
      let rests = parts.map { ($0[keyPath: part] - value * $0.total) / total }
      return Estimate(
        value: value,
        error: (rests.standardDeviation ?? .nan) / Double(parts.count).squareRoot())
    }
    let pooled = RankDistribution(
      counts: blocks.map { $0.counts(of: unit) }.reduce([]) { sums, counts in
        sums.isEmpty ? Array(counts) : zip(sums, counts).map(+)
      })
    func end(_ share: Double) -> Estimate {
      let spread = estimate { RankDistribution(counts: Array($0.counts(of: unit))).quantile(share) }
      return Estimate(value: pooled.quantile(share), error: spread.error)
    }
    return Unit(
      mean: estimate { $0.mean(of: unit) }, low: end((1 - level) / 2), high: end((1 + level) / 2),
      sampling: share(\.tables), method: share(\.methods), both: share(\.both))
  }
}

extension MethodStudy {
  /// The same study on other figures of the same units and indicators.
  fileprivate func restudied(on columns: [[Double]]) throws(CompositeError) -> MethodStudy {
    try MethodStudy(
      of: index,
      IndicatorTable(
        units: units, codes: index.structure.indicators.map(\.code), columns: columns, time: ""),
      alternatives: alternatives, ranking: ranking)
  }
}
