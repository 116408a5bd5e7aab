/// Judging differences step by step: what has been shown is set aside, and the rest judged anew.
///
/// A difference is shown where it exceeds the critical value of the largest difference among those still in
/// play, times its standard error. Source: Romano & Wolf (2005), doi:10.1198/016214504000000539.
struct StepDown {
  /// The estimates whose differences are judged.
  let estimates: ScoreEstimates
  /// Whether what remains is judged anew; else there is one step.
  let isRepeated: Bool

  /// How far one family of differences has been judged.
  struct Path: Sendable {
    /// What is still in play.
    fileprivate(set) var inPlay: [ComparedPair]
    /// What has been shown.
    fileprivate(set) var shown: [ShownPair] = []
    /// The critical value of each step.
    fileprivate(set) var criticalValues: [CriticalValue] = []
    /// By how many of their Monte Carlo errors all critical values are moved.
    let shift: Double
    fileprivate var isOver = false
  }

  /// The pairs that chance bears on, and what is certain without it.
  ///
  /// Where the difference has no error, equal estimates are never told apart, and others at once.
  ///
  /// - Parameters:
  ///   - pairs: the pairs of a family.
  ///   - shift: by how many of their Monte Carlo errors all critical values will be moved.
  /// - Returns: a path at its beginning.
  func start(_ pairs: [ComparedPair], shift: Double) -> Path {
    var inPlay: [ComparedPair] = []
    var shown: [ShownPair] = []
    for pair in pairs {
      if estimates.differenceError(pair.first, pair.second) > 0 {
        inPlay.append(pair)
      } else {
        let (first, second) = (estimates.values[pair.first], estimates.values[pair.second])
        if first > second, pair.directions.contains(.firstAbove) {
          shown.append(ShownPair(above: pair.first, below: pair.second))
        } else if second > first, pair.directions.contains(.secondAbove) {
          shown.append(ShownPair(above: pair.second, below: pair.first))
        }
      }
    }
    return Path(inPlay: inPlay, shown: shown, shift: shift, isOver: inPlay.isEmpty)
  }

  /// Judges families of differences until nothing more is shown.
  ///
  /// - Parameters:
  ///   - families: the pairs of each family.
  ///   - shifts: by how many Monte Carlo errors the critical values are moved, once for each.
  ///   - criticalValues: finds the critical value of each of some families.
  /// - Returns: for each family a path for each shift.
  func paths(
    _ families: [[ComparedPair]], shifts: [Double],
    criticalValues: ([[ComparedPair]]) -> [CriticalValue]
  ) -> [[Path]] {
    var paths = families.map { family in shifts.map { start(family, shift: $0) } }
    while true {
      // Paths that have shown the same so far share a critical value.
      var places: [[ComparedPair]: Int] = [:]
      var asked: [[ComparedPair]] = []
      for path in paths.joined() where !path.isOver && places[path.inPlay] == nil {
        places[path.inPlay] = asked.count
        asked.append(path.inPlay)
      }
      guard !asked.isEmpty else { return paths }
      let found = criticalValues(asked)
      for family in paths.indices {
        for variant in paths[family].indices where !paths[family][variant].isOver {
          if let place = places[paths[family][variant].inPlay] {
            advance(&paths[family][variant], by: found[place])
          }
        }
      }
    }
  }

  /// Sets aside what exceeds a critical value.
  private func advance(_ path: inout Path, by critical: CriticalValue) {
    let bar = critical.value + path.shift * critical.standardError
    var remaining: [ComparedPair] = []
    let before = path.shown.count
    for pair in path.inPlay {
      let difference = estimates.values[pair.first] - estimates.values[pair.second]
      let limit = bar * estimates.differenceError(pair.first, pair.second)
      var left = pair.directions
      if left.contains(.firstAbove), difference - limit > 0 {
        path.shown.append(ShownPair(above: pair.first, below: pair.second))
        left.remove(.firstAbove)
      }
      if left.contains(.secondAbove), -difference - limit > 0 {
        path.shown.append(ShownPair(above: pair.second, below: pair.first))
        left.remove(.secondAbove)
      }
      if !left.isEmpty {
        remaining.append(
          ComparedPair(first: pair.first, second: pair.second, directions: left))
      }
    }
    path.criticalValues.append(critical)
    path.inPlay = remaining
    path.isOver = !isRepeated || path.shown.count == before || remaining.isEmpty
  }
}
