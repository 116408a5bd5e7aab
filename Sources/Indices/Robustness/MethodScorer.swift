/// Scores units by one method after another, in room of its own.
internal struct MethodScorer {
  private let study: MethodStudy
  private let prepared: PreparedColumns
  private var weights: DrawnWeights
  /// The scores by the last method.
  internal private(set) var scores: [Double]

  internal init(_ study: MethodStudy, _ prepared: PreparedColumns) {
    self.study = study
    self.prepared = prepared
    weights = DrawnWeights(study.index.structure)
    scores = [Double](repeating: 0, count: study.units.count)
  }

  /// Scores all units by a method.
  internal mutating func score(by draw: MethodDraw) throws(CompositeError) {
    weights.set(draw)
    guard let form = prepared.forms[draw.aggregation] else {
      scores = try evaluated(draw)
      return
    }
    let columns = prepared.columns[draw.normalisation][draw.aggregation]
    let weights = self.weights
    add(columns.span, weights)
    if form != .arithmetic {
      for unit in scores.indices { scores[unit] = form.mean(scores[unit]) }
    }
  }

  /// Makes the scores the weighted sums of columns, one after the other.
  private mutating func add(_ columns: Span<Double>, _ weights: DrawnWeights) {
    var sums = scores.mutableSpan
    let units = sums.count
    guard units > 0 else { return }
    for unit in 0..<units { sums[unit] = 0 }
    for indicator in 0..<columns.count / units {
      let weight = weights[indicator]
      let column = columns.extracting(indicator * units..<(indicator + 1) * units)
      for unit in 0..<units { sums[unit] += weight * column[unit] }
    }
  }

  /// The scores of an index whose levels are no sums: it is put together anew.
  private func evaluated(_ draw: MethodDraw) throws(CompositeError) -> [Double] {
    let structure = study.index.structure
    let elements = structure.elements.indices.compactMap { number -> IndexStructure.Element? in
      let isIndex = number == structure.indexNumber
      guard isIndex || weights.elements[number] > 0 else { return nil }
      let element = structure.elements[number]
      return IndexStructure.Element(
        code: element.code, parent: element.parent,
        weight: isIndex ? 1 : weights.elements[number], level: structure.levels[number])
    }
    let aggregation =
      draw.aggregation == 0 ? nil : study.alternatives.aggregations[draw.aggregation - 1]
    // Scores are those of the table already: nothing is left to be done but putting together.
    let index = CompositeIndex(
      structure: try IndexStructure(elements), normalisation: .none,
      aggregation: aggregation ?? study.index.aggregation,
      aggregationByLevel: aggregation == nil ? study.index.aggregationByLevel : [:])
    let tables = aggregation?.needsPositive == true ? study.positive : study.normalised
    return try index.evaluate(tables[draw.normalisation]).scores
  }
}

/// What is summed for each way to score and to put together, made once for all draws.
internal struct PreparedColumns: Sendable {
  /// The forms of the ways to put together, the index's own first; nil for one that is no sum.
  internal let forms: [FlatMean?]
  /// The terms by way to score, way to put together, and then indicator by indicator, unit by unit.
  internal let columns: [[[Double]]]

  internal init(_ study: MethodStudy) {
    // With gaps weights are shared out unit by unit, which no sum can do.
    let isComplete = study.normalised.allSatisfy { $0.isComplete.allSatisfy(\.self) }
    let ways = [study.index.uniformAggregation] + study.alternatives.aggregations.map(Optional.some)
    forms = ways.map { way in isComplete ? way.flatMap(FlatMean.init) : nil }
    columns = zip(study.normalised, study.positive).map { [forms] own, positive in
      forms.map { form in
        guard let form else { return [] }
        return (form == .arithmetic ? own : positive).columns.flatMap { $0.map(form.term) }
      }
    }
  }
}
