import Tables
import Statistics

/// One evaluation of a composite index: indicator by indicator, then aggregate by aggregate.
struct CompositeEvaluation {
  private let plan: CompositePlan
  private let table: IndicatorTable
  /// The running mean of each aggregate; of those that take none it stays empty.
  private var means: [WeightedMean]
  /// The scores of elements whose parents look at all children at once, by number.
  private var scores: [Int: [Double]] = [:]
  /// The scores of the aggregates, in order.
  private var aggregated: [[Double]] = []
  /// The columns to keep, by stage, in the order of the indicators.
  private var kept: [CompositeIndex.Stage: [[Double]]] = [:]
  private var imputed: [CompositeScores.Imputed] = []
  private var withoutGroup: [String] = []
  private var treated: [CompositeScores.Treated] = []
  /// The units that lack a figure, by number.
  private var incomplete: Set<Int> = []

  /// Makes ready.
  ///
  /// - Precondition: the table has the columns of the plan, and groups where gaps are filled by group.
  init(_ plan: CompositePlan, _ table: IndicatorTable) {
    precondition(
      !plan.index.imputation.needsGroups || table.groups != nil, "imputing by group needs groups")
    self.plan = plan
    self.table = table
    means = plan.aggregates.map { aggregate in
      WeightedMean(units: aggregate.aggregation == .arithmetic ? table.units.count : 0)
    }
  }

  mutating func run() throws(CompositeError) -> CompositeScores {
    if !table.units.isEmpty {
      for indicator in plan.indicators { try take(indicator) }
      for place in plan.aggregates.indices { try takeAggregate(place) }
    }
    return try result()
  }

  private mutating func keep(_ column: @autoclosure () -> [Double], _ stage: CompositeIndex.Stage) {
    guard !plan.stages.isEmpty, plan.stages.contains(stage) else { return }
    kept[stage, default: []].append(column())
  }

  /// Takes an indicator from its figures to its score, and gives that to its parent.
  private mutating func take(_ indicator: CompositePlan.Indicator) throws(CompositeError) {
    var (column, isComplete) = try denominated(indicator)
    keep(column, .denominated)
    if !isComplete { try fill(&column, &isComplete, of: indicator) }
    keep(column, .imputed)
    if plan.index.treatment != .none { treat(&column, of: indicator) }
    keep(column, .treated)
    let scored = try plan.index.normalisation.scored(
      column, of: plan.index.structure.elements, indicator.number, in: table,
      isComplete: isComplete)
    let isMean = plan.aggregates[indicator.parent].aggregation == .arithmetic
    let normalised: [Double]
    switch scored {
    case .scaled(let scale) where isMean && !plan.keepsScores:
      means[indicator.parent].add(
        column, on: scale, weight: indicator.share, isComplete: isComplete)
      return
    case .scaled(let scale): normalised = column.map { scale($0) }
    case .column(let scores): normalised = scores
    }
    keep(normalised, .normalised)
    keep(normalised, .aggregated)
    if isMean {
      means[indicator.parent].add(normalised, weight: indicator.share, isComplete: isComplete)
    } else {
      scores[indicator.number] = normalised
    }
  }

  /// The figures of an indicator, divided where they are to be.
  private func denominated(
    _ indicator: CompositePlan.Indicator
  ) throws(CompositeError) -> (column: [Double], isComplete: Bool) {
    var column = table.columns[indicator.column]
    guard let below = indicator.denominator else {
      return (column, table.isComplete[indicator.column])
    }
    for unit in column.indices {
      guard table.columns[below][unit] != 0 else {
        throw .unusable(
          indicator: table.codes[indicator.column], time: table.time,
          "it is to be divided by \(table.codes[below]), which is zero for \(table.units[unit])")
      }
      column[unit] /= table.columns[below][unit]
    }
    return (column, table.isComplete[indicator.column] && table.isComplete[below])
  }

  /// Fills the gaps of a column, or takes note of them.
  private mutating func fill(
    _ column: inout [Double], _ isComplete: inout Bool, of indicator: CompositePlan.Indicator
  ) throws(CompositeError) {
    let code = table.codes[indicator.column]
    guard column.contains(where: { !$0.isNaN }) else {
      throw .unusable(
        indicator: code, time: table.time, "no unit has a figure; leave the indicator out")
    }
    let gaps = column.indices.filter { column[$0].isNaN }
    guard plan.index.imputation != .none else {
      incomplete.formUnion(gaps)
      return
    }
    let filled = plan.index.imputation.filled(column, groups: table.groups)
    imputed += gaps.map { unit in
      CompositeScores.Imputed(
        unit: table.units[unit], indicator: code, value: filled.column[unit])
    }
    withoutGroup += filled.withoutGroup.map { "\(table.units[$0]) (\(code))" }
    column = filled.column
    isComplete = true
  }

