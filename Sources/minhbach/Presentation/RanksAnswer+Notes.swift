import Indices
import Reports
import Statistics
import Tables

extension RanksAnswer {
  /// What the figures say together, and what they rest on.
  var notes: [String] {
    [summary, tiers, sets]
      + (uncertainty.shrunk.variance.isFinite ? [shrinkage] : []) + changes + methods
      + subject.notes
  }

  private var units: Int { subject.units.count }

  private var summary: String {
    let likely = subject.units.indices.map { self.likely($0).count }.sorted()
    let own = uncertainty.marginal.bounds.map(\.count).sorted()
    let all = uncertainty.simultaneous.bounds.map(\.count).sorted()
    guard uncertainty.shrunk.variance.isFinite else {
      return
        "Fewer than four scores tell too little of how true scores scatter: likely ranks are by the scores as "
        + "they are."
    }
    return
      "Half of the likely intervals span \(middle(likely)) of \(units) places or more: the true rank is in "
      + "them if true scores scatter as the estimates tell. Those by themselves, in half of the cases "
      + "\(middle(own)) places or more, hold whatever the true scores are; those all at once "
      + "(\(middle(all))) hold for the whole table together."
  }

  private func middle(_ sorted: [Int]) -> Int { sorted.isEmpty ? 0 : sorted[sorted.count / 2] }

  private var tiers: String {
    let count = uncertainty.tiers.max() ?? 0
    let first = uncertainty.simultaneous.mayBeAmongFirst(top).count
    return
      "There \(count == 1 ? "is 1 tier" : "are \(count) tiers"): a tier begins where its first is shown to be "
      + "below the first of the tier before; \(first) may be among the first \(top)."
  }

  private var sets: String {
    let values = uncertainty.simultaneous.criticalValues.flatMap { $0 }
    let notice =
      "Intervals are the confidence sets for ranks of Mogstad, Romano, Shaikh & Wilhelm (2024), with "
      + "stepdown; marginal ones by quadrature"
    guard uncertainty.simultaneous.draws > 0, let first = values.first else {
      return notice + ", like the simultaneous ones."
    }
    let unsettled = uncertainty.simultaneous.unsettled
    let critical = NumberFormat.decimals(4)
    var text =
      notice
      + ", simultaneous ones by \(uncertainty.simultaneous.draws) draws: first critical value "
      + "\(critical.string(first.value)) ± \(critical.string(first.standardError))."
    if !unsettled.isEmpty {
      text +=
        " A bound of \(unsettled.map { subject.units[$0] }.joined(separator: ", ")) would be another if a "
        + "critical value were two such errors off."
    }
    return text
  }

  private var shrinkage: String {
    let shrunk = uncertainty.shrunk
    let three = NumberFormat.decimals(3)
    let part = shrunk.shrinkage.reduce(0, +) / Double(max(units, 1))
    return "Shrunk scores and mean ranks are empirical-Bayes: true scores scatter around "
      + "\(three.string(shrunk.mean)) with a standard deviation of "
      + "\(three.string(shrunk.variance.squareRoot())), and each is moved "
      + "\(NumberFormat.percentage(decimals: 0).string(part)) of its way to the mean on average."
  }

  private var changes: [String] {
    guard let change else { return [] }
    let told = change.entries.compactMap { $0 }
    let single = told.count { $0.pValue < 1 - level }
    let all = told.count { $0.adjustedPValue < 1 - level }
    return [
      "Since \(change.from), net of the mean change of all: \(single) of \(told.count) changes are beyond "
        + "sampling taken one by one at \(String.confidence(level)), where "
        + "\(NumberFormat.decimals(0).string(Double(told.count) * (1 - level))) would be if there were none but "
        + "sampling; \(all) with Holm's correction. Ranges that widened between the years are part of a change."
    ]
  }

  private var methods: [String] {
    guard let combined else { return [] }
    let shares = [
      ("sampling", \CombinedUncertainty.Unit.sampling), ("the method", \.method),
      ("both together", \.both),
    ].map { name, part in
      let values = combined.units.map { $0[keyPath: part].value }
      let mean = values.reduce(0, +) / Double(max(values.count, 1))
      return "\(NumberFormat.percentage(decimals: 0).string(mean)) \(name)"
    }
    let error = combined.units.reduce(0) {
      max($0, $1.sampling.error, $1.method.error, $1.both.error)
    }
    return [
      "The variance of ranks is on average \(shares.joined(separator: ", ")), each known to "
        + "\(NumberFormat.percentage(decimals: 1).string(error)) or better, over \(combined.rankings) rankings by "
        + "methods as 'minhbach robustness' draws them, of figures as they are likely; ± is the Monte Carlo error."
    ]
  }
}
