public import Panels

/// The sampling errors of figures of any year, as far as firms behind them are known.
public struct FigureErrors: Sendable {
  /// What is assumed of sampling.
  public let model: SamplingModel
  private let firms: @Sendable (_ indicator: String, _ province: Province, _ year: Int) -> Double?

  /// Takes what is known.
  ///
  /// - Parameters:
  ///   - model: what is assumed of sampling.
  ///   - firms: how many firms of a province answered an indicator in a year; nil where that is not known.
  public init(
    model: SamplingModel,
    firms: @escaping @Sendable (_ indicator: String, _ province: Province, _ year: Int) -> Double?
  ) {
    self.model = model
    self.firms = firms
  }

  /// The variance of a figure.
  ///
  /// - Parameters:
  ///   - value: the figure.
  ///   - indicator: what it is of.
  ///   - province: where.
  ///   - year: when.
  /// - Returns: the square of its standard error; nil where a law or the number of firms is not known.
  public func variance(
    of value: Double, _ indicator: Indicator, _ province: Province, _ year: Int
  ) -> Double? {
    guard let law = model.entry(of: indicator)?.law else { return nil }
    if law == .exact { return 0 }
    // A share of firms is told of shares alone.
    guard law != .share || indicator.unit == .share,
      let count = firms(indicator.code, province, year), count > 0
    else { return nil }
    return law.variance(of: value, firms: count)
  }
}