  /// Treats the outliers of a column.
  private mutating func treat(_ column: inout [Double], of indicator: CompositePlan.Indicator) {
    guard let treatment = plan.index.treatment.treated(column) else { return }
    var units: [String] = []
    if case .winsorised(let numbers) = treatment.outcome { units = numbers.map { table.units[$0] } }
    treated.append(
      CompositeScores.Treated(
        indicator: table.codes[indicator.column], outcome: treatment.outcome, units: units))
    column = treatment.column
  }

  /// Puts an aggregate together, and gives it to its parent.
  private mutating func takeAggregate(_ place: Int) throws(CompositeError) {
    let aggregate = plan.aggregates[place]
    let column =
      aggregate.aggregation == .arithmetic ? means[place].values : try combined(aggregate)
    keep(column, .aggregated)
    aggregated.append(column)
    guard let parent = aggregate.parent else { return }
    if plan.aggregates[parent].aggregation == .arithmetic {
      means[parent].add(
        column, weight: aggregate.share, isComplete: !column.contains(where: \.isNaN))
    } else {
      scores[aggregate.number] = column
    }
  }

  /// An aggregate of children that are looked at together.
  private func combined(_ aggregate: CompositePlan.Aggregate) throws(CompositeError) -> [Double] {
    let structure = plan.index.structure
    let children = structure.children[aggregate.number]
    let columns = children.map { scores[$0] ?? [] }
    let weights = children.map { structure.shares[$0] }
    func refuse(_ reason: String) -> CompositeError {
      .notAggregated(
        aggregate: structure.elements[aggregate.number].code, time: table.time, reason)
    }
    if aggregate.aggregation == .copeland {
      guard table.units.count <= Aggregation.comparisonLimit else {
        throw refuse(
          "Copeland's method compares each unit with each, and \(table.units.count) are too many; "
            + "the most are \(Aggregation.comparisonLimit)")
      }
      return Aggregation.copeland(columns, weights: weights)
    }
    if aggregate.aggregation.needsPositive {
      for (child, column) in zip(children, columns) {
        if let unit = column.firstIndex(where: { $0 <= 0 }) {
          throw refuse(
            "a \(aggregate.aggregation.rawValue) mean is of positive scores, and "
              + "\(table.units[unit]) has \(column[unit]) in \(structure.elements[child].code); "
              + "score to a range above zero")
        }
      }
    }
    return table.units.indices.map { unit in
      let present = columns.indices.filter { !columns[$0][unit].isNaN }
      return aggregate.aggregation.value(
        of: present.map { columns[$0][unit] }, weights: present.map { weights[$0] })
    }
  }

  private func result() throws(CompositeError) -> CompositeScores {
    let scores = aggregated.last ?? []
    if let unit = scores.firstIndex(where: \.isNaN) {
      throw .nothingKnown(unit: table.units[unit], time: table.time)
    }
    if let unit = scores.firstIndex(where: { !$0.isFinite }) {
      throw .notAggregated(
        aggregate: plan.aggregateCodes.last ?? "", time: table.time,
        "the figures of \(table.units[unit]) are too large to be put together")
    }
    var tables: [CompositeIndex.Stage: IndicatorTable] = [:]
    for stage in plan.stages {
      tables[stage] = made(
        of: kept[stage] ?? [],
        stage == .aggregated ? plan.indicatorCodes + plan.aggregateCodes : plan.indicatorCodes)
    }
    return CompositeScores(
      units: table.units, time: table.time, scores: scores,
      ranks: Ranking.ofComposite(scores).ranks(of: scores, ties: plan.index.ties),
      aggregates: made(of: aggregated, plan.aggregateCodes), stages: tables, imputed: imputed,
      treated: treated, notes: notes())
  }

  /// A table of results; without units its columns are empty.
  private func made(of columns: [[Double]], _ codes: [String]) -> IndicatorTable {
    IndicatorTable(
      unchecked: table.units, codes: codes,
      columns: table.units.isEmpty ? codes.map { _ in [] } : columns, time: table.time)
  }

  private func notes() -> [Phrase] {
    let units = incomplete.sorted().map { table.units[$0] }
    return CompositeNotes.imputed(
      imputed, by: plan.index.imputation, withoutGroup: withoutGroup)
      + CompositeNotes.treated(treated) + CompositeNotes.incomplete(units)
  }
}
