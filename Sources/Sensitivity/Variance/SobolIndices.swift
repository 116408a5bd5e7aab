public import Statistics

/// How much of an output's variance each input makes, alone and with the others.
///
/// With independent inputs the variance splits into parts of each input, each pair and so on. The first-order
/// index of an input is its own part; the total is that and every part it has with others; both over the whole.
/// Sources: Sobol' (1993); Homma & Saltelli (1996), doi:10.1016/0951-8320(96)00002-6; first orders by
/// `FirstOrderEstimator`, totals by Jansen (1999), pairs by Saltelli (2002), doi:10.1016/S0010-4655(02)00280-1.
public struct SobolIndices: Sendable {
  /// What is made of a sample.
  public struct Options: Sendable, Hashable {
    /// How first-order indices are estimated.
    public var estimator: FirstOrderEstimator = .saltelli
    /// How often points are drawn again; none for no errors.
    public var resamples = 1000
    /// The share of intervals that hold.
    public var level = 0.95
    /// Whether polynomials take their part out first; only where the shares are known.
    public var isControlled = true

    /// The usual choices.
    public init() {}
  }

  /// What the input without any effect is called.
  public static let dummyName = "dummy"

  /// The names of the inputs.
  public let names: [String]
  /// The first-order indices.
  public let first: [EffectEstimate]
  /// The totals.
  public let total: [EffectEstimate]
  /// The indices of pairs, in the order (0, 1), (0, 2) …; nil where not asked for.
  public let pairs: [EffectEstimate]?
  /// What an input without any effect would seem to have, of first order; its total is zero in any sample.
  public let dummy: EffectEstimate
  /// The mean of the output.
  public let mean: Double
  /// Its variance.
  public let variance: Double
  /// The number of points in each set.
  public let count: Int
  /// How often the model was asked.
  public let evaluations: Int
  /// The resampled totals, one row per resample.
  internal let resampledTotals: [[Double]]

  /// Estimates the indices of a sample; nil where the output does not vary.
  ///
  /// - Parameters:
  ///   - sample: what the model gave.
  ///   - options: how they are estimated.
  ///   - replicates: what the resampling is repeated by, and how many threads work.
  public init?(_ sample: PickFreezeSample, options: Options = Options(), _ replicates: Replicates) {
    precondition(0 < options.level && options.level < 1, "a level is between 0 and 1")
    let varies = sample.second + sample.exchanged.joined()
    guard let start = sample.first.first,
      sample.first.contains(where: { $0 != start }) || varies.contains(where: { $0 != start })
    else { return nil }
    let terms = PickFreezeTerms(
      sample, estimator: options.estimator, isControlled: options.isControlled, replicates)
    let made = IndexFormulas(terms)
    let own = made.indices(terms.sums)
    guard own.variance > 0 else { return nil }
    let again = terms.resampledSums(options.resamples, replicates).map(made.indices)
    func estimates(
      _ names: [String], _ part: (IndexFormulas.Indices) -> [Double]
    ) -> [EffectEstimate] {
      let drawn = again.map(part)
      return zip(names, part(own)).enumerated().map { place, named in
        EffectEstimate(
          name: named.0, value: named.1, drawn: drawn.map { $0[place] }, level: options.level)
      }
    }
    let names = terms.layout.names
    self.names = names
    first = estimates(names, \.first)
    total = estimates(names, \.total)
    pairs = terms.layout.hasPairs ? estimates(terms.layout.pairNames, \.pairs) : nil
    dummy = estimates([Self.dummyName]) { [$0.dummy] }[0]
    mean = sample.mean
    variance = own.variance
    count = sample.count
    evaluations = sample.evaluations
    resampledTotals = again.map(\.total)
  }
}

extension EffectEstimate {
  /// An estimate with what resamples made of it; without any, no error is told.
  internal init(name: String, value: Double, drawn: [Double], level: Double) {
    let tail = (1 - level) / 2
    let ends = drawn.quantile(tail).flatMap { low in drawn.quantile(1 - tail).map { low...$0 } }
    self.init(
      name: name, value: value, standardError: drawn.standardDeviation, interval: ends)
  }
}
