import Indices
import Reports
import Statistics
import Tables

extension RanksAnswer {
  /// The answer as people read it.
  func display() -> Table {
    let columns = shown
    return Table(
      title: "\(subject.title): how sure ranks are, at \(String.confidence(level))",
      columns: ["rank", subject.heading] + columns.map(\.name),
      rows: order.map { unit in
        [Cell(subject.ranks[unit]), .text(subject.units[unit])] + columns.map { $0.cell(unit) }
      }, notes: notes)
  }

  private var shown: [Column] {
    let share = NumberFormat.percentage(decimals: 0)
    let estimates = uncertainty.estimates
    let digits = NumberFormat.decimals(decimals)
    var columns = [
      Column("score") { .text(digits.string(estimates.values[$0])) },
      Column("±") { .text(digits.string(estimates.standardErrors[$0])) },
      Column("likely") { .text(Self.span(likely($0))) },
      Column("by itself") { .text(Self.span(uncertainty.marginal.bounds[$0])) },
      Column("all at once") { .text(Self.span(uncertainty.simultaneous.bounds[$0])) },
      Column("tier") { Cell(uncertainty.tiers[$0]) },
      Column("above median") {
        .text(
          share.string(
            uncertainty.probabilities.probability(of: $0, upTo: uncertainty.lastAboveMedian)))
      },
      Column("shrunk") { .text(digits.string(uncertainty.shrunk.estimates[$0])) },
      Column("mean rank") {
        .text(
          NumberFormat.decimals(1).string(uncertainty.probabilities.mean(of: $0)))
      },
    ]
    if let beside {
      columns.append(
        Column("above \(subject.units[beside])") {
          .text(
            $0 == beside ? "–" : share.string(posterior.probability(of: $0, above: beside)))
        })
    }
    return columns + shownOfChange + shownOfMethod
  }

  private var shownOfChange: [Column] {
    guard let change else { return [] }
    func column(_ name: String, _ text: @escaping (ScoreChanges.Entry) -> String) -> Column {
      Column(name) { .text(change.entries[$0].map(text) ?? "–") }
    }
    let two = NumberFormat.decimals(2)
    let share = NumberFormat.percentage(decimals: 0)
    return [
      column("\(change.from)") { "\($0.earlierRank)" },
      column("change") { two.string($0.change, isSigned: true) },
      column("± ") { two.string($0.error) },
      column("p") { NumberFormat.decimals(3).string($0.pValue) },
      column("p (Holm)") { NumberFormat.decimals(3).string($0.adjustedPValue) },
      column("risen") { share.string($0.probabilityOfRise) },
    ]
  }

  private var shownOfMethod: [Column] {
    guard let combined else { return [] }
    let places = NumberFormat.decimals(0)
    let tenths = NumberFormat.decimals(1)
    let share = NumberFormat.percentage(decimals: 0)
    func column(
      _ name: String, _ part: KeyPath<CombinedUncertainty.Unit, CombinedUncertainty.Estimate>
    ) -> Column {
      Column(name) {
        let figure = combined.units[$0][keyPath: part]
        return .text("\(share.string(figure.value)) ± \(share.string(figure.error))")
      }
    }
    return [
      Column("with method") {
        let unit = combined.units[$0]
        return .text("\(places.string(unit.low.value))–\(places.string(unit.high.value))")
      },
      Column("±  ") {
        let unit = combined.units[$0]
        return .text("\(tenths.string(unit.low.error)), \(tenths.string(unit.high.error))")
      },
      column("of sampling", \.sampling), column("of method", \.method),
      column("of both", \.both),
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
