import Statistics

extension ShapleyEffects {
  /// Estimates effects by all sets of inputs.
  func subsets(of model: some Model, inputs: DependentInputs) -> Found {
    let count = inputs.inputs.count
    precondition(
      count <= Self.mostInputsOfSubsets, "all sets are looked at for 14 inputs at most")
    let perSize = max(evaluations / max(count, 1), 2)
    let sets = SetAllocation(inputs: count, perSize: perSize)
    let normals = apart.normals(0..<perSize, count: count)
    let base = BasePoints(model: model, inputs: inputs, normals: normals)
    guard count > 0, base.variance > 0 else {
      let nothing = [Double](repeating: 0, count: count)
      return Found(effects: nothing, errors: nothing, variance: 0, evaluations: perSize)
    }
    let parts = replicates.chunks(of: 1..<max((1 << count) - 1, 1)) { part in
      distances(part, sets: sets, base: base, model: model, inputs: inputs)
    }
    return SubsetGame(inputs: count, sets: sets, base: base).found(parts.flatMap { $0 })
  }

  /// Half the squared differences of the pairs of each of some sets.
  private func distances(
    _ range: Range<Int>, sets: SetAllocation, base: BasePoints, model: some Model,
    inputs: DependentInputs
  ) -> [[Double]] {
    let count = inputs.inputs.count
    let total = range.reduce(0) { $0 + sets.pairs(of: $1) }
    var columns = [[Double]](repeating: [], count: count)
    for input in columns.indices { columns[input].reserveCapacity(total) }
    var scores = [Double](repeating: 0, count: count)
    for set in range {
      let given = (0..<count).filter { set >> $0 & 1 == 1 }
      let factor = OrderedFactor(
        inputs, order: given + (0..<count).filter { set >> $0 & 1 == 0 })
      let pairs = sets.pairs(of: set)
      let normals = Replicates(seed: replicates.seed, threads: 1)
        .normals(set..<set + 1, count: pairs * count)
      for pair in 0..<pairs {
        let kept = base.scores(of: sets.base(of: set, pair: pair))
        let known = factor.normals(ofFirst: given.map { kept[kept.startIndex + $0] })
        let drawn = known + normals[pair * count + known.count..<(pair + 1) * count]
        factor.scores(of: drawn[...], into: &scores)
        // What is kept is kept to the last bit.
        for input in given { scores[input] = kept[kept.startIndex + input] }
        for input in 0..<count {
          columns[input].append(inputs.value(input, atScore: scores[input]))
        }
      }
    }
    let outputs = model.outputs(at: Points(columns: columns, count: total))
    var start = 0
    return range.map { set in
      let pairs = sets.pairs(of: set)
      defer { start += pairs }
      return (0..<pairs).map { pair in
        let difference = outputs[start + pair] - base.outputs[sets.base(of: set, pair: pair)]
        return difference * difference / 2
      }
    }
  }
}

/// How many pairs of points each set of inputs gets, and which points they start from.
struct SetAllocation: Sendable {
  /// The number of points that pairs start from.
  let points: Int
  private let pairs: [Int]
  private let first: [Int]
  private let inputs: Int

  /// Allots pairs: the same number for all sets of a size together, two at least for each set.
  ///
  /// The sets of a size start from different points as far as there are any, so that the chance of one
  /// sample of points is not in all of them.
  ///
  /// - Parameters:
  ///   - inputs: the number of inputs.
  ///   - perSize: the number of pairs for all sets of a size.
  init(inputs: Int, perSize: Int) {
    self.inputs = inputs
    points = perSize
    var choices = [1]
    for size in 0..<inputs { choices.append(choices[size] * (inputs - size) / (size + 1)) }
    pairs = choices.map { max(perSize / $0, 2) }
    var seen = [Int](repeating: 0, count: inputs + 1)
    first = (0..<1 << inputs).map { set in
      defer { seen[set.nonzeroBitCount] += 1 }
      return seen[set.nonzeroBitCount]
    }
  }

