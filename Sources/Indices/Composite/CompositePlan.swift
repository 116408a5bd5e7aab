/// Where everything stands that an evaluation needs: worked out once for tables of the same columns.
struct CompositePlan: Sendable {
  /// An indicator on its way to its parent.
  struct Indicator: Sendable {
    /// The number of the element.
    let number: Int
    /// The number of its column.
    let column: Int
    /// The number of the column it is divided by.
    let denominator: Int?
    /// The place of its parent among the aggregates.
    let parent: Int
    /// Its share of the parent.
    let share: Double
  }

  /// An aggregate of indicators or of aggregates.
  struct Aggregate: Sendable {
    /// The number of the element.
    let number: Int
    let aggregation: Aggregation
    /// The place of its parent among the aggregates; nil for the index.
    let parent: Int?
    /// Its share of the parent.
    let share: Double
  }

  let index: CompositeIndex
  let stages: Set<CompositeIndex.Stage>
  let indicators: [Indicator]
  /// The aggregates, each after its children.
  let aggregates: [Aggregate]
  let indicatorCodes: [String]
  let aggregateCodes: [String]
  /// Whether scores are kept as columns, and not only added up.
  let keepsScores: Bool

  /// Finds the columns of an index among those of a table.
  ///
  /// - Precondition: the table has every column of `structure.columns`.
  init(_ index: CompositeIndex, columns codes: [String], keeping stages: Set<CompositeIndex.Stage>)
  {
    let structure = index.structure
    func column(_ code: String) -> Int {
      guard let column = codes.firstIndex(of: code) else {
        preconditionFailure("the table has no column \(code)")
      }
      return column
    }
    var placeOfAggregate: [Int: Int] = [:]
    for (place, number) in structure.aggregateNumbers.enumerated() {
      placeOfAggregate[number] = place
    }
    var parents = [Int?](repeating: nil, count: structure.elements.count)
    for (number, children) in structure.children.enumerated() {
      for child in children { parents[child] = placeOfAggregate[number] }
    }
    indicators = structure.indicatorNumbers.map { number in
      guard let parent = parents[number] else {
        preconditionFailure("an indicator is never the index itself")
      }
      return Indicator(
        number: number, column: column(structure.elements[number].code),
        denominator: structure.elements[number].denominator.map(column), parent: parent,
        share: structure.shares[number])
    }
    aggregates = structure.aggregateNumbers.map { number in
      Aggregate(
        number: number, aggregation: index.aggregation(onLevel: structure.levels[number]),
        parent: parents[number], share: structure.shares[number])
    }
    indicatorCodes = structure.indicators.map(\.code)
    aggregateCodes = structure.aggregates.map(\.code)
    keepsScores = stages.contains(.normalised) || stages.contains(.aggregated)
    self.index = index
    self.stages = stages
  }
}
