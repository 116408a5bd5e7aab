public import Tables

/// The scores and ranks of units by a composite index, and how they came to be.
public struct CompositeScores: Sendable, Hashable {
  /// A figure that was put where one was missing.
  public struct Imputed: Sendable, Hashable {
    /// The unit.
    public let unit: String
    /// The code of the indicator.
    public let indicator: String
    /// The figure.
    public let value: Double
  }

  /// An indicator whose outliers called for treatment.
  public struct Treated: Sendable, Hashable {
    /// The code of the indicator.
    public let indicator: String
    /// What was done.
    public let outcome: Treatment.Outcome
    /// The units whose figures were moved.
    public let units: [String]
  }

  /// The units, as in the table.
  public let units: [String]
  /// The time of the table.
  public let time: String?
  /// The score of each unit.
  public let scores: [Double]
  /// The rank of each unit, by the rule for ties of the index.
  public let ranks: [Double]
  /// The scores of all aggregates, the index last.
  public let aggregates: IndicatorTable
  /// The tables that were to be kept.
  public let stages: [CompositeIndex.Stage: IndicatorTable]
  /// The figures that were put where one was missing, by indicator and unit.
  public let imputed: [Imputed]
  /// The indicators that called for treatment.
  public let treated: [Treated]
  /// What is worth knowing.
  public let notes: [Phrase]
}
