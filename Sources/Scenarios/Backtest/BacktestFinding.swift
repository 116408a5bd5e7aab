/// One figure of a backtest.
public struct BacktestFinding: Sendable, Hashable {
  /// What was asked.
  public let question: BacktestQuestion
  /// Of which indicators or cases: `all`, the code of an indicator, `own` and `borrowed` laws, `low`, `middle` and
  /// `high` third of the standing in the indicator.
  public let group: String
  /// Whose answer.
  public let answer: BacktestAnswer
  /// The answer that the figure is less than: the value is then the difference; nil for the figure itself.
  public let against: BacktestAnswer?
  /// The first year whose answer was tried.
  public let from: Int
  /// The last year that one was held against.
  public let to: Int
  /// The number of cases.
  public let cases: Int
  /// The figure; nil without cases.
  public let value: Double?
  /// An interval from bootstrap samples of provinces; nil without cases.
  public let interval: ClosedRange<Double>?
  /// What chance, or the law, has it at; nil where nothing is expected.
  public let expected: Double?
}
