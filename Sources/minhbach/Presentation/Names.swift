import Tables
import Indices
import Panels
import Reports

/// Names and values as people read them.
struct Names {
  /// The language.
  let words: Words
  /// The figures the names belong to.
  let panel: Panel

  /// The name of a province: with its diacritics, whatever the language of the rest.
  func province(_ province: Province) -> String { province.nameVi }

  /// The name of a region.
  func region(_ group: PeerGroup) -> String {
    guard case .region(let region) = group.basis else { return "" }
    return self.region(region)
  }

  /// The name of a region.
  func region(_ region: Region) -> String {
    words.language == .vi ? region.nameVi : region.nameEn
  }

  /// The name of a sub-index: in English its code, by which commands know it.
  func subindex(_ code: String) -> String { words(Phrase(code: code)) }

  /// The name of an indicator.
  func indicator(_ code: String) -> String {
    guard let indicator = panel.indicator(code) else { return code }
    return words.language == .vi ? indicator.nameVi : indicator.nameEn
  }

  /// A value of an indicator in the unit people use: shares as percentages.
  func value(
    _ value: Double, of code: String, rounding: NumberFormat.Rounding = .nearest,
    isSigned: Bool = false
  ) -> String {
    format(of: code).string(value, rounding: rounding, isSigned: isSigned)
  }

  /// A change of an indicator: shares change by percentage points.
  func change(_ change: Double, of code: String, isSigned: Bool = true) -> String {
    panel.indicator(code)?.unit == .share
      ? words("\(100 * change, .decimals(1), isSigned: isSigned) pts")
      : format(of: code).string(change, isSigned: isSigned)
  }

  /// A standard error of an indicator: of shares in percentage points, as their values are.
  func error(_ error: Double, of code: String) -> String {
    panel.indicator(code)?.unit == .share
      ? words.decimals(1).string(100 * error) : format(of: code).string(error)
  }

  /// What a change of one unit, or of one percentage point, adds to the score.
  func slope(_ slope: Double, of code: String) -> String {
    let (size, unit) =
      switch panel.indicator(code)?.unit {
      case .share: (0.01, Phrase("pt"))
      case .points: (1.0, Phrase("point"))
      case .days: (1.0, Phrase("day"))
      case .hours: (1.0, Phrase("hour"))
      case .rank: (1.0, Phrase("place"))
      case .mean, .score, .count, .rate, .ratio, .money, .factor, nil: (1.0, Phrase("unit"))
      }
    return words("\(slope * size, .decimals(4), isSigned: true)/\(unit)")
  }

  /// The distance between the values a plan names: what an analyst would write down.
  func grid(of code: String) -> Double {
    switch panel.indicator(code)?.unit {
    case .share: 0.001
    // The research team gives half and quarter points.
    case .points: 0.25
    case .days, .hours, .count: 0.5
    case .rank: 1
    case .mean, .score, .rate, .ratio, .money, .factor, nil: 0.01
    }
  }

  private func format(of code: String) -> NumberFormat {
    let format: NumberFormat =
      switch panel.indicator(code)?.unit {
      case .share: .percentage(decimals: 1)
      case .mean, .score, .points, .rate, .ratio, .money, .factor: .decimals(2)
      case .days, .hours, .count: .decimals(1)
      case .rank: .decimals(0)
      case nil: .decimals(4)
      }
    return format.marked(words.catalogue.mark)
  }
}
