import LinearAlgebra

extension EstimationSample {
  /// The change of each unit from one time to the next.
  ///
  /// Where times are whole numbers, the next time is one later; else it is the next label that there is.
  /// A gap in a unit's times has no change. The intercept is the change common to all.
  ///
  /// - Throws: `repeatedObservation`, or `noRows` where no unit has two consecutive times.
  func firstDifferences(
    _ unit: Grouping, _ time: Grouping, hasIntercept: Bool, rowNumber: (Int) -> Int
  ) throws(RegressionError) -> ModelData {
    let moments = Self.moments(of: time)
    try requireDistinctTimes(unit, time, rowNumber: rowNumber)
    let pairs = FirstDifferences(units: unit, times: moments)
    guard !pairs.rows.isEmpty else {
      throw .noRows("no \"\(unit.name)\" has figures of two consecutive times")
    }
    let (names, matrix) = design(hasIntercept: hasIntercept)
    var columns = pairs.differences(of: matrix)
    if hasIntercept {
      for row in 0..<columns.rows { columns[row, 0] = 1 }
    }
    // The difference of two errors of variances 1/v and 1/w.
    let weights = self.weights.map { weights in
      zip(pairs.rows, pairs.previous).map { 1 / (1 / weights[$0] + 1 / weights[$1]) }
    }
    return ModelData(
      names: names, design: columns,
      response: pairs.differences(of: Matrix(rows: rowCount, columns: [response])).column(0),
      weights: weights, unit: unit.rows(pairs.rows), time: time.rows(pairs.rows),
      clusters: clusters.map { $0.rows(pairs.rows) }, effects: [], absorbedCount: 0,
      lengths: ModelData.lengths(of: columns), sampleRows: pairs.rows, notes: pairs.notes)
  }

  /// Checks that no unit has a time twice.
  private func requireDistinctTimes(
    _ unit: Grouping, _ time: Grouping, rowNumber: (Int) -> Int
  ) throws(RegressionError) {
    let index = PanelIndex(
      unit: PanelIndex.Codes(unit),
      time: PanelIndex.Codes(time))
    _ = try index.history(for: "the model") { rowNumber(rows[$0]) }
  }

  /// The time of each row as a number in which consecutive times differ by one.
  static func moments(of time: Grouping) -> [Int] {
    let numbers = PanelIndex.Codes.moments(of: time.labels)
    return time.codes.map { numbers?[Int($0)] ?? Int($0) }
  }
}
