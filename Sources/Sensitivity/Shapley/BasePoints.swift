import Statistics

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
