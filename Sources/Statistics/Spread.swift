extension Collection<Double> {
  /// The arithmetic mean, or nil for no numbers at all.
  public var mean: Double? {
    isEmpty ? nil : reduce(0, +) / Double(count)
  }

  /// The sample standard deviation, with n − 1 in the denominator.
  ///
  /// In two passes, so that a large mean costs no digits. Nil for fewer than two numbers.
  public var standardDeviation: Double? {
    guard count > 1, let mean else { return nil }
    let squares = reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(count - 1)).squareRoot()
  }
}
