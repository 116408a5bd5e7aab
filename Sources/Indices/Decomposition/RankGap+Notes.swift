public import Tables

extension RankGap {
  /// What is worth knowing: what the parts mean, who is compared, and what they rest on.
  public func notes() -> [Phrase] {
    [
      Decomposition.meaning,
      Phrase(
        """
        The province takes over the other's values, in between a province that does not exist, ranked \
        beside all \(gap.from.provinces) that do; these, the ranges and the rule hold still.
        """),
      other == .median
        ? Phrase(
          """
          The median province has the median of every indicator; there is none such. Its score is \
          \(gap.to.score, Self.three); the median of all scores is \(medianScore, Self.three).
          """) : nil,
      year.isExact ? nil : basisNote,
    ].compactMap(\.self) + year.notes
  }

  private var basisNote: Phrase {
    let fault = Phrase(
      """
      The rule of \(rule.year) misses published scores, by up to \(year.largestLeftOver, Self.three)
      """)
    guard usesPublishedScores else {
      return Phrase(
        """
        \(fault), and not every province has one: the rebuilt scores are compared, not the published.
        """)
    }
    return other == .median
      ? Phrase("\(fault). What is left over is unexplained; the median province has nothing of it.")
      : Phrase("\(fault). What is left over is unexplained.")
  }

  private static let three = NumberFormat.upTo(decimals: 3)
}
