import Panels
import Statistics

/// How many of the firms answer questions that are asked of all.
struct ResponseSpread {
  private let middle: Double
  private let low: Double
  private let high: Double

  /// Looks at the rates of questions that more than half of the firms answered; nil without one.
  ///
  /// - Parameter rates: the rates of all questions.
  init?(_ rates: [Double]) {
    let whole = rates.filter { $0 > 0.5 }
    guard let middle = whole.median, let low = whole.quantile(0.025),
      let high = whole.quantile(0.975)
    else { return nil }
    (self.middle, self.low, self.high) = (middle, low, high)
  }

  /// The firms behind a figure whose digits tell nothing.
  ///
  /// - Parameters:
  ///   - firms: the firms of the province.
  ///   - unit: what the figure counts.
  /// - Returns: nil for what no firm was asked for, and for shares.
  func count(of firms: RespondentCount, unit: IndicatorUnit) -> RespondentCount? {
    let least: Int
    switch unit {
    case .mean, .factor: least = Int((Double(firms.interval.lowerBound) * low).rounded(.down))
    case .days, .hours: least = 1
    case .share, .points, .count, .rate, .ratio, .money, .score, .rank: return nil
    }
    let most = Int((Double(firms.interval.upperBound) * high).rounded(.up))
    return RespondentCount(
      firms: firms.firms * middle, interval: max(1, least)...max(1, most), isCertain: false,
      source: .total)
  }
}

extension RespondentCount {
  /// The firms that said yes: one at least, since what they were asked next is known.
  ///
  /// - Parameter share: the share that did.
  /// - Returns: the count, as certain as that of the firms asked.
  func saying(yes share: Double) -> RespondentCount {
    func number(_ firms: Int) -> Int { max(1, Int((Double(firms) * share).rounded())) }
    return RespondentCount(
      firms: max(1, firms * share),
      interval: number(interval.lowerBound)...number(interval.upperBound), isCertain: isCertain,
      source: source)
  }
}
