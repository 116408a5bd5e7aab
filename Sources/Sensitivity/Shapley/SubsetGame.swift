import Statistics

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
