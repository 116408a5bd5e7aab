public import Tables

/// What explains that scores by a rule are not the published ones.
public enum ReconciliationFault: Sendable, Hashable {
  /// The rule scores an indicator the wrong way round.
  case wrongDirection(indicator: String)
  /// The rule's range, or weight, of an indicator is not the one that was used: the width of the range
  /// that the scores imply, with the rule's weight.
  case wrongRange(indicator: String, width: Double, impliedWidth: Double)
  /// The columns of two indicators stand in each other's place.
  case exchangedColumns(String, String)
  /// All scores are off by the same: an end of some range, moved with its width.
  case shifted(by: Double)
  /// The scores of two provinces stand in each other's place.
  case swappedScores(String, String)
  /// The values of an indicator of two provinces stand in each other's place.
  case swappedValues(indicator: String, String, String)
  /// The values of an indicator are those of other provinces throughout.
  case permutedValues(indicator: String, provinces: Int)
  /// The published scores are those of other provinces throughout.
  case permutedScores(provinces: Int)
  /// One province's score is not that of its values: the value each indicator would need, alone, where its
  /// range has room for it.
  case misprint(province: String, difference: Double, candidates: [Candidate])
  /// An indicator the rule does not know explains the rest.
  case leftOut(indicator: String)
  /// Nothing published explains the differences: a component is hidden.
  case hiddenComponent(largest: Double, standardDeviation: Double, explained: Double)

  /// A value that would explain a misprint.
  public struct Candidate: Sendable, Hashable {
    /// The indicator.
    public let indicator: String
    /// Its value as published.
    public let value: Double
    /// The value the published score needs.
    public let needed: Double
  }
}

extension ReconciliationFault: CustomStringConvertible {
  public var description: String { phrase.text }

  /// The fault in a sentence.
  public var phrase: Phrase {
    let four = NumberFormat.upTo(decimals: 4)
    return switch self {
    case .wrongDirection(let indicator):
      Phrase(
        "\(indicator) runs the other way: the published scores rise where the rule has them fall.")
    case .wrongRange(let indicator, let width, let implied):
      Phrase(
        """
        The range of \(indicator) is not the one that was used: \(width, four) wide in the rule, \
        \(implied, four) by the published scores (or its weight is wrong by as much).
        """)
    case .exchangedColumns(let first, let second):
      Phrase("The columns of \(first) and \(second) stand in each other's place.")
    case .shifted(let shift):
      Phrase("All scores are off by \(shift, four): an end of some range is wrong.")
    case .swappedScores(let first, let second):
      Phrase(
        """
        The scores of \(first) and \(second) stand in each other's place, or all their values do.
        """)
    case .swappedValues(let indicator, let first, let second):
      Phrase("\(indicator): the values of \(first) and \(second) stand in each other's place.")
    case .permutedValues(let indicator, let count):
      Phrase(
        """
        \(indicator): the values of \(count) provinces stand beside other names; sorted, they are \
        what the scores need.
        """)
    case .permutedScores(let count):
      Phrase("The published scores of \(count) provinces stand beside other names.")
    case .misprint(let province, let difference, let candidates):
      misprint(province, difference, candidates)
    case .leftOut(let indicator):
      Phrase("\(indicator) explains what the rule leaves: it has a part in the score.")
    case .hiddenComponent(let largest, let deviation, let explained):
      Phrase(
        """
        Something that is not published enters the scores: no linear rule of the printed indicators \
        gives them back (standard deviation \(deviation, four), largest \(largest, four); it \
        explains \(100 * explained, four) % of their variance).
        """)
    }
  }

  private func misprint(
    _ province: String, _ difference: Double, _ candidates: [Candidate]
  ) -> Phrase {
    let four = NumberFormat.upTo(decimals: 4)
    guard !candidates.isEmpty else {
      return Phrase(
        "\(province): the score is \(difference, four) off, more than any one value explains.")
    }
    let values = candidates.map {
      Phrase("\($0.indicator) \($0.needed, four) instead of \($0.value, four)")
    }
    return Phrase(
      """
      \(province): the score is \(difference, four) off; one value alone would explain it: \(values).
      """)
  }
}
