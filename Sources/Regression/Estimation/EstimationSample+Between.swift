import LinearAlgebra

extension EstimationSample {
  /// The mean of each unit, weighted where rows are.
  ///
  /// A unit's mean weighs as one row, however many rows it comes from, unless rows have weights: then
  /// their sum.
  func between(_ unit: Grouping, hasIntercept: Bool) -> ModelData {
    let (names, matrix) = design(hasIntercept: hasIntercept)
    let means = BetweenTransformation(grouping: unit, weights: weights)
    let columns = means.means(of: matrix)
    let first = unit.firstRows
    return ModelData(
      names: names, design: columns, response: means.means(of: response),
      weights: weights == nil ? nil : means.groupWeights,
      unit: Grouping(name: unit.name, codes: (0..<unit.count).map(Int32.init), labels: unit.labels),
      time: nil,
      clusters: clusters.filter { unit.isNested(in: $0) && $0.name != unit.name }
        .map { $0.rows(first) },
      effects: [], absorbedCount: 0, lengths: ModelData.lengths(of: columns), sampleRows: nil,
      notes: [])
  }
}

extension Grouping {
  /// The first row of each group.
  var firstRows: [Int] {
    var rows = [Int](repeating: -1, count: count)
    for (row, code) in codes.enumerated() where rows[Int(code)] < 0 { rows[Int(code)] = row }
    return rows
  }

  /// The grouping of some rows; groups without one are forgotten.
  func rows(_ numbers: [Int]) -> Grouping {
    var places = [Int32](repeating: -1, count: count)
    for row in numbers { places[Int(codes[row])] = 0 }
    var kept: [String] = []
    for code in 0..<count where places[code] == 0 {
      places[code] = Int32(kept.count)
      kept.append(labels[code])
    }
    return Grouping(name: name, codes: numbers.map { places[Int(codes[$0])] }, labels: kept)
  }
}
