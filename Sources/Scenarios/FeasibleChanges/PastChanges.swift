public import Indices
public import Panels
public import Statistics

/// The past yearly changes of the indicators of a rule, in all provinces up to its year.
///
/// What the laws of every province are drawn from (`FeasibleChanges`).
public struct PastChanges: Sendable {
  /// The rule of the year.
  public let rule: ScoringRule
  /// The correlation of the net changes of the values between indicators, positive definite.
  ///
  /// Of all province-years with both, by Spearman's ρ as 2 sin(πρ/6), what a normal copula of that ρ has;
  /// zero where fewer than ten province-years have both.
  public let correlation: [[Double]]
  /// How far the correlations were shrunk towards zero to be positive definite; mostly nothing.
  public let shrinkage: Double
  /// The number of bootstrap samples of provinces.
  public let draws: Int
  /// What draws are repeated by.
  public let replicates: Replicates
  internal let indicators: [Indicator]
  internal let changes: [IndicatorChanges]
  internal let pairs: PairedChanges
  internal let samples: ProvinceSamples

  /// Collects the changes.
  ///
  /// - Parameters:
  ///   - panel: the figures; nothing later than the rule's year is used.
  ///   - rule: the rule.
  ///   - replicates: what the bootstrap is repeated by.
  ///   - draws: how many times the provinces are drawn anew, with replacement, for intervals.
  /// - Throws: `ScenarioError.noHistory` where no indicator has two consecutive years.
  /// - Precondition: there is a draw.
  public init(
    in panel: Panel, rule: ScoringRule, replicates: Replicates = Replicates(seed: 1),
    draws: Int = 400
  ) throws {
    precondition(draws >= 1, "an interval takes a draw at least")
    let indicators = rule.indicators.compactMap(panel.indicator)
    let changes = indicators.map { IndicatorChanges(of: $0, in: panel, through: rule.year) }
    guard changes.contains(where: { !$0.cases.isEmpty }) else {
      throw ScenarioError.noHistory(subindex: rule.subindex, year: rule.year)
    }
    let pairs = PairedChanges(of: changes, indicators, in: panel)
    let correlations = ChangeCorrelation(of: pairs)
    self.pairs = pairs
    self.rule = rule
    self.indicators = indicators
    self.changes = changes
    self.draws = draws
    self.replicates = replicates
    correlation = correlations.matrix
    shrinkage = correlations.shrinkage
    samples = ProvinceSamples(of: panel.provinces.count, replicates: replicates, draws: draws)
  }
}
