public import Statistics

/// A composite index: what it is made of, and what is done at every step to make it.
///
/// The steps are those of the OECD/JRC Handbook on Constructing Composite Indicators (2008),
/// doi:10.1787/9789264043466-en: indicators are divided by their denominators, gaps are filled,
/// outliers treated, scores made comparable and put together level by level.
public struct CompositeIndex: Sendable, Hashable {
  /// A table on the way from figures to the index.
  public enum Stage: String, Sendable, Hashable, CaseIterable {
    /// Each indicator divided by its denominator.
    case denominated
    /// With gaps filled.
    case imputed
    /// With outliers treated.
    case treated
    /// As scores.
    case normalised
    /// The scores with all aggregates.
    case aggregated
  }

  /// What the index is made of.
  public let structure: IndexStructure
  /// What stands in for missing figures.
  public let imputation: Imputation
  /// What is done about outliers.
  public let treatment: Treatment
  /// How figures become scores.
  public let normalisation: Normalisation
  /// How scores become those of their parents, on every level that has no way of its own.
  public let aggregation: Aggregation
  /// How scores become those of parents that stand on a given level.
  public let aggregationByLevel: [Int: Aggregation]
  /// The rank that tied scores get.
  public let ties: TieRule

  /// Describes an index; without more, that of the PCI: lowest to highest from 1 to 10, weighted sums.
  public init(
    structure: IndexStructure, imputation: Imputation = .none, treatment: Treatment = .none,
    normalisation: Normalisation = .minMax(to: Goalposts.ofPCI),
    aggregation: Aggregation = .arithmetic, aggregationByLevel: [Int: Aggregation] = [:],
    ties: TieRule = .minimum
  ) {
    self.structure = structure
    self.imputation = imputation
    self.treatment = treatment
    self.normalisation = normalisation
    self.aggregation = aggregation
    self.aggregationByLevel = aggregationByLevel
    self.ties = ties
  }

  /// How scores become those of parents on a level.
  public func aggregation(onLevel level: Int) -> Aggregation {
    aggregationByLevel[level] ?? aggregation
  }

  /// Scores and ranks units.
  ///
  /// - Parameters:
  ///   - table: the figures; it has every column of `structure.columns`.
  ///   - stages: the tables to keep on the way; scores are the same to the last digit whatever is
  ///     kept.
  /// - Returns: scores and ranks in the order of the units.
  /// - Throws: `CompositeError` for a column or an aggregate that cannot be taken.
  public func evaluate(
    _ table: IndicatorTable, keeping stages: Set<Stage> = []
  ) throws(CompositeError) -> CompositeScores {
    let plan = CompositePlan(self, columns: table.codes, keeping: stages)
    var evaluation = CompositeEvaluation(plan, table)
    return try evaluation.run()
  }
}
