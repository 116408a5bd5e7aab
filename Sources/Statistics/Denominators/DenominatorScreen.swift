/// Which questions' published numbers are shares of the units' firms.
///
/// Left out are numbers that are no fractions, among them shares of land or of workers and means of
/// several shares; and fractions of other things than firms, such as cases before a court, which give
/// themselves away by denominators that other questions of the unit never reach.
struct DenominatorScreen: Sendable {
  /// The denominators of each question and unit; zero where there is no share or no fraction.
  let denominators: [[Int]]
  /// Why a question is left out; nil for one that is not.
  private(set) var reasons: [RespondentModel.LeftOut?]

  /// Finds the denominators of shares, by question and unit.
  init(_ shares: [[Double?]]) {
    denominators = shares.map { row in
      row.map { share in share.flatMap { ShareDenominator(of: $0) }?.value ?? 0 }
    }
    reasons = zip(shares, denominators).map { row, found in
      let partial = row.indices.filter { row[$0].map { $0 > 0 && $0 < 1 } ?? false }
      if partial.isEmpty { return .noDigits }
      let fractions = partial.count { found[$0] > 0 }
      return 4 * fractions < 3 * partial.count ? .noFractions : nil
    }
    markOtherThings()
  }

  /// The questions that are not left out.
  var kept: [Int] { reasons.indices.filter { reasons[$0] == nil } }

  /// The denominators of a unit's questions that are not left out, largest first.
  func descending(of unit: Int) -> [Int] {
    kept.map { denominators[$0][unit] }.sorted(by: >)
  }

  private mutating func markOtherThings() {
    let kept = kept
    // Of few questions any may be the one that all firms answered.
    guard kept.count >= Self.fewestForComparison, let units = denominators.first?.count else {
      return
    }
    let third = (0..<units).map { descending(of: $0)[2] }
    for question in kept {
      let beyond = (0..<units).count { 4 * denominators[question][$0] > 5 * third[$0] }
      if beyond >= 2 { reasons[question] = .otherThings }
    }
  }

  /// The number of questions from which on the third largest denominator is told to be a usual one.
  static let fewestForComparison = 12
}
