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

  /// The form of the digits.
  enum Style: Sendable, Hashable {
    case fixed
    case percentage
    case chance
    case shortest
    case scientific
  }

  /// The number of decimals, of all but the shortest digits.
  public let decimals: Int
  let style: Style
  /// What stands before the decimals.
  public private(set) var mark: DecimalMark = .point

  /// Writes numbers with a fixed count of decimals.
  public static func decimals(_ count: Int) -> NumberFormat {
    NumberFormat(decimals: count, .fixed)
  }

  /// Writes shares as percentages, 0.725 as 72.5%.
  public static func percentage(decimals: Int) -> NumberFormat {
    NumberFormat(decimals: decimals, .percentage)
  }

  /// Writes shares of random draws as percentages, which are never none or all: 0.00002 as <0.1%, 0.9999 as >99.9%.
  public static func chance(decimals: Int) -> NumberFormat {
    NumberFormat(decimals: decimals, .chance)
  }

  /// Writes numbers rounded to so many decimals, without the zeros that end them: 0.5 and not 0.50.
  public static func upTo(decimals: Int) -> NumberFormat {
    NumberFormat(decimals: decimals, .shortest)
  }

  /// Writes numbers far from one with two significant digits: 0.00000035 as 3.5e-7.
  public static let scientific = NumberFormat(decimals: 1, .scientific)

  private init(decimals: Int, _ style: Style) {
    precondition((0...9).contains(decimals), "numbers for people have up to nine decimals")
    self.decimals = decimals
    self.style = style
  }

  /// The same with another mark before the decimals.
  public func marked(_ mark: DecimalMark) -> NumberFormat {
    var format = self
    format.mark = mark
    return format
  }

  /// The number as text.
  ///
  /// Rounding up or down forgives what the binary form of a decimal adds: 36.75 stays 36.75.
  ///
  /// - Parameters:
  ///   - number: any number.
  ///   - rounding: which way, where decimals are fixed.
  ///   - isSigned: whether a plus sign is written.
  /// - Returns: the text; a dash for a number that is none.
  public func string(
    _ number: Double, rounding: Rounding = .nearest, isSigned: Bool = false
  ) -> String {
    guard number.isFinite else { return "–" }
    switch style {
    case .fixed: return fixed(number, rounding, isSigned: isSigned)
    case .percentage: return fixed(number * 100, rounding, isSigned: isSigned) + "%"
    case .chance: return chance(number * 100) + "%"
    case .shortest: return shortest(number, isSigned: isSigned)
    case .scientific: return scientific(number)
    }
  }

  private var power: Double { (0..<decimals).reduce(1) { power, _ in power * 10 } }

  private func fixed(_ number: Double, _ rounding: Rounding, isSigned: Bool) -> String {
    let factor = power
    let scaled = abs(number) * factor
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
      ? "" : mark.rawValue + String(repeating: "0", count: decimals - "\(rest)".count) + "\(rest)"
    let sign = digits == 0 ? "" : isNegative ? "−" : isSigned ? "+" : ""
    return sign + "\(whole)" + fraction
  }

  /// A percentage that the last digit tells from none and from all.
  private func chance(_ percentage: Double) -> String {
    let rounded = (percentage * power).rounded(.toNearestOrAwayFromZero) / power
    if rounded <= 0 { return "<" + fixed(1 / power, .nearest, isSigned: false) }
    if rounded >= 100 { return ">" + fixed(100 - 1 / power, .nearest, isSigned: false) }
    return fixed(percentage, .nearest, isSigned: false)
  }

  private func shortest(_ number: Double, isSigned: Bool) -> String {
    let rounded = (number * power).rounded() / power
    // Beyond the largest number a product is none, and has no decimals to be rounded.
    let digits = (rounded.isFinite ? rounded : number).shortestDecimal
    let sign = isSigned && rounded > 0 ? "+" : ""
    return sign + String(digits.map { $0 == "." ? Character(mark.rawValue) : $0 })
  }

  private func scientific(_ number: Double) -> String {
    guard number != 0 else { return "0" }
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
    return (number < 0 ? "−" : "") + fixed(digits, .nearest, isSigned: false) + "e\(exponent)"
  }
}
