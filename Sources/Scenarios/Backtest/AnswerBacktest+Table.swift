public import Tables

extension AnswerBacktest {
  /// One row per question, group, answer and span of years.
  ///
  /// `value` is what the answer `answer_by` came to, or where `against` names another answer, by how much it is ahead of
  /// that; `expected` is what chance has it at, or what the law of the first year says. Places are whole places;
  /// all else are shares or correlations.
  ///
  /// - Returns: the findings in their order.
  public var table: Table {
    Table(
      title: "backtest",
      columns: [
        "question", "group", "answer_by", "against", "from", "to", "cases", "value", "low", "high",
        "expected",
      ],
      rows: findings.map { finding in
        [
          .text(finding.question.rawValue), .text(finding.group), .text(finding.answer.rawValue),
          .text(finding.against?.rawValue ?? ""), Cell(finding.from), Cell(finding.to),
          Cell(finding.cases), Cell(finding.value), Cell(finding.interval?.lowerBound),
          Cell(finding.interval?.upperBound), Cell(finding.expected),
        ]
      }, notes: notes)
  }

  /// What the figures rest on.
  public var notes: [Phrase] {
    [
      Phrase(
        """
        \(cases) province-years, the answers of \(years.map(\.description)) each held against the year \
        after. Every answer is from figures up to its year alone. Passed over are years whose rule or \
        question changed, whose rule is only fitted, or before which no past is known.
        """),
      Phrase(
        """
        Improvements are net of the median change of all provinces. Improved means by half a good year \
        or more in two or more of the three. The score is a sum, so that whatever improves helps: what \
        counts is how far the three named are ahead of the last three, and of any three. That half a \
        good year in them adds more to the score is what the answer says; the years after tell that \
        ranks followed.
        """),
      Phrase(
        """
        Movement is the slope times the net change, whatever its sign; much of it is the luck of \
        samples. Intervals are from \(resamples) bootstrap samples of provinces with all their years.
        """),
    ]
  }

  /// The findings of all years together.
  public var overall: [BacktestFinding] {
    guard let first = years.first, let last = years.last else { return [] }
    return findings.filter { $0.from == first && $0.to == last + 1 }
  }
}
