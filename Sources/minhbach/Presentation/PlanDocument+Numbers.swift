import Panels
import Scenarios
import Sensitivity
import Tables

/// Numbers as the paper writes them: in the form of the language, as everywhere else.
extension PlanDocument {
  /// Names and values in Vietnamese.
  var names: Names { Names(words: vietnamese, panel: answer.names.panel) }

  /// A score.
  func score(_ score: Double) -> String { vietnamese.decimals(2).string(score) }

  /// What leads from one score to another as both are written, so that whoever adds it up finds it right.
  func gain(from first: Double, to last: Double) -> String {
    vietnamese.decimals(2).string(Self.difference(first, last, decimals: 2), isSigned: true)
  }

  /// A gain of score on its own.
  func gain(_ gain: Double) -> String { vietnamese.decimals(2).string(gain, isSigned: true) }

  /// What leads from one value of an indicator to another as both are written; shares change by percentage points.
  func change(from first: Double, to last: Double, of indicator: Indicator) -> String {
    let decimals = Self.decimals(of: indicator.unit)
    let scale = indicator.unit == .share ? 100.0 : 1
    let change = Self.difference(scale * first, scale * last, decimals: decimals)
    return vietnamese.decimals(decimals).string(change, isSigned: true)
      + (indicator.unit == .share ? " điểm phần trăm" : "")
  }

  /// A chance as a percentage; nothing where there is none.
  ///
  /// One that its digits do not tell from impossible or certain is a bound, since draws cannot tell it either:
  /// what happens in none of so many draws has a chance below three in as many, with 95 % (Hanley and
  /// Lippman-Hand 1983, doi:10.1001/jama.1983.03330370053031).
  func chance(_ chance: SimulatedChance?, decimals: Int = 1) -> String {
    guard let chance else { return "" }
    let format = vietnamese.percentage(decimals: decimals)
    let unit = decimals == 0 ? 0.01 : 0.001
    let least = max(1, (3 / Double(chance.draws) / unit).rounded(.up)) * unit
    return switch Self.end(of: chance.probability, decimals: decimals) {
    case .impossible: "dưới " + format.string(least)
    case .certain: "trên " + format.string(1 - least)
    case nil: format.string(chance.probability)
    }
  }

  /// The error of a chance in percentage points, with so many decimals that it is not zero; nothing beside a bound.
  func error(_ chance: SimulatedChance?) -> String {
    guard let chance, Self.end(of: chance.probability, decimals: 1) == nil else { return "" }
    return vietnamese.decimals(100 * chance.error < 0.05 ? 2 : 1).string(100 * chance.error)
  }

  /// A whole number, thousands apart.
  static func whole(_ number: Int) -> String {
    var digits = "\(number)"
    var place = digits.count - 3
    while place > 0 {
      digits.insert(".", at: digits.index(digits.startIndex, offsetBy: place))
      place -= 3
    }
    return digits
  }

  /// What a chance seems to be.
  private enum End { case impossible, certain }

  /// What a share seems to be by its digits; nil for one that is neither.
  private static func end(of share: Double, decimals: Int) -> End? {
    let shown = rounded(100 * share, decimals: decimals)
    return shown == 0 ? .impossible : shown == 100 ? .certain : nil
  }

  private static func difference(_ first: Double, _ last: Double, decimals: Int) -> Double {
    rounded(last, decimals: decimals) - rounded(first, decimals: decimals)
  }

  /// The number that is written; as `NumberFormat` rounds it.
  private static func rounded(_ number: Double, decimals: Int) -> Double {
    let power = (0..<decimals).reduce(1.0) { power, _ in power * 10 }
    return (number * power).rounded() / power
  }

  /// The decimals of an indicator's values, of shares as percentages; as `Names` writes them.
  private static func decimals(of unit: IndicatorUnit) -> Int {
    switch unit {
    case .share, .days, .hours, .count: 1
    case .rank: 0
    case .mean, .score, .points, .rate, .ratio, .money, .factor: 2
    }
  }
}