  /// The number of pairs of a set.
  func pairs(of set: Int) -> Int { pairs[set.nonzeroBitCount] }

  /// The point that a pair of a set starts from.
  func base(of set: Int, pair: Int) -> Int { (first[set] * pairs(of: set) + pair) % points }
}

/// The points that pairs start from, and the output at each.
struct BasePoints: Sendable {
  /// The outputs.
  let outputs: [Double]
  /// Their variance, n − 1 in the denominator.
  let variance: Double
  /// Their mean.
  let mean: Double
  private let scores: [Double]
  private let inputs: Int

  /// Asks a model at points made of independent normals.
  init(model: some Model, inputs: DependentInputs, normals: [Double]) {
    let count = inputs.inputs.count
    let points = normals.count / max(count, 1)
    let factor = OrderedFactor(inputs, order: Array(0..<count))
    var all: [Double] = []
    all.reserveCapacity(normals.count)
    var scores = [Double](repeating: 0, count: count)
    for point in 0..<points {
      factor.scores(of: normals[point * count..<(point + 1) * count], into: &scores)
      all += scores
    }
    let columns = (0..<count).map { input in
      (0..<points).map { inputs.value(input, atScore: all[$0 * count + input]) }
    }
    outputs = model.outputs(at: Points(columns: columns, count: points))
    let deviation = outputs.standardDeviation ?? 0
    variance = deviation * deviation
    mean = outputs.mean ?? 0
    self.scores = all
    self.inputs = count
  }

  /// The normal scores of a point.
  func scores(of point: Int) -> ArraySlice<Double> {
    scores[point * inputs..<(point + 1) * inputs]
  }
}

/// The game of what sets of inputs leave unexplained, with the errors of its values.
struct SubsetGame {
  let inputs: Int
  let sets: SetAllocation
  let base: BasePoints

  /// Finds the values and their errors.
  ///
  /// A value is linear in the means of the sets, and all its errors come from the points that pairs start
  /// from and what was drawn for them: the deviations of all pairs from the means of their sets, weighted
  /// as the sets are, are summed by starting point, together with what the point does to the variance.
  /// The root of the sum of their squares is the standard error, of sets that share points as of others.
  ///
  /// - Parameter distances: those of each set but the empty and the whole one.
  /// - Returns: the effects.
  func found(_ distances: [[Double]]) -> ShapleyEffects.Found {
    let weights = ShapleyWeights(players: inputs)
    var sums = [Double](repeating: 0, count: inputs)
    var parts = [Double](repeating: 0, count: base.outputs.count * inputs)
    for (place, own) in distances.enumerated() {
      let set = place + 1
      let mean = own.mean ?? 0
      let weight = weights.belonging[set.nonzeroBitCount]
      let pairs = Double(own.count)
      let scale = weight / pairs * (pairs / (pairs - 1)).squareRoot()
      for input in 0..<inputs where set >> input & 1 == 1 {
        sums[input] -= weight * mean
        for (pair, distance) in own.enumerated() {
          parts[sets.base(of: set, pair: pair) * inputs + input] -= scale * (distance - mean)
        }
      }
    }
    let effects = weights.values(sums: sums.map { $0 / base.variance }, gain: 1)
    var squares = [Double](repeating: 0, count: inputs)
    let points = Double(base.outputs.count)
    for (point, output) in base.outputs.enumerated() {
      let own = parts[point * inputs..<(point + 1) * inputs]
      let mean = own.mean ?? 0
      let distance = output - base.mean
      let whole = (distance * distance - base.variance) / points
      for (input, part) in own.enumerated() {
        let error = (part - mean - (effects[input] - 1 / Double(inputs)) * whole) / base.variance
        squares[input] += error * error
      }
    }
    return ShapleyEffects.Found(
      effects: effects, errors: squares.map { $0.squareRoot() }, variance: base.variance,
      evaluations: base.outputs.count + distances.reduce(0) { $0 + $1.count })
  }
}
