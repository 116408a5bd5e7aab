import Statistics

/// How far walks are from one another, and which few of many are farthest apart.
///
/// The distance of two walks is the sum of the distances between every point of one and every point of the
/// other; the spread of several is the root of the sum of the squared distances of all pairs. Both are of
/// Campolongo, Cariboni & Saltelli (2007), doi:10.1016/j.envsoft.2006.10.004.
struct TrajectorySpread: Sendable {
  /// The number of walks.
  let count: Int
  /// The squared distance of every pair of walks, in levels: row × count + column.
  private let squares: [Double]

  /// Measures walks.
  ///
  /// From one point of a walk to the next a single input moves, so that the squared distance to a point of
  /// the other changes by one term; it is a whole number, whose roots are looked up.
  ///
  /// - Complexity: O(n² k²) for n walks of k inputs.
  init(_ design: MorrisTrajectories, threads: Int) {
    let walks = design.trajectories.map { Walk($0, of: design) }
    let count = walks.count
    let side = design.levels - 1
    let roots = (0...design.inputs * side * side).map { Double($0).squareRoot() }
    let rows = Replicates(seed: 0, threads: threads).chunks(of: 0..<count, length: 4) { rows in
      rows.map { row in
        walks[(row + 1)...].map { walks[row].squaredDistance(from: $0, roots: roots) }
      }
    }
    var squares = [Double](repeating: 0, count: count * count)
    for (row, values) in rows.joined().enumerated() {
      for (place, square) in values.enumerated() {
        squares[row * count + row + 1 + place] = square
        squares[(row + 1 + place) * count + row] = square
      }
    }
    self.count = count
    self.squares = squares
  }

  /// A walk, with what each of its steps does to a squared distance.
  ///
  /// An input that moves from a to b changes its squared distance from l by (b − l)² − (a − l)², which is
  /// b² − a² − 2 (b − a) l.
  private struct Walk: Sendable {
    struct Step {
      let input: Int
      let constant: Int
      let slope: Int
    }

    let start: [Int]
    let steps: [Step]

    init(_ walk: MorrisTrajectories.Trajectory, of design: MorrisTrajectories) {
      start = walk.start
      steps = walk.order.map { input in
        let before = walk.start[input]
        let after = design.moved(before)
        return Step(
          input: input, constant: after * after - before * before, slope: 2 * (after - before))
      }
    }

    func squaredDistance(from other: Walk, roots: [Double]) -> Double {
      var levels = start
      var first = 0
      for (one, two) in zip(start, other.start) { first += (one - two) * (one - two) }
      var distance = other.sum(from: levels, first, roots: roots)
      for step in steps {
        first += step.constant - step.slope * other.start[step.input]
        levels[step.input] += step.slope / 2
        distance += other.sum(from: levels, first, roots: roots)
      }
      return distance * distance
    }

    /// The sum of the distances of all points from one, whose squared distance from the first is given.
    private func sum(from levels: [Int], _ first: Int, roots: [Double]) -> Double {
      var square = first
      var sum = roots[square]
      for step in steps {
        square += step.constant - step.slope * levels[step.input]
        sum += roots[square]
      }
      return sum
    }
  }

  /// The squared spread of some walks.
  ///
  /// - Parameter walks: their places, none twice.
  /// - Returns: the sum of the squared distances of all their pairs.
  func squaredSpread(_ walks: [Int]) -> Double {
    var sum = 0.0
    for (place, walk) in walks.enumerated() {
      for other in walks[..<place] { sum += squares[walk * count + other] }
    }
    return sum
  }

  /// Chooses the walks with the largest spread, as nearly as can be found without trying all choices.
  ///
  /// For each size up to the number wanted, the best of the sets made of one walk and those farthest from
  /// it is taken, and completed by whichever walk adds most, one at a time (Ruano et al. 2012,
  /// doi:10.1016/j.envsoft.2012.03.008). Each walk alone is completed in the same way. Members of the best
  /// of these sets are then exchanged, the best exchange first, as long as any gains, and the best
  /// outcome is kept.
  ///
  /// - Parameter wanted: how many.
  /// - Returns: their places in ascending order.
  func mostSpread(_ wanted: Int) -> [Int] {
    guard wanted > 1, wanted < count else { return Array(0..<min(max(wanted, 0), count)) }
    let starts = (seeds(upTo: wanted) + (0..<count).map { [$0] }).map { seeds in
      let walks = completed(seeds, to: wanted)
      return (walks: walks, spread: squaredSpread(walks))
    }
    let order = starts.indices.sorted {
      starts[$0].spread > starts[$1].spread || (starts[$0].spread == starts[$1].spread && $0 < $1)
    }
    let ends = order.prefix(Self.exchangedStarts).map { exchanged(starts[$0].walks) }
    var (chosen, spread) = (ends[0], squaredSpread(ends[0]))
    for end in ends.dropFirst() where squaredSpread(end) > spread {
      (chosen, spread) = (end, squaredSpread(end))
    }
    return chosen.sorted()
  }

  /// How many of the sets that were built up have their members exchanged.
  private static let exchangedStarts = 20

  /// For each size from two, the best set of one walk and those farthest from it.
  private func seeds(upTo wanted: Int) -> [[Int]] {
    var best = [(walks: [Int], spread: Double)](repeating: ([], -1), count: wanted)
    for walk in 0..<count {
      let row = Array(squares[walk * count..<(walk + 1) * count])
      let farthest = row.indices.filter { $0 != walk }
        .sorted { row[$0] > row[$1] || (row[$0] == row[$1] && $0 < $1) }
      var (walks, spread) = ([walk], 0.0)
      for size in 1..<wanted {
        let next = farthest[size - 1]
        for member in walks { spread += squares[member * count + next] }
        walks.append(next)
        if spread > best[size].spread { best[size] = (walks, spread) }
      }
    }
    return best.dropFirst().map(\.walks)
  }

  /// The sum of the squared distances of each walk to those of a set.
  private func sums(to walks: [Int]) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    for member in walks {
      for walk in 0..<count { sums[walk] += squares[member * count + walk] }
    }
    return sums
  }

  private func completed(_ seeds: [Int], to wanted: Int) -> [Int] {
    var walks = seeds
    var sums = sums(to: seeds)
    // What is chosen is not chosen again.
    for walk in seeds { sums[walk] = -.infinity }
    while walks.count < wanted {
      var next = 0
      for walk in 1..<count where sums[walk] > sums[next] { next = walk }
      walks.append(next)
      for walk in 0..<count { sums[walk] += squares[next * count + walk] }
      sums[next] = -.infinity
    }
    return walks
  }

  private func exchanged(_ chosen: [Int]) -> [Int] {
    var walks = chosen
    while true {
      let sums = sums(to: walks)
      // An exchange must gain more than rounding, or two sets could take turns for ever.
      var best: (place: Int, walk: Int, gain: Double) = (0, 0, 1e-9 * squaredSpread(walks))
      let others = (0..<count).filter { !walks.contains($0) }
      for (place, member) in walks.enumerated() {
        for walk in others {
          let gain = sums[walk] - squares[walk * count + member] - sums[member]
          if gain > best.gain { best = (place, walk, gain) }
        }
      }
      guard best.gain > 1e-9 * squaredSpread(walks) else { return walks }
      walks[best.place] = best.walk
    }
  }
}
