import Indices
import Reports
import Statistics
import Tables

extension RanksAnswer {
  /// The answer as people read it.
  func display(_ words: Words) -> Table {
    let columns = shown(words)
    return Table(
      title: words("\(Phrase(code: subject.title)): how sure ranks are, at \(confidence: level)"),
      columns: [words("rank"), words(Phrase(code: subject.heading))] + columns.map(\.name),
      rows: order.map { unit in
        [Cell(subject.ranks[unit]), .text(subject.units[unit])] + columns.map { $0.cell(unit) }
      }, notes: notes)
  }

  private func shown(_ words: Words) -> [Column] {
    let share = words.percentage(decimals: 0)
    let estimates = uncertainty.estimates
    let digits = words.decimals(decimals)
    var columns = [
      Column(words("score")) { .text(digits.string(estimates.values[$0])) },
      Column("±") { .text(digits.string(estimates.standardErrors[$0])) },
      Column(words("likely")) { .text(Self.span(likely($0))) },
      Column(words("by itself")) { .text(Self.span(uncertainty.marginal.bounds[$0])) },
      Column(words("all at once")) { .text(Self.span(uncertainty.simultaneous.bounds[$0])) },
      Column(words("tier")) { Cell(uncertainty.tiers[$0]) },
      Column(words("above median")) {
        .text(
          share.string(
            uncertainty.probabilities.probability(of: $0, upTo: uncertainty.lastAboveMedian)))
      },
      Column(words("shrunk")) { .text(digits.string(uncertainty.shrunk.estimates[$0])) },
      Column(words("mean rank")) {
        .text(
          words.decimals(1).string(uncertainty.probabilities.mean(of: $0)))
      },
    ]
    if let beside {
      columns.append(
        Column(words("above \(subject.units[beside])")) {
          .text(
            $0 == beside ? "–" : share.string(posterior.probability(of: $0, above: beside)))
        })
    }
    return columns + shownOfChange(words) + shownOfMethod(words)
  }

  private func shownOfChange(_ words: Words) -> [Column] {
    guard let change else { return [] }
    func column(_ name: String, _ text: @escaping (ScoreChanges.Entry) -> String) -> Column {
      Column(name) { .text(change.entries[$0].map(text) ?? "–") }
    }
    let two = words.decimals(2)
    let share = words.percentage(decimals: 0)
    return [
      column("\(change.from)") { "\($0.earlierRank)" },
      column(words("change")) { two.string($0.change, isSigned: true) },
      column("± ") { two.string($0.error) },
      column("p") { words.decimals(3).string($0.pValue) },
      column(words("p (Holm)")) { words.decimals(3).string($0.adjustedPValue) },
      column(words("risen")) { share.string($0.probabilityOfRise) },
    ]
  }

  private func shownOfMethod(_ words: Words) -> [Column] {
    guard let combined else { return [] }
    let places = words.decimals(0)
    let tenths = words.decimals(1)
    let share = words.percentage(decimals: 0)
    func column(
      _ name: String, _ part: KeyPath<CombinedUncertainty.Unit, CombinedUncertainty.Estimate>
    ) -> Column {
      Column(name) {
        let figure = combined.units[$0][keyPath: part]
        return .text("\(share.string(figure.value)) ± \(share.string(figure.error))")
      }
    }
    return [
      Column(words("with method")) {
        let unit = combined.units[$0]
        return .text("\(places.string(unit.low.value))–\(places.string(unit.high.value))")
      },
      Column("±  ") {
        let unit = combined.units[$0]
        return .text("\(tenths.string(unit.low.error)), \(tenths.string(unit.high.error))")
      },
      column(words("of sampling"), \.sampling), column(words("of method"), \.method),
      column(words("of both"), \.both),
    ]
  }

  /// Decimals enough to show the smallest standard error to two digits.
  private var decimals: Int {
    let least = uncertainty.estimates.standardErrors.filter { $0 > 0 }.min() ?? 0.01
    var (decimals, unit) = (0, 10.0)
    while unit > least, decimals < 6 {
      decimals += 1
      unit /= 10
    }
    return max(2, decimals)
  }

  private static func span(_ ranks: ClosedRange<Int>) -> String {
    ranks.count == 1 ? "\(ranks.lowerBound)" : "\(ranks.lowerBound)–\(ranks.upperBound)"
  }
}
