import Indices
import Reports
import Tables

extension Decomposition {
  /// How parts and sums are written.
  static func score(_ score: Double, _ words: Words) -> Cell {
    .text(words.decimals(3).string(score, isSigned: true))
  }

  /// A standard error of a part; empty where there is none.
  static func error(_ error: Double?, _ words: Words) -> Cell {
    error.map { .text(words.decimals(3).string($0)) } ?? .empty
  }

  /// Places with their sign; a part of a rank is a mean over orders, hence the decimal.
  static func places(_ places: Double, _ words: Words) -> Cell {
    .text(words.decimals(1).string(places, isSigned: true))
  }

  /// From what to what: rank 58 → 48 of 63, score 5.41 → 6.01, 10 places gained.
  var headline: Phrase {
    let two = NumberFormat.decimals(2)
    let field =
      from.provinces == to.provinces
      ? Phrase("\(from.rank) → \(to.rank) of \(to.provinces)")
      : Phrase("\(from.rank) of \(from.provinces) → \(to.rank) of \(to.provinces)")
    return Phrase("rank \(field), score \(from.score, two) → \(to.score, two)")
  }

  /// What the province's own indicators did to the rank, which of them most, and what the rivals did.
  func leadingNote(_ names: Names) -> Phrase {
    let one = NumberFormat.decimals(1)
    let own = parts.filter { $0.cause.indicator != nil }
    let sum = own.reduce(0) { $0 + $1.places }
    let most = partsBySize.filter { $0.cause.indicator != nil && abs($0.rank) >= 0.05 }.prefix(3)
      .map {
        Phrase("\(names.indicator($0.cause.indicator ?? "")) \($0.places, one, isSigned: true)")
      }
    let first =
      most.isEmpty
      ? Phrase("None of the province's own indicators moved the rank by a tenth of a place.")
      : Phrase(
        """
        The province's own indicators made \(sum, one, isSigned: true) places together, most of them \
        \(most).
        """)
    guard let rivals = self[.rivals], abs(rivals.rank) >= 0.05 else { return first }
    let size = abs(rivals.rank)
    return .sentences([
      first,
      rivals.places < 0
        ? Phrase("What the other provinces did took \(size, one) places away.")
        : Phrase("What the other provinces did gave \(size, one)."),
    ])
  }
}

extension Decomposition.Cause {
  /// What a part is called for people.
  func title(_ names: Names, rule: Int) -> String {
    switch self {
    case .indicator(let code): names.indicator(code)
    case .rivals: names.words("The other provinces")
    case .ranges: names.words("Ranges of the indicators")
    case .rule: names.words("Rule of \(rule)")
    case .unexplained: names.words("Unexplained by the rule")
    }
  }
}
