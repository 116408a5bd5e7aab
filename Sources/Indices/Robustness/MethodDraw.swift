/// One method out of those that are possible.
internal struct MethodDraw {
  /// The way to score: 0 for the index's own, then the alternatives in order.
  internal var normalisation = 0
  /// The way to put scores together, likewise.
  internal var aggregation = 0
  /// Whether weights are equal within each parent before they are multiplied.
  internal var isEqual = false
  /// The number of the indicator that is left out, among the indicators.
  internal var leftOut: Int?
  /// What the weight of each element is multiplied by, in the order of the structure.
  internal var factors: [Double]

  /// The index's own method.
  internal init(elements: Int) { factors = [Double](repeating: 1, count: elements) }
}

extension MethodStudy {
  /// How many uniform numbers a draw takes: one for each choice that there is.
  ///
  /// In this order: a factor for each element but the index, in the order of the structure, where
  /// weights vary; the way to score, the way to put together, equal weights or not, the indicator left
  /// out, each where there is more than one possibility.
  public var uniformsPerDraw: Int {
    (alternatives.weightRange > 0 ? index.structure.elements.count - 1 : 0)
      + (alternatives.normalisations.isEmpty ? 0 : 1) + (alternatives.aggregations.isEmpty ? 0 : 1)
      + (alternatives.weighsEqually ? 1 : 0) + (alternatives.leavesOneOut ? 1 : 0)
  }

  /// Reads a draw from uniform numbers.
  ///
  /// A choice among m possibilities is ⌊m u⌋; a factor is 1 + range (2 u − 1).
  internal func decode(_ uniforms: Span<Double>, into draw: inout MethodDraw) {
    var next = 0
    func choice(of possibilities: Int) -> Int {
      defer { next += 1 }
      return min(Int(uniforms[next] * Double(possibilities)), possibilities - 1)
    }
    if alternatives.weightRange > 0 {
      for element in draw.factors.indices where element != index.structure.indexNumber {
        draw.factors[element] = 1 + alternatives.weightRange * (2 * uniforms[next] - 1)
        next += 1
      }
    }
    if !alternatives.normalisations.isEmpty {
      draw.normalisation = choice(of: alternatives.normalisations.count + 1)
    }
    if !alternatives.aggregations.isEmpty {
      draw.aggregation = choice(of: alternatives.aggregations.count + 1)
    }
    if alternatives.weighsEqually { draw.isEqual = choice(of: 2) == 1 }
    if alternatives.leavesOneOut {
      let chosen = choice(of: index.structure.indicatorNumbers.count + 1)
      draw.leftOut = chosen == 0 ? nil : chosen - 1
    }
  }
}
