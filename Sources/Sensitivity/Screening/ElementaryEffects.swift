public import Statistics

/// What each step of a Morris design did to the output.
///
/// The elementary effect of an input in a walk is
///
///     (y after − y before) / (share after − share before),
///
/// the change of the output per whole range of the input. Source: Morris (1991),
/// doi:10.1080/00401706.1991.10484804.
public struct ElementaryEffects: Sendable, Hashable {
  /// The effects of each input, one per walk.
  public let effects: [[Double]]
  /// The number of walks.
  public let walks: Int

  /// Takes the points of a design and the output at each.
  ///
  /// - Parameters:
  ///   - shares: the points of all walks, one walk after the other: a point more per walk than there are
  ///     inputs, as `MorrisTrajectories.shares(of:)` gives them.
  ///   - outputs: one finite number per point.
  /// - Precondition: from each point of a walk to the next one input moves, each once.
  public init(shares: Points, outputs: [Double]) {
    let length = shares.inputs + 1
    precondition(outputs.count == shares.count, "every point needs an output")
    precondition(outputs.allSatisfy(\.isFinite), "outputs are finite")
    precondition(
      shares.count.isMultiple(of: length), "a walk has a point more than there are inputs")
    let walks = shares.count / length
    var effects = [[Double]](
      repeating: [Double](repeating: .nan, count: walks), count: shares.inputs)
    for walk in 0..<walks {
      for point in walk * length..<walk * length + length - 1 {
        let moved = (0..<shares.inputs).filter {
          shares.columns[$0][point] != shares.columns[$0][point + 1]
        }
        precondition(
          moved.count == 1 && effects[moved[0]][walk].isNaN,
          "one input moves from a point of a walk to the next, and each once")
        let column = shares.columns[moved[0]]
        effects[moved[0]][walk] =
          (outputs[point + 1] - outputs[point]) / (column[point + 1] - column[point])
      }
    }
    self.effects = effects
    self.walks = walks
  }

  /// Sums up the effects of each input.
  ///
  /// The standard error and the interval of μ* are those of a bootstrap that draws whole walks; the
  /// interval is of percentiles.
  ///
  /// - Parameters:
  ///   - names: the name of each input.
  ///   - resamples: how often the walks are drawn anew.
  ///   - level: how often the interval is to hold the true μ*, above 0 and below 1.
  ///   - replicates: resample k is drawn by replicate k.
  /// - Returns: one index per input; none where there are no walks.
  /// - Precondition: every input has a name.
  public func indices(
    names: [String], resamples: Int = 1000, level: Double = 0.95, replicates: Replicates
  ) -> [MorrisIndex] {
    precondition(names.count == effects.count, "every input needs a name")
    precondition(level > 0 && level < 1, "a level lies between 0 and 1")
    guard walks > 0 else { return [] }
    let sizes = effects.map { $0.map(abs) }
    // One walk tells nothing of how walks differ.
    let drawn: [[Double]] =
      walks < 2 || resamples < 2
      ? []
      : replicates.map(0..<resamples) { _, random in
        var sums = [Double](repeating: 0, count: sizes.count)
        for _ in 0..<walks {
          let walk = Int.random(in: 0..<walks, using: &random)
          for input in sums.indices { sums[input] += sizes[input][walk] }
        }
        return sums.map { $0 / Double(walks) }
      }
    return effects.enumerated().map { input, effects in
      let means = drawn.map { $0[input] }
      let tail = (1 - level) / 2
      let interval = means.quantile(tail).flatMap { low in
        means.quantile(1 - tail).map { low...max(low, $0) }
      }
      return MorrisIndex(
        mean: effects.mean ?? 0, deviation: effects.standardDeviation,
        meanAbsolute: EffectEstimate(
          name: names[input], value: sizes[input].mean ?? 0,
          standardError: means.standardDeviation, interval: interval))
    }
  }
}

/// How an input screened as Morris does: how much it moves the output, and how unevenly.
public struct MorrisIndex: Sendable, Hashable {
  /// μ: the mean of the elementary effects; effects of both signs cancel in it.
  public let mean: Double
  /// σ: the standard deviation of the effects, n − 1 in the denominator; nil for a single walk.
  ///
  /// It is large where the input's effect bends or depends on other inputs.
  public let deviation: Double?
  /// μ*: the mean size of the effects, by which inputs are screened.
  ///
  /// Source: Campolongo, Cariboni & Saltelli (2007), doi:10.1016/j.envsoft.2006.10.004.
  public let meanAbsolute: EffectEstimate

  /// The name of the input.
  public var name: String { meanAbsolute.name }
}
