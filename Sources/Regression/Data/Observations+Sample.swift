import Tables

extension Observations {
  /// Chooses the rows of a regression.
  ///
  /// Rows that were not asked for are left out without a word. So are, with a note that counts them, those
  /// that lack the response, a regressor, a weight, or the label of a unit, time,
  /// effect or cluster.
  ///
  /// - Parameter specification: the regression.
  /// - Returns: the complete rows.
  /// - Throws: `RegressionError`, or a fault of the source.
  public func sample(for specification: Specification) throws -> EstimationSample {
    let responses = try columns(of: specification.response)
    guard responses.count == 1, let response = responses.first else {
      throw RegressionError.badTerm(
        specification.response.description, "a response is one column of numbers")
    }
    let found = try specification.regressors.map(columns(of:))
    let regressors = found.flatMap(\.self)
    let weights = try specification.weights.map(weights(of:))
    let codes = try codes(of: specification.effects + specification.clusters)

    let complete = completeRows([response] + regressors, weights: weights, codes: codes)
    var notes = zip(specification.regressors, found).filter(\.1.isEmpty).map { term, _ in
      Phrase("\(term.description) is left out: all rows have one label.")
    }
    notes += complete.notes
    let rows = try withoutSingletons(
      complete.rows, effects: codes.prefix(specification.effects.count).map(\.self),
      specification, notes: &notes)
    guard !rows.isEmpty else {
      throw RegressionError.noRows(
        notes.isEmpty ? "there are none" : notes.texts.joined(separator: " "))
    }
    for column in [response] + regressors { try requireScale(of: column, in: rows) }
    return EstimationSample(
      response: rows.map { response.values[$0] }, responseName: response.name,
      regressors: regressors.map { column in rows.map { column.values[$0] } },
      regressorNames: regressors.map(\.name),
      weights: weights.map { weights in rows.map { weights[$0] } },
      unit: index.unit?.grouping(of: rows), time: index.time?.grouping(of: rows),
      effects: codes.prefix(specification.effects.count).map { $0.grouping(of: rows) },
      clusters: codes.dropFirst(specification.effects.count).map { $0.grouping(of: rows) },
      rows: rows, notes: notes)
  }

  /// The chosen rows that have every number, every label, and a weight above zero.
  private func completeRows(
    _ columns: [(name: String, values: [Double])], weights: [Double]?, codes: [PanelIndex.Codes]
  ) -> CompleteRows {
    var complete = CompleteRows(count: rowCount)
    _ = complete.exclude { !isChosen($0) }
    for column in columns {
      complete.require(column.values, of: Phrase(verbatim: "\"\(column.name)\""))
    }
    if let weights { complete.require(weights, of: Phrase("weights")) }
    for code in [index.unit, index.time].compactMap(\.self) + codes {
      complete.require(labels: code.codes, of: Phrase(verbatim: "\"\(code.name)\""))
    }
    if let weights {
      complete.leaveOut(Phrase("whose weight is zero")) { weights[$0] == 0 }
    }
    return complete
  }

  /// Numbered labels of columns; units and times keep the numbers they have.
  private func codes(of names: [String]) throws(RegressionError) -> [PanelIndex.Codes] {
    var codes: [PanelIndex.Codes] = []
    for name in names {
      let known = ([index.unit, index.time].compactMap(\.self) + codes).first { $0.name == name }
      if let known {
        codes.append(known)
      } else {
        codes.append(PanelIndex.Codes(name: name, try labels(of: name)))
      }
    }
    return codes
  }

  private func weights(of column: String) throws -> [Double] {
    let weights = try columns(of: .column(column))[0].values
    let isBad = { (row: Int) in weights[row] < 0 || weights[row] == .infinity }
    if let row = weights.indices.first(where: { isBad($0) && isChosen($0) }) {
      throw RegressionError.badValue(
        "the weight \"\(column)\"", row: rowNumber(row), weights[row])
    }
    return weights
  }

  /// Where the largest number of a column lies, unless it is zero: sums of fourth powers, of which tests of
  /// squared residuals are made, are then numbers.
  private static let scale = 1e-75...1e75

  /// Checks that squares of a column are numbers.
  private func requireScale(
    of column: (name: String, values: [Double]), in rows: [Int]
  ) throws(RegressionError) {
    guard let row = rows.max(by: { abs(column.values[$0]) < abs(column.values[$1]) }) else {
      return
    }
    let largest = abs(column.values[row])
    guard largest == 0 || Self.scale.contains(largest) else {
      throw .beyondScale(column.name, row: rowNumber(row), column.values[row])
    }
  }

  /// Finds the rows that are alone in a group of an effect, and leaves them out if it is asked for.
  private func withoutSingletons(
    _ rows: [Int], effects: [PanelIndex.Codes], _ specification: Specification,
    notes: inout [Phrase]
  ) throws -> [Int] {
    let alone = Set(Singletons.rows(of: effects.map { $0.grouping(of: rows) }))
    guard !alone.isEmpty else { return rows }
    let names = Phrase.any(effects.map { "\"\($0.name)\"" })
    guard specification.isDroppingSingletons else {
      notes.append(
        alone.count == 1
          ? Phrase(
            """
            1 row is alone in a group of \(names) and tell nothing about the coefficients, though \
            they count in the degrees of freedom.
            """)
          : Phrase(
            """
            \(alone.count) rows are alone in a group of \(names) and tell nothing about the \
            coefficients, though they count in the degrees of freedom.
            """))
      return rows
    }
    notes.append(
      alone.count == 1
        ? Phrase("1 row is left out, alone in a group of \(names).")
        : Phrase("\(alone.count) rows are left out, alone in a group of \(names)."))
    return rows.enumerated().filter { !alone.contains($0.offset) }.map(\.element)
  }
}

extension PanelIndex.Codes {
  /// The grouping of some rows, all of which have a label; labels without a row are forgotten.
  func grouping(of rows: [Int]) -> Grouping {
    var places = [Int32](repeating: -1, count: labels.count)
    for row in rows { places[Int(codes[row])] = 0 }
    var kept: [String] = []
    for label in labels.indices where places[label] == 0 {
      places[label] = Int32(kept.count)
      kept.append(labels[label])
    }
    return Grouping(name: name, codes: rows.map { places[Int(codes[$0])] }, labels: kept)
  }
}
