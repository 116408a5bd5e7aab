import Statistics

/// One evaluation of a composite index: indicator by indicator, then aggregate by aggregate.
struct CompositeEvaluation {
  private let index: CompositeIndex
  private let table: IndicatorTable
  private let stages: Set<CompositeIndex.Stage>
  private var structure: IndexStructure { index.structure }
  /// The columns to keep, by stage, in the order of the indicators.
  private var kept: [CompositeIndex.Stage: [[Double]]] = [:]
  /// The running means of the parents that take one, by number.
  private var means: [Int: WeightedMean] = [:]
  /// The scores of elements whose parents look at all children at once, by number.
  private var scores: [Int: [Double]] = [:]
  private var imputed: [CompositeScores.Imputed] = []
  private var withoutGroup: [String] = []
  private var treated: [CompositeScores.Treated] = []
  /// The units that lack a figure, by number.
  private var incomplete: Set<Int> = []

  init(
    of index: CompositeIndex, _ table: IndicatorTable, keeping stages: Set<CompositeIndex.Stage>
  ) {
    self.index = index
    self.table = table
    self.stages = stages
  }

  mutating func run() throws(CompositeError) -> CompositeScores {
    precondition(
      !index.imputation.needsGroups || table.groups != nil, "imputing by group needs groups")
    for parent in structure.aggregateNumbers
    where index.aggregation(onLevel: structure.levels[parent]) == .arithmetic {
      means[parent] = WeightedMean(units: table.units.count)
    }
    if !table.units.isEmpty {
      let parents = structure.parents
      for number in structure.indicatorNumbers {
        try take(indicator: number, for: parents[number])
      }
      for number in structure.aggregateNumbers {
        try take(aggregate: number, for: parents[number])
      }
    }
    return try result()
  }

  private mutating func keep(_ column: @autoclosure () -> [Double], _ stage: CompositeIndex.Stage) {
    if stages.contains(stage) { kept[stage, default: []].append(column()) }
  }

  /// Takes an indicator from its figures to its score, and adds that to its parent.
  private mutating func take(indicator number: Int, for parent: Int?) throws(CompositeError) {
    let element = structure.elements[number]
    var (column, isComplete) = try denominated(element)
    keep(column, .denominated)
    if !isComplete {
      guard column.contains(where: { !$0.isNaN }) else {
        throw .unusable(
          indicator: element.code, time: table.time, "no unit has a figure; leave the indicator out"
        )
      }
      let filled = index.imputation.filled(column, groups: table.groups)
      if index.imputation != .none {
        for unit in column.indices where column[unit].isNaN {
          imputed.append(
            CompositeScores.Imputed(
              unit: table.units[unit], indicator: element.code, value: filled.column[unit]))
        }
        withoutGroup += filled.withoutGroup.map { "\(table.units[$0]) (\(element.code))" }
        column = filled.column
        isComplete = true
      } else {
        incomplete.formUnion(column.indices.filter { column[$0].isNaN })
      }
    }
    keep(column, .imputed)
    if let treatment = index.treatment.treated(column) {
      var units: [String] = []
      if case .winsorised(let numbers) = treatment.outcome {
        units = numbers.map { table.units[$0] }
      }
      treated.append(
        CompositeScores.Treated(indicator: element.code, outcome: treatment.outcome, units: units))
      column = treatment.column
    }
    keep(column, .treated)
    let scored = try index.normalisation.scored(
      column, of: element, in: table, isComplete: isComplete)
    let share = structure.shares[number]
    let isKept = stages.contains(.normalised) || stages.contains(.aggregated)
    if case .scaled(let scale) = scored, !isKept, let parent, means[parent] != nil {
      means[parent]?.add(column, on: scale, weight: share, isComplete: isComplete)
      return
    }
    let normalised =
      switch scored {
      case .scaled(let scale): column.map { scale($0) }
      case .column(let scores): scores
      }
    keep(normalised, .normalised)
    keep(normalised, .aggregated)
    give(normalised, of: number, to: parent, isComplete: isComplete)
  }

