extension RankGap {
  /// What is worth knowing: what the parts mean, who is compared, and what they rest on.
  public func notes() -> [String] {
    [
      Decomposition.meaning,
      "The province takes over the other's values, in between a province that does not exist, ranked "
        + "beside all \(gap.from.provinces) that do; these, the ranges and the rule hold still.",
      other == .median
        ? "The median province has the median of every indicator; there is none such. Its score is "
          + "\(Self.rounded(gap.to.score)); the median of all scores is "
          + "\(Self.rounded(medianScore))."
        : nil,
      year.isExact ? nil : basisNote,
    ].compactMap(\.self) + year.notes
  }

  private var basisNote: String {
    let fault =
      "The rule of \(rule.year) misses published scores, by up to "
      + Self.rounded(year.largestLeftOver)
    guard usesPublishedScores else {
      return fault + ", and not every province has one: the rebuilt scores are compared, not the "
        + "published."
    }
    return fault + ". What is left over is unexplained"
      + (other == .median ? "; the median province has nothing of it." : ".")
  }

  private static func rounded(_ score: Double) -> String {
    "\((score * 1000).rounded() / 1000)"
  }
}
