import Indices
import Reports
import Tables

extension Decomposition {
  /// How parts and sums are written.
  static func score(_ score: Double) -> Cell {
    .text(NumberFormat.decimals(3).string(score, isSigned: true))
  }

  /// A standard error of a part; empty where there is none.
  static func error(_ error: Double?) -> Cell {
    error.map { .text(NumberFormat.decimals(3).string($0)) } ?? .empty
  }

  /// Places with their sign; a part of a rank is a mean over orders, hence the decimal.
  static func places(_ places: Double) -> Cell {
    .text(NumberFormat.decimals(1).string(places, isSigned: true))
  }

  /// From what to what: rank 58 → 48 of 63, score 5.41 → 6.01, 10 places gained.
  var headline: String {
    let score = NumberFormat.decimals(2)
    let field =
      from.provinces == to.provinces
      ? "\(from.rank) → \(to.rank) of \(to.provinces)"
      : "\(from.rank) of \(from.provinces) → \(to.rank) of \(to.provinces)"
    return "rank \(field), score \(score.string(from.score)) → \(score.string(to.score))"
  }

  /// What the province's own indicators did to the rank, which of them most, and what the rivals did.
  func leadingNote(_ names: Names) -> String {
    let own = parts.filter { $0.cause.indicator != nil }
    let sum = own.reduce(0) { $0 + $1.places }
    let most = partsBySize.filter { $0.cause.indicator != nil && abs($0.rank) >= 0.05 }.prefix(3)
      .map { "\(names.indicator($0.cause.indicator ?? "")) \(Self.places($0.places))" }
    let first =
      most.isEmpty
      ? "None of the province's own indicators moved the rank by a tenth of a place."
      : "The province's own indicators made \(Self.places(sum)) places together, most of them "
        + "\(most.joined(separator: ", "))."
    guard let rivals = self[.rivals], abs(rivals.rank) >= 0.05 else { return first }
    let size = NumberFormat.decimals(1).string(abs(rivals.rank))
    return first + " What the other provinces did "
      + (rivals.places < 0 ? "took \(size) places away." : "gave \(size).")
  }
}

extension Decomposition.Cause {
  /// What a part is called for people.
  func title(_ names: Names, rule: Int) -> String {
    switch self {
    case .indicator(let code): names.indicator(code)
    case .rivals: "The other provinces"
    case .ranges: "Ranges of the indicators"
    case .rule: "Rule of \(rule)"
    case .unexplained: "Unexplained by the rule"
    }
  }
}