  /// The figures of an indicator, divided where they are to be.
  private func denominated(
    _ element: IndexStructure.Element
  ) throws(CompositeError) -> (column: [Double], isComplete: Bool) {
    guard let number = table.number(of: element.code) else {
      preconditionFailure("the table has no column \(element.code)")
    }
    guard let denominator = element.denominator else {
      return (table.columns[number], table.isComplete[number])
    }
    guard let below = table.number(of: denominator) else {
      preconditionFailure("the table has no column \(denominator)")
    }
    var column = table.columns[number]
    for unit in column.indices {
      guard table.columns[below][unit] != 0 else {
        throw .unusable(
          indicator: element.code, time: table.time,
          "it is to be divided by \(denominator), which is zero for \(table.units[unit])")
      }
      column[unit] /= table.columns[below][unit]
    }
    let isComplete = table.isComplete[number] && table.isComplete[below]
    return (column, isComplete)
  }

  /// Hands scores to a parent that takes a mean, or keeps them for one that looks at all together.
  private mutating func give(
    _ column: [Double], of number: Int, to parent: Int?, isComplete: Bool
  ) {
    guard let parent else {
      scores[number] = column
      return
    }
    if means[parent] != nil {
      let share = structure.shares[number]
      means[parent]?.add(column, weight: share, isComplete: isComplete)
    } else {
      scores[number] = column
    }
  }

  private mutating func take(aggregate number: Int, for parent: Int?) throws(CompositeError) {
    let column: [Double]
    if let mean = means[number] {
      column = mean.values
    } else {
      column = try combined(number)
    }
    keep(column, .aggregated)
    aggregated.append(column)
    give(column, of: number, to: parent, isComplete: !column.contains(where: \.isNaN))
  }

  /// The scores of the aggregates, in order.
  private var aggregated: [[Double]] = []

  /// An aggregate of children that are looked at together.
  private func combined(_ number: Int) throws(CompositeError) -> [Double] {
    let aggregation = index.aggregation(onLevel: structure.levels[number])
    let children = structure.children[number]
    let columns = children.map { scores[$0] ?? [] }
    let weights = children.map { structure.shares[$0] }
    func refuse(_ reason: String) -> CompositeError {
      .notAggregated(
        aggregate: structure.elements[number].code, time: table.time, reason)
    }
    if aggregation == .copeland {
      guard table.units.count <= Aggregation.comparisonLimit else {
        throw refuse(
          "Copeland's method compares each unit with each, and \(table.units.count) are too many; "
            + "the most are \(Aggregation.comparisonLimit)")
      }
      return Aggregation.copeland(columns, weights: weights)
    }
    if aggregation.needsPositive {
      for (child, column) in zip(children, columns) {
        if let unit = column.firstIndex(where: { $0 <= 0 }) {
          throw refuse(
            "a \(aggregation.rawValue) mean is of positive scores, and \(table.units[unit]) has "
              + "\(column[unit]) in \(structure.elements[child].code); score to a range above zero")
        }
      }
    }
    return table.units.indices.map { unit in
      let present = columns.indices.filter { !columns[$0][unit].isNaN }
      return aggregation.value(
        of: present.map { columns[$0][unit] }, weights: present.map { weights[$0] })
    }
  }

  private func result() throws(CompositeError) -> CompositeScores {
    let scores = aggregated.last ?? []
    if let unit = scores.firstIndex(where: \.isNaN) {
      throw .nothingKnown(unit: table.units[unit], time: table.time)
    }
    let indicators = structure.indicators.map(\.code)
    let aggregates = structure.aggregates.map(\.code)
    var tables: [CompositeIndex.Stage: IndicatorTable] = [:]
    for stage in stages {
      let codes = stage == .aggregated ? indicators + aggregates : indicators
      tables[stage] = IndicatorTable(
        units: table.units, codes: codes,
        columns: kept[stage] ?? codes.map { _ in [] }, time: table.time)
    }
    return CompositeScores(
      units: table.units, time: table.time, scores: scores,
      ranks: Ranking.ofComposite(scores).ranks(of: scores, ties: index.ties),
      aggregates: IndicatorTable(
        units: table.units, codes: aggregates,
        columns: table.units.isEmpty ? aggregates.map { _ in [] } : aggregated, time: table.time),
      stages: tables, imputed: imputed, treated: treated, notes: notes())
  }

  private func notes() -> [String] {
    CompositeNotes.imputed(imputed, by: index.imputation, withoutGroup: withoutGroup)
      + CompositeNotes.treated(treated)
      + CompositeNotes.incomplete(
        table.units.indices.filter(incomplete.contains).map { table.units[$0] })
  }
}
