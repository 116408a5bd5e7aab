public import Tables

/// A figure as a person typed it, with the digits it was given.
public struct TypedFigure: Sendable, Hashable {
  /// The figure.
  public let figure: Figure
  /// Half a unit of the last digit, in the indicator's unit.
  ///
  /// The true value lies within it. None for points and counts.
  public let resolution: Double
  /// Where it stands.
  public let location: Location

  /// The file, sheet and cell, or the line.
  public var place: String { "\(location)" }

  /// Whether another value is this one, as far as its digits tell.
  ///
  /// A value on the very edge counts: 0.725 may be typed as 72 % or 73 %.
  public func agrees(with value: Double) -> Bool {
    // Published figures are 32-bit numbers: a relative 1e-6 is their own rounding.
    abs(value - figure.value) <= resolution * (1 + 1e-9) + 1e-6 * abs(value)
  }
}
