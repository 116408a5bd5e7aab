import Panels
import Reports
import Scenarios
import Tables

/// How the answers of past years held, as people read it.
struct BacktestDisplay {
  let backtest: AnswerBacktest
  let names: Names

  private var words: Words { names.words }

  /// One line per finding of all years together, question by question.
  func table() -> Table {
    let years = backtest.years
    let findings = backtest.overall.filter(isShown)
    return Table(
      title: words(
        "Whether the answers of \(years.first ?? 0) to \(years.last ?? 0) held a year later"),
      columns: words.columns("question", "answer", "cases", "value") + [""]
        + words.columns("expected"),
      rows: zip(findings, [nil] + findings.map(Optional.some)).map { finding, before in
        let isNew = finding.question != before?.question
        return row(finding, isNew ? words(phrase(of: finding.question)) : "")
      },
      notes: backtest.notes + [
        Phrase(
          "--format csv also has every pair of years by itself, and the median year by indicator.")
      ])
  }

  /// Whether a finding is for reading: the indicators are told of the good year alone.
  private func isShown(_ finding: BacktestFinding) -> Bool {
    finding.question != .medianExceeded || names.panel.indicator(finding.group) == nil
  }

  private func row(_ finding: BacktestFinding, _ question: String) -> [Cell] {
    let isDifference = finding.against != nil
    func number(_ value: Double, isSigned: Bool = isDifference) -> String {
      switch finding.question {
      case .placesGained: words.decimals(1).string(value, isSigned: true)
      case .orderCorrelation: words.decimals(2).string(value)
      case .movedUp, .movementShare, .firstThreeKept, .goodYearExceeded, .medianExceeded,
        .goodAnywhereExceeded:
        isDifference
          ? words("\(100 * value, .decimals(1), isSigned: true) pts")
          : words.percentage(decimals: 1).string(value)
      }
    }
    return [
      .text(question), .text(subject(of: finding)), Cell(finding.cases),
      .text(finding.value.map { number($0) } ?? "–"),
      .text(
        finding.interval.map {
          words("(\(number($0.lowerBound)) to \(number($0.upperBound)))")
        } ?? ""),
      .text(finding.expected.map { number($0) } ?? ""),
    ]
  }

  private func subject(of finding: BacktestFinding) -> String {
    if let other = finding.against {
      return "  " + words("named less \(phrase(of: other))")
    }
    switch finding.question {
    case .goodYearExceeded, .medianExceeded, .goodAnywhereExceeded:
      return group(finding.group)
    case .movedUp, .placesGained, .movementShare, .orderCorrelation, .firstThreeKept:
      return words(phrase(of: finding.answer))
    }
  }

  private func group(_ name: String) -> String {
    switch name {
    case "all": words("all indicators")
    case "own": words("with a past of their own")
    case "borrowed": words("with a borrowed past")
    case "low": "  " + words("standing in the lower third")
    case "middle": "  " + words("in the middle third")
    case "high": "  " + words("in the upper third")
    default: "  " + names.indicator(name)
    }
  }

  private func phrase(of answer: BacktestAnswer) -> Phrase {
    switch answer {
    case .named: Phrase("the three named")
    case .last: Phrase("the last three")
    case .random: Phrase("any three")
    case .all: Phrase("all, whatever they did")
    case .variance: Phrase("largest variance")
    case .weight: Phrase("largest weight")
    case .weightedGap: Phrase("largest weighted gap")
    case .lastMovers: Phrase("last year’s movers")
    case .hindsight: Phrase("hindsight")
    }
  }

  private func phrase(of question: BacktestQuestion) -> Phrase {
    switch question {
    case .movedUp: Phrase("moved up, having improved in")
    case .placesGained: Phrase("places gained, likewise")
    case .movementShare: Phrase("share of the movement made by")
    case .orderCorrelation: Phrase("order, correlation a year on")
    case .firstThreeKept: Phrase("first three still so")
    case .goodYearExceeded: Phrase("better than a good year")
    case .medianExceeded: Phrase("better than the median year")
    case .goodAnywhereExceeded: Phrase("better than a good year anywhere")
    }
  }
}
