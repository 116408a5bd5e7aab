/// The Cholesky factor of the correlations of inputs in an order of their own.
///
/// Small and made once per order or set, so that it is written out here: a call of LAPACK would cost more
/// than the dozen rows take. The correlations have been checked to be positive definite.
struct OrderedFactor {
  /// The inputs in order.
  let order: [Int]
  /// L, row by row, each as long as the order.
  private var entries: [Double]

  /// Factors the correlations.
  ///
  /// - Parameters:
  ///   - inputs: the inputs with their correlations.
  ///   - order: every input once.
  init(_ inputs: DependentInputs, order: [Int]) {
    self.order = order
    let count = order.count
    entries = [Double](repeating: 0, count: count * count)
    for row in 0..<count {
      for column in 0...row {
        var rest = inputs.correlations[order[row]][order[column]]
        for inner in 0..<column {
          rest -= entries[row * count + inner] * entries[column * count + inner]
        }
        if row == column {
          entries[row * count + row] = max(rest, 0).squareRoot()
        } else {
          let diagonal = entries[column * count + column]
          entries[row * count + column] = diagonal > 0 ? rest / diagonal : 0
        }
      }
    }
  }

  /// An entry of L, by places in the order.
  subscript(row: Int, column: Int) -> Double { entries[row * order.count + column] }

  /// The normal scores that independent normals make.
  ///
  /// - Parameters:
  ///   - normals: one per input, in this order.
  ///   - scores: becomes the scores, each at its input's own place.
  func scores(of normals: ArraySlice<Double>, into scores: inout [Double]) {
    for row in order.indices {
      var sum = 0.0
      for column in 0...row { sum += self[row, column] * normals[normals.startIndex + column] }
      scores[order[row]] = sum
    }
  }

  /// The independent normals behind the scores of the first inputs.
  ///
  /// - Parameter scores: those of the first inputs, in this order.
  /// - Returns: as many normals.
  func normals(ofFirst scores: [Double]) -> [Double] {
    var normals: [Double] = []
    for (row, score) in scores.enumerated() {
      var rest = score
      for column in 0..<row { rest -= self[row, column] * normals[column] }
      normals.append(self[row, row] > 0 ? rest / self[row, row] : 0)
    }
    return normals
  }
}
