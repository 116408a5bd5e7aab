import Panels
import Reports

/// Names and values as people read them.
struct Names {
  /// The language.
  let language: Language
  /// The figures the names belong to.
  let panel: Panel

  /// The name of a province: with its diacritics, whatever the language of the rest.
  func province(_ province: Province) -> String { province.nameVi }

  /// The name of an indicator.
  func indicator(_ code: String) -> String {
    guard let indicator = panel.indicator(code) else { return code }
    return language == .vi ? indicator.nameVi : indicator.nameEn
  }

  /// A value of an indicator in the unit people use: shares as percentages.
  func value(
    _ value: Double, of code: String, rounding: NumberFormat.Rounding = .nearest,
    isSigned: Bool = false
  ) -> String {
    format(of: code).string(value, rounding: rounding, isSigned: isSigned)
  }

  private func format(of code: String) -> NumberFormat {
    switch panel.indicator(code)?.unit {
    case .share: .percentage(decimals: 1)
    case .mean, .score, .points: .decimals(2)
    case .days: .decimals(1)
    case nil: .decimals(4)
    }
  }
}
