import Statistics

extension ShapleyEffects {
  /// Estimates effects by walks.
  func walks(of model: some Model, inputs: DependentInputs) -> Found {
    let count = inputs.inputs.count
    let orders = orders(of: count)
    let walks = max(evaluations / ((count + 1) * orders) * orders, orders, 2)
    let parts = replicates.chunks(of: 0..<walks) { part in
      gains(part, of: model, inputs: inputs)
    }
    return Self.shares(
      of: parts.flatMap { $0 }, inputs: count, evaluations: walks * (count + 1))
  }

  /// What each input adds in each of some walks: walk × inputs + input.
  private func gains(_ walks: Range<Int>, of model: some Model, inputs: DependentInputs)
    -> [Double]
  {
    let count = inputs.inputs.count
    let normals = Replicates(seed: replicates.seed, threads: 1).normals(walks, count: 2 * count)
    let orders = walks.map { order($0, of: count) }
    var columns = [[Double]](
      repeating: [Double](repeating: 0, count: walks.count * (count + 1)), count: count)
    for (walk, order) in orders.enumerated() {
      let numbers = normals[2 * count * walk..<2 * count * (walk + 1)]
      Self.fill(
        &columns, from: walk * (count + 1), order: order, normals: numbers, inputs: inputs)
    }
    let outputs = model.outputs(at: Points(columns: columns, count: walks.count * (count + 1)))
    var gains = [Double](repeating: 0, count: walks.count * count)
    for (walk, order) in orders.enumerated() {
      let start = walk * (count + 1)
      let (first, last) = (outputs[start], outputs[start + count])
      for (place, input) in order.enumerated() {
        let (before, after) = (outputs[start + place], outputs[start + place + 1])
        gains[walk * count + input] =
          inputs.isIndependent
          ? (last - first) * (after - before) / 2
          : (after - before) * ((last - before) + (last - after)) / 2
      }
    }
    return gains
  }

  /// Writes the points of a walk, from one with all inputs drawn anew to the one they lead to.
  private static func fill(
    _ columns: inout [[Double]], from start: Int, order: [Int], normals: ArraySlice<Double>,
    inputs: DependentInputs
  ) {
    let (count, kept) = (order.count, normals.startIndex)
    let anew = kept + count
    guard !inputs.isIndependent else {
      for (place, input) in order.enumerated() {
        let old = inputs.value(input, atScore: normals[anew + place])
        let new = inputs.value(input, atScore: normals[kept + place])
        for point in 0...count { columns[input][start + point] = point <= place ? old : new }
      }
      return
    }
    let factor = OrderedFactor(inputs, order: order)
    for (row, input) in order.enumerated() {
      var score = 0.0
      for column in 0...row { score += factor[row, column] * normals[anew + column] }
      columns[input][start] = inputs.value(input, atScore: score)
      // The point after the kth step has its first k + 1 normals from where the walk leads to.
      for column in 0..<count {
        guard column <= row else {
          columns[input][start + column + 1] = columns[input][start + column]
          continue
        }
        score += factor[row, column] * (normals[kept + column] - normals[anew + column])
        columns[input][start + column + 1] = inputs.value(input, atScore: score)
      }
    }
  }

  /// Makes shares of gains that add up, in each repetition, to an estimate of the variance.
  ///
  /// With gᵢ the mean gain of input i and V = Σ gᵢ, its share is gᵢ / V; the error is that of a ratio: the
  /// standard deviation of (gain of i − share × all gains) / V over the root of their number.
  private static func shares(of gains: [Double], inputs: Int, evaluations: Int) -> Found {
    let nothing = [Double](repeating: 0, count: inputs)
    guard inputs > 0 else {
      return Found(effects: [], errors: [], variance: 0, evaluations: evaluations)
    }
    let walks = gains.count / inputs
    var sums = nothing
    for walk in 0..<walks {
      for input in 0..<inputs { sums[input] += gains[walk * inputs + input] }
    }
    let all = sums.reduce(0, +)
    guard all > 0 else {
      return Found(effects: nothing, errors: nothing, variance: 0, evaluations: evaluations)
    }
    let shares = sums.map { $0 / all }
    var squares = nothing
    for walk in 0..<walks {
      let walked = gains[walk * inputs..<(walk + 1) * inputs]
      let sum = walked.reduce(0, +)
      for (input, gain) in walked.enumerated() {
        let rest = gain - shares[input] * sum
        squares[input] += rest * rest
      }
    }
    let scale = Double(walks) / Double(walks - 1)
    return Found(
      effects: shares, errors: squares.map { ($0 * scale).squareRoot() / all },
      variance: all / Double(walks), evaluations: evaluations)
  }
}
