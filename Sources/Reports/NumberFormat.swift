/// How a number is written for people.
public struct NumberFormat: Sendable, Hashable {
  /// Which way a number is rounded.
  public enum Rounding: Sendable, Hashable {
    /// To the nearest; halves away from zero.
    case nearest
    /// To the next one that is not lower.
    case up
    /// To the next one that is not higher.
    case down
  }

  /// The number of decimals.
  public let decimals: Int
  /// Whether a share is written as a percentage.
  public let isPercentage: Bool

  /// Writes numbers with a fixed count of decimals.
  public static func decimals(_ count: Int) -> NumberFormat {
    NumberFormat(decimals: count, isPercentage: false)
  }

  /// Writes shares as percentages, 0.725 as 72.5%.
  public static func percentage(decimals: Int) -> NumberFormat {
    NumberFormat(decimals: decimals, isPercentage: true)
  }

  private init(decimals: Int, isPercentage: Bool) {
    precondition((0...9).contains(decimals), "numbers for people have up to nine decimals")
    self.decimals = decimals
    self.isPercentage = isPercentage
  }

  /// The number as text.
  ///
  /// Rounding up or down forgives what the binary form of a decimal adds: 36.75 stays 36.75.
  ///
  /// - Parameters:
  ///   - number: any finite number.
  ///   - rounding: which way.
  ///   - isSigned: whether a plus sign is written.
  /// - Returns: the text; a dash for a number that is none.
  public func string(
    _ number: Double, rounding: Rounding = .nearest, isSigned: Bool = false
  ) -> String {
    guard number.isFinite else { return "–" }
    var factor = 1.0
    for _ in 0..<decimals { factor *= 10 }
    let scaled = abs(isPercentage ? number * 100 : number) * factor
    let isNegative = number < 0
    let awayFromZero = (rounding == .up) != isNegative
    // Never enough to pass over a digit of a large number.
    let slack = min(1e-9 * max(1, scaled), 1e-3)
    let digits: Double =
      switch rounding {
      case .nearest: scaled.rounded(.toNearestOrAwayFromZero)
      case .up, .down:
        awayFromZero ? (scaled - slack).rounded(.up) : (scaled + slack).rounded(.down)
      }
    guard digits < 1e15 else { return "\(number)" }
    let whole = Int(digits / factor)
    let rest = Int(digits) - whole * Int(factor)
    let fraction =
      decimals == 0
      ? "" : "." + String(repeating: "0", count: decimals - "\(rest)".count) + "\(rest)"
    let sign = digits == 0 ? "" : isNegative ? "−" : isSigned ? "+" : ""
    return sign + "\(whole)" + fraction + (isPercentage ? "%" : "")
  }

  /// A number far from one, with two significant digits: 0.00000035 as 3.5e-7.
  public static func scientific(_ number: Double) -> String {
    guard number.isFinite, number != 0 else { return number == 0 ? "0" : "–" }
    var digits = abs(number)
    var exponent = 0
    while digits >= 10 {
      digits /= 10
      exponent += 1
    }
    while digits < 1 {
      digits *= 10
      exponent -= 1
    }
    // 9.96 rounds to 10, which is one of the next power.
    if digits >= 9.95 {
      digits /= 10
      exponent += 1
    }
    return (number < 0 ? "−" : "") + decimals(1).string(digits) + "e\(exponent)"
  }
}
