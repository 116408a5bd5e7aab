import Statistics

extension ShapleyEffects {
  /// The share of the evaluations that the variance of the output is estimated from.
  private static let shareForVariance = 0.1

  /// Estimates effects by the variances of a few outputs along random orders.
  func permutations(of model: some Model, inputs: DependentInputs, inner: Int) -> Found {
    let count = inputs.inputs.count
    let forVariance = max(Int(Double(evaluations) * Self.shareForVariance), 2)
    let whole = variance(of: model, inputs: inputs, points: forVariance)
    let cost = max(count - 1, 0) * inner
    let orders = orders(of: count)
    let left = evaluations - forVariance
    let walked = max(left / max(cost * orders, 1) * orders, orders, 2)
    guard count > 0, whole.variance > 0 else {
      let nothing = [Double](repeating: 0, count: count)
      return Found(effects: nothing, errors: nothing, variance: 0, evaluations: forVariance)
    }
    let gains: [Double] = replicates.chunks(of: 0..<walked) { part in
      self.gains(part, of: model, inputs: inputs, inner: inner, variance: whole.variance)
    }.flatMap { $0 }
    var effects: [Double] = []
    var errors: [Double] = []
    for input in 0..<count {
      let own = (0..<walked).map { gains[$0 * count + input] / whole.variance }
      let mean = own.mean ?? 0
      // The variance is what the last of an order makes up to, and what all is divided by.
      let ofWhole = (1 / Double(count) - mean) * whole.error
      let ofOrders = (own.standardDeviation ?? 0) / Double(walked).squareRoot()
      effects.append(mean)
      errors.append((ofOrders * ofOrders + ofWhole * ofWhole).squareRoot())
    }
    return Found(
      effects: effects, errors: errors, variance: whole.variance,
      evaluations: forVariance + walked * cost)
  }

  /// The variance of the output, and the standard error of its estimate relative to it.
  private func variance(of model: some Model, inputs: DependentInputs, points: Int)
    -> (variance: Double, error: Double)
  {
    // Other numbers than those of the orders: the last replicates of the seed.
    let sample = inputs.sample(points, replicates: apart)
    let outputs = model.outputs(at: sample)
    guard let mean = outputs.mean, let deviation = outputs.standardDeviation, deviation > 0 else {
      return (0, 0)
    }
    let variance = deviation * deviation
    let squares = outputs.map { ($0 - mean) * ($0 - mean) / variance }
    return (variance, (squares.standardDeviation ?? 0) / Double(points).squareRoot())
  }

  /// Replicates of another seed, for what must not depend on the numbers of the walks.
  var apart: Replicates { Replicates(seed: ~replicates.seed, threads: replicates.threads) }

  /// What each input adds along each of some orders: order × inputs + input.
  private func gains(
    _ numbers: Range<Int>, of model: some Model, inputs: DependentInputs, inner: Int,
    variance: Double
  ) -> [Double] {
    let count = inputs.inputs.count
    let length = (count - 1) * inner
    let orders = numbers.map { order($0, of: count) }
    let points = points(numbers, orders: orders, inputs: inputs, inner: inner)
    let outputs = model.outputs(at: points)
    var gains = [Double](repeating: 0, count: numbers.count * count)
    for (place, order) in orders.enumerated() {
      var before = 0.0
      for (step, input) in order.enumerated() {
        let start = place * length + step * inner
        let left =
          step == count - 1 ? variance : Self.variance(outputs[start..<start + inner])
        gains[place * count + input] = left - before
        before = left
      }
    }
    return gains
  }

  /// The points of some orders: for each place but the last, some with the later inputs in common.
  private func points(
    _ numbers: Range<Int>, orders: [[Int]], inputs: DependentInputs, inner: Int
  ) -> Points {
    let count = inputs.inputs.count
    let length = (count - 1) * inner
    let normals = Replicates(seed: replicates.seed, threads: 1)
      .normals(numbers, count: count * length)
    var columns = [[Double]](
      repeating: [Double](repeating: 0, count: numbers.count * length), count: count)
    var scores = [Double](repeating: 0, count: count)
    for (place, order) in orders.enumerated() {
      // The inputs that come later in the order are given, so that they come first in the factor.
      let factor = OrderedFactor(inputs, order: order.reversed())
      for step in 1..<max(count, 1) {
        let outer = (place * length + (step - 1) * inner) * count
        for start in stride(from: outer, to: outer + inner * count, by: count) {
          let given = normals[outer..<outer + count - step]
          let drawn = normals[start + count - step..<start + count]
          factor.scores(of: given + drawn, into: &scores)
          for input in 0..<count {
            columns[input][start / count] = inputs.value(input, atScore: scores[input])
          }
        }
      }
    }
    return Points(columns: columns, count: numbers.count * length)
  }

  private static func variance(_ outputs: ArraySlice<Double>) -> Double {
    let deviation = outputs.standardDeviation ?? 0
    return deviation * deviation
  }
}
