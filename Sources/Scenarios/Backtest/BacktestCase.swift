import Statistics

/// An answer beside what the next year brought.
struct BacktestCase {
  /// The answer.
  let answer: PastAnswer
  /// The codes of the indicators.
  let indicators: [String]
  /// The net improvement of each indicator.
  let net: [Double]
  /// The places gained.
  let places: Int
  /// The order of the next year's answer, in the numbers of the first year's rule.
  let nextOrder: [Int]

  /// The number of indicators.
  var size: Int { net.count }

  /// Whether each indicator improved by half a good year or more.
  ///
  /// Where even a good year brings nothing, nothing counts as such.
  var improved: [Bool] {
    zip(net, answer.good).map { $1 > 0 && $0 >= $1 / 2 }
  }

  /// The share of ways to name three in which two or more of them improved: 0 or 1 but for `random`.
  func weight(of answer: BacktestAnswer) -> Double {
    let improved = improved
    switch answer {
    case .all: return 1
    case .random: return Self.chance(of: improved.count(where: \.self), among: size)
    default:
      let named = self.answer.named(by: answer)
      return zip(named, improved).count { $0 == 1 && $1 } >= 2 ? 1 : 0
    }
  }

  /// The share of three among some of which two or more are of a kind.
  ///
  /// (C(k, 2) (n − k) + C(k, 3)) / C(n, 3): all ways are counted, none is drawn.
  static func chance(of kind: Int, among count: Int) -> Double {
    let (k, n) = (Double(kind), Double(count))
    let two = k * (k - 1) / 2 * (n - k)
    let three = k * (k - 1) * (k - 2) / 6
    return (two + three) / (n * (n - 1) * (n - 2) / 6)
  }

  /// What each indicator's net change added to or took from the score, whatever the sign.
  var movements: [Double] { zip(answer.slope, net).map { abs($0 * $1) } }

  /// The share of the movement that the three of an answer made; nil where nothing moved.
  func movementShare(of answer: BacktestAnswer) -> Double? {
    let movements = movements
    let whole = movements.reduce(0, +)
    guard whole > 0 else { return nil }
    let named =
      answer == .hindsight ? PastAnswer.largest(movements) : self.answer.named(by: answer)
    return zip(named, movements).reduce(0) { $0 + $1.0 * $1.1 } / whole
  }

  /// Spearman's correlation of the order with that of the next year.
  var orderCorrelation: Double? {
    let (now, then) = (Self.places(in: answer.order), Self.places(in: nextOrder))
    return rankCorrelation(now, then)
  }

  /// The share of the first three that are among the first three of the next year.
  var firstThreeKept: Double {
    let next = nextOrder.prefix(PastAnswer.count)
    return Double(answer.order.prefix(PastAnswer.count).count(where: next.contains))
      / Double(PastAnswer.count)
  }

  /// The place of each indicator in an order.
  private static func places(in order: [Int]) -> [Double] {
    var places = [Double](repeating: 0, count: order.count)
    for (place, indicator) in order.enumerated() { places[indicator] = Double(place) }
    return places
  }
}
