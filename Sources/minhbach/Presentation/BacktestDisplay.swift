import Panels
import Reports
import Scenarios
import Tables

/// How the answers of past years held, as people read it.
struct BacktestDisplay {
  let backtest: AnswerBacktest
  let names: Names

  /// One line per finding of all years together, question by question.
  func table() -> Table {
    let years = backtest.years
    let findings = backtest.overall.filter(isShown)
    return Table(
      title: "Whether the answers of \(years.first ?? 0) to \(years.last ?? 0) held a year later",
      columns: ["question", "answer", "cases", "value", "", "expected"],
      rows: zip(findings, [nil] + findings.map(Optional.some)).map { finding, before in
        let isNew = finding.question != before?.question
        return row(finding, isNew ? words(finding.question) : "")
      },
      notes: backtest.notes + [
        "--format csv also has every pair of years by itself, and the median year by indicator."
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
      case .placesGained: NumberFormat.decimals(1).string(value, isSigned: true)
      case .orderCorrelation: NumberFormat.decimals(2).string(value)
      case .movedUp, .movementShare, .firstThreeKept, .goodYearExceeded, .medianExceeded,
        .goodAnywhereExceeded:
        isDifference
          ? NumberFormat.decimals(1).string(100 * value, isSigned: true) + " pts"
          : NumberFormat.percentage(decimals: 1).string(value)
      }
    }
    return [
      .text(question), .text(subject(of: finding)), Cell(finding.cases),
      .text(finding.value.map { number($0) } ?? "–"),
      .text(
        finding.interval.map { "(\(number($0.lowerBound)) to \(number($0.upperBound)))" } ?? ""),
      .text(finding.expected.map { number($0) } ?? ""),
    ]
  }

  private func subject(of finding: BacktestFinding) -> String {
    if let other = finding.against { return "  named less \(words(other))" }
    switch finding.question {
    case .goodYearExceeded, .medianExceeded, .goodAnywhereExceeded:
      return group(finding.group)
    case .movedUp, .placesGained, .movementShare, .orderCorrelation, .firstThreeKept:
      return words(finding.answer)
    }
  }

  private func group(_ name: String) -> String {
    switch name {
    case "all": "all indicators"
    case "own": "with a past of their own"
    case "borrowed": "with a borrowed past"
    case "low": "  standing in the lower third"
    case "middle": "  in the middle third"
    case "high": "  in the upper third"
    default: "  " + names.indicator(name)
    }
  }

  private func words(_ answer: BacktestAnswer) -> String {
    switch answer {
    case .named: "the three named"
    case .last: "the last three"
    case .random: "any three"
    case .all: "all, whatever they did"
    case .variance: "largest variance"
    case .weight: "largest weight"
    case .weightedGap: "largest weighted gap"
    case .lastMovers: "last year’s movers"
    case .hindsight: "hindsight"
    }
  }

  private func words(_ question: BacktestQuestion) -> String {
    switch question {
    case .movedUp: "moved up, having improved in"
    case .placesGained: "places gained, likewise"
    case .movementShare: "share of the movement made by"
    case .orderCorrelation: "order, correlation a year on"
    case .firstThreeKept: "first three still so"
    case .goodYearExceeded: "better than a good year"
    case .medianExceeded: "better than the median year"
    case .goodAnywhereExceeded: "better than a good year anywhere"
    }
  }
}
