import Panels
import Reports
import Tables

/// Numbers as Vietnamese papers have them: a decimal comma, and a space that does not break before per cent.
struct VietnameseNumbers {
  /// The units of the indicators.
  let names: Names

  /// Two decimals.
  func decimals(_ number: Double, isSigned: Bool = false) -> String {
    written(NumberFormat.decimals(2).string(number, isSigned: isSigned))
  }

  /// A share as a percentage.
  func share(_ share: Double, decimals: Int) -> String {
    written(NumberFormat.percentage(decimals: decimals).string(share))
  }

  /// An error of a share, in percentage points; with so many decimals that it is not zero.
  func points(_ error: Double) -> String {
    let decimals = 100 * error < 0.05 ? 2 : 1
    return written(NumberFormat.decimals(decimals).string(100 * error))
  }

  /// A whole number, thousands apart.
  func whole(_ number: Int) -> String {
    var digits = "\(number)"
    var place = digits.count - 3
    while place > 0 {
      digits.insert(".", at: digits.index(digits.startIndex, offsetBy: place))
      place -= 3
    }
    return digits
  }

  /// A value of an indicator.
  func value(_ value: Double, of code: String) -> String { written(names.value(value, of: code)) }

  /// A change of an indicator, with its sign; shares change by percentage points.
  func change(_ change: Double, of indicator: Indicator) -> String {
    indicator.unit == .share
      ? written(NumberFormat.decimals(1).string(100 * change, isSigned: true)) + " điểm phần trăm"
      : written(names.change(change, of: indicator.code))
  }

  /// A text of our own with a number in it.
  func written(_ text: String) -> String {
    String(
      text.unicodeScalars.reduce(into: String.UnicodeScalarView()) { written, scalar in
        switch scalar {
        case ".": written.append(",")
        case "%": written.append(contentsOf: ["\u{A0}", "%"])
        default: written.append(scalar)
        }
      })
  }
}
