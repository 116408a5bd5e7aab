import Statistics

extension MethodStudy {
  /// How many draws tell what weights at random do alone.
  private static let weightDraws = 1000

  /// What each choice alone does, all else being the index's own.
  internal func effects(
    _ prepared: PreparedColumns, replicates: Replicates
  ) throws(CompositeError) -> [MethodEffect] {
    let own = MethodDraw(elements: index.structure.elements.count)
    var choices: [(MethodChoice, MethodDraw)] = []
    func add(_ choice: MethodChoice, _ change: (inout MethodDraw) -> Void) {
      var draw = own
      change(&draw)
      choices.append((choice, draw))
    }
    for (number, normalisation) in alternatives.normalisations.enumerated() {
      add(.normalisation(normalisation)) { $0.normalisation = number + 1 }
    }
    for (number, aggregation) in alternatives.aggregations.enumerated() {
      add(.aggregation(aggregation)) { $0.aggregation = number + 1 }
    }
    if alternatives.weighsEqually { add(.equalWeights) { $0.isEqual = true } }
    var effects: [MethodEffect] = []
    var scorer = MethodScorer(self, prepared)
    for (choice, draw) in choices { effects.append(try effect(choice, draw, &scorer)) }
    if alternatives.weightRange > 0 {
      effects.append(try effectOfWeights(prepared, replicates: replicates))
    }
    if alternatives.leavesOneOut {
      for (number, indicator) in index.structure.indicators.enumerated() {
        var draw = own
        draw.leftOut = number
        effects.append(try effect(.without(indicator: indicator.code), draw, &scorer))
      }
    }
    return effects
  }

  private func effect(
    _ choice: MethodChoice, _ draw: MethodDraw, _ scorer: inout MethodScorer
  ) throws(CompositeError) -> MethodEffect {
    try scorer.score(by: draw)
    let moved = ranking.ranks(of: scorer.scores)
    return MethodEffect(
      choice: choice, ranks: moved.map(Double.init),
      shifts: zip(moved, ranks).map { Double(abs($0 - $1)) }, error: nil)
  }

  /// What weights do that are drawn alone, with the factors of the first draws of the study.
  private func effectOfWeights(
    _ prepared: PreparedColumns, replicates: Replicates
  ) throws(CompositeError) -> MethodEffect {
    let elements = index.structure.elements.count
    let drawn = try replicates.chunks(of: 0..<Self.weightDraws) {
      (chunk: Range<Int>) throws(CompositeError) in
      var scorer = MethodScorer(self, prepared)
      var found: [[Int]] = []
      for replicate in chunk {
        var random = replicates.generator(replicate)
        let uniforms = (0..<uniformsPerDraw).map { _ in random.uniform() }
        var all = MethodDraw(elements: elements)
        decode(uniforms.span, into: &all)
        var draw = MethodDraw(elements: elements)
        draw.factors = all.factors
        try scorer.score(by: draw)
        found.append(ranking.ranks(of: scorer.scores))
      }
      return found
    }.flatMap { $0 }
    let count = Double(drawn.count)
    let means = units.indices.map { unit in Double(drawn.reduce(0) { $0 + $1[unit] }) / count }
    let shifts = units.indices.map { unit in
      Double(drawn.reduce(0) { $0 + abs($1[unit] - ranks[unit]) }) / count
    }
    let ofDraws = drawn.map { draw in
      Double(zip(draw, ranks).reduce(0) { $0 + abs($1.0 - $1.1) }) / Double(max(units.count, 1))
    }
    return MethodEffect(
      choice: .weights(range: alternatives.weightRange), ranks: means, shifts: shifts,
      error: (ofDraws.standardDeviation ?? 0) / count.squareRoot())
  }
}
