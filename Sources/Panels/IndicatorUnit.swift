internal import Tables

/// What one of an indicator's values counts.
public enum IndicatorUnit: String, Sendable, Hashable, CaseIterable {
  /// A share of firms, land or anything else, from 0 to 1.
  case share
  /// The mean of answers on a scale from 1 to 5.
  case mean
  /// Points given by a checklist.
  case points
  /// Days.
  case days
  /// Hours.
  case hours
  /// A number of things; a median of numbers may be a half.
  case count
  /// Things per so many others, such as firms per 1,000 inhabitants.
  case rate
  /// Any other quotient or relative change; it may be negative.
  case ratio
  /// Money, in the currency that the name gives.
  case money
  /// A factor score or the residual of a regression; it may be negative.
  case factor
  /// A score of the index itself, or of a part of it.
  case score
  /// A place among the provinces, the first being the best.
  case rank

  /// The words by which tables of one's own may name it, in small letters.
  var names: Set<String> {
    switch self {
    case .share: [rawValue, "%", "tỷ lệ", "tỉ lệ"]
    case .mean, .score, .points: [rawValue, "điểm"]
    case .days: [rawValue, "ngày"]
    case .hours: [rawValue, "giờ"]
    case .rank: [rawValue, "hạng"]
    case .count, .rate, .ratio, .money, .factor: [rawValue]
    }
  }

  /// Whether values are given exactly, never rounded for print.
  var isExact: Bool {
    switch self {
    case .points, .count, .rank: true
    case .share, .mean, .days, .hours, .rate, .ratio, .money, .factor, .score: false
    }
  }

  /// The values that a figure of this unit can have, where the indicator fixes no range of its own.
  var values: ClosedRange<Double> {
    switch self {
    case .share: 0...1
    case .mean: 1...5
    case .rank: 1...(.greatestFiniteMagnitude)
    case .points, .days, .hours, .count, .rate, .money: 0...(.greatestFiniteMagnitude)
    case .ratio, .factor, .score: -.greatestFiniteMagnitude ... .greatestFiniteMagnitude
    }
  }

  /// The same, in words.
  var valuesInWords: String {
    switch self {
    case .share: "a share lies between 0 and 1"
    case .mean: "a mean of answers lies between 1 and 5"
    case .rank: "the first rank is 1"
    case .days: "a number of days is not negative"
    case .hours: "a number of hours is not negative"
    case .points: "points are not negative"
    case .count, .rate, .money: "it is not negative"
    case .ratio, .factor, .score: "it must be a finite number"
    }
  }
}

extension Indicator {
  /// Checks that a value is one the indicator can have.
  ///
  /// - Throws: `PanelError.outOfRange`.
  func check(_ value: Double, at location: @autoclosure () -> Location) throws {
    if let expected = objection(to: value) {
      throw PanelError.outOfRange(location(), value, expected)
    }
  }

  /// What the indicator's values must be, where a value is not so; else nil.
  func objection(to value: Double) -> String? {
    guard !(scale ?? unit.values).contains(value) else { return nil }
    return scale.map {
      "\(code) runs from \(Cell($0.lowerBound)) to \(Cell($0.upperBound))"
    } ?? unit.valuesInWords
  }
}
