public import Statistics

/// How the ranks of an index scatter over the methods that would have been defensible.
public struct MethodUncertainty: Sendable {
  /// The index with its alternatives.
  public let study: MethodStudy
  /// How often each unit had each rank, in the order of the units.
  public let distributions: [RankDistribution]
  /// The number of draws.
  public let draws: Int
  /// What each choice alone does, in the order: ways to score, ways to put together, weights,
  /// indicators left out.
  public let effects: [MethodEffect]

  /// The largest standard error of a mean rank.
  public var largestError: Double { distributions.reduce(0) { max($0, $1.meanError) } }
}

extension MethodStudy {
  /// How many draws are made before their error is looked at first.
  public static let firstDraws = 1000

  /// How many draws are held at a time.
  private static let batch = 1 << 13

  /// Ranks the units by methods drawn at random until their mean ranks are known well enough.
  ///
  /// After 1000 draws their number is doubled until no mean rank has a standard error above the
  /// precision. Draw k depends on the seed and k alone.
  ///
  /// - Parameters:
  ///   - draws: the most draws.
  ///   - precision: the standard error of a mean rank, in places, at which no more are made.
  ///   - replicates: the seed and the threads.
  ///   - progress: is told now and then how many draws are made.
  /// - Returns: the distribution of every unit's rank, and what each choice alone does.
  /// - Throws: `CompositeError` where a method cannot be taken, such as a unit whose only figure is left
  ///   out.
  /// - Precondition: there is one draw at least.
  public func uncertainty(
    draws: Int, precision: Double = 0, replicates: Replicates,
    progress: (Int) -> Void = { _ in }
  ) throws(CompositeError) -> MethodUncertainty {
    precondition(draws > 0, "one draw at least is needed")
    let prepared = PreparedColumns(self)
    let count = uniformsPerDraw
    var counts = [Int](repeating: 0, count: units.count * units.count)
    var done = 0
    var next = min(draws, Self.firstDraws)
    var distributions: [RankDistribution] = []
    repeat {
      while done < next {
        let end = min(next, done + Self.batch)
        try add(done..<end, to: &counts, prepared, replicates) { replicate, uniforms in
          var random = replicates.generator(replicate)
          for place in 0..<count { uniforms[place] = random.uniform() }
        }
        done = end
        progress(done)
      }
      distributions = self.distributions(counts)
      next = min(draws, 2 * done)
    } while done < draws && distributions.contains { $0.meanError > precision }
    return MethodUncertainty(
      study: self, distributions: distributions, draws: done,
      effects: try effects(prepared, replicates: replicates))
  }

  /// Ranks the units by methods that given uniform numbers stand for.
  ///
  /// - Parameters:
  ///   - uniforms: numbers from 0 to below 1, `uniformsPerDraw` for each draw.
  ///   - threads: how many threads work at most; nil for as many as there are processors.
  /// - Returns: the distribution of every unit's rank.
  /// - Throws: `CompositeError` where a method cannot be taken.
  /// - Precondition: the numbers make one whole draw or more.
  public func distributions(
    uniforms: [Double], threads: Int? = nil
  ) throws(CompositeError) -> [RankDistribution] {
    let count = uniformsPerDraw
    precondition(
      count > 0 && !uniforms.isEmpty && uniforms.count.isMultiple(of: count),
      "every draw takes \(count) uniform numbers")
    let draws = uniforms.count / count
    let prepared = PreparedColumns(self)
    let replicates = Replicates(seed: 0, threads: threads)
    var counts = [Int](repeating: 0, count: units.count * units.count)
    for start in stride(from: 0, to: draws, by: Self.batch) {
      let range = start..<min(start + Self.batch, draws)
      try add(range, to: &counts, prepared, replicates) { replicate, room in
        for place in 0..<count { room[place] = uniforms[replicate * count + place] }
      }
    }
    return distributions(counts)
  }

  private func distributions(_ counts: [Int]) -> [RankDistribution] {
    units.indices.map { unit in
      RankDistribution(counts: Array(counts[unit * units.count..<(unit + 1) * units.count]))
    }
  }

  /// Counts the ranks of some draws: unit by unit, rank by rank.
  private func add(
    _ range: Range<Int>, to counts: inout [Int], _ prepared: PreparedColumns,
    _ replicates: Replicates, uniforms: @Sendable (Int, inout [Double]) -> Void
  ) throws(CompositeError) {
    let parts = try replicates.chunks(of: range) { (chunk: Range<Int>) throws(CompositeError) in
      var scorer = MethodScorer(self, prepared)
      var draw = MethodDraw(elements: index.structure.elements.count)
      var room = [Double](repeating: 0, count: uniformsPerDraw)
      var ranks: [Int32] = []
      ranks.reserveCapacity(chunk.count * units.count)
      for replicate in chunk {
        uniforms(replicate, &room)
        decode(room.span, into: &draw)
        try scorer.score(by: draw)
        for rank in ranking.ranks(of: scorer.scores) { ranks.append(Int32(rank)) }
      }
      return ranks
    }
    let count = units.count
    for ranks in parts {
      for (place, rank) in ranks.enumerated() {
        counts[place % count * count + Int(rank) - 1] += 1
      }
    }
  }
}
