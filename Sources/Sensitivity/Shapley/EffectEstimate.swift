import Statistics

/// What was found for one input, and how sure it is.
public struct EffectEstimate: Sendable, Hashable {
  /// The name of the input.
  public let name: String
  /// What was found.
  public let value: Double
  /// The standard error; nil where there is too little to tell it by.
  public let standardError: Double?
  /// What holds the true value as often as was asked for; nil where the standard error is.
  public let interval: ClosedRange<Double>?

  /// Takes what was found.
  ///
  /// - Parameters:
  ///   - name: the name of the input.
  ///   - value: what was found.
  ///   - standardError: its standard error, where it can be told.
  ///   - interval: what holds the true value.
  public init(
    name: String, value: Double, standardError: Double?, interval: ClosedRange<Double>?
  ) {
    self.name = name
    self.value = value
    self.standardError = standardError
    self.interval = interval
  }

  /// Takes what was found, with the interval of a normal law around it.
  init(name: String, value: Double, standardError: Double?, level: Double) {
    let width = NormalDistribution().upperQuantile((1 - level) / 2)
    self.init(
      name: name, value: value, standardError: standardError,
      interval: standardError.map { value - width * $0...value + width * $0 })
  }
}
