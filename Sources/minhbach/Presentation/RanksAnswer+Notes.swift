import Indices
import Reports
import Statistics
import Tables

extension RanksAnswer {
  /// What the figures say together, and what they rest on.
  var notes: [Phrase] {
    [summary, tiers, sets]
      + (uncertainty.shrunk.variance.isFinite ? [shrinkage] : []) + changes + methods
      + subject.notes
  }

  private var units: Int { subject.units.count }

  private var summary: Phrase {
    let likely = subject.units.indices.map { self.likely($0).count }.sorted()
    let own = uncertainty.marginal.bounds.map(\.count).sorted()
    let all = uncertainty.simultaneous.bounds.map(\.count).sorted()
    guard uncertainty.shrunk.variance.isFinite else {
      return Phrase(
        """
        Fewer than four scores tell too little of how true scores scatter: likely ranks are by \
        the scores as they are.
        """)
    }
    return Phrase(
      """
      Half of the likely intervals span \(middle(likely)) of \(units) places or more: the true \
      rank is in them if true scores scatter as the estimates tell. Those by themselves, in \
      half of the cases \(middle(own)) places or more, hold whatever the true scores are; those \
      all at once (\(middle(all))) hold for the whole table together.
      """)
  }

  private func middle(_ sorted: [Int]) -> Int { sorted.isEmpty ? 0 : sorted[sorted.count / 2] }

  private var tiers: Phrase {
    let count = uncertainty.tiers.max() ?? 0
    let first = uncertainty.simultaneous.mayBeAmongFirst(top).count
    return count == 1
      ? Phrase(
        """
        There is 1 tier: a tier begins where its first is shown to be below the first of the tier \
        before; \(first) may be among the first \(top).
        """)
      : Phrase(
        """
        There are \(count) tiers: a tier begins where its first is shown to be below the first of the \
        tier before; \(first) may be among the first \(top).
        """)
  }

  private var sets: Phrase {
    let values = uncertainty.simultaneous.criticalValues.flatMap { $0 }
    let notice = Phrase(
      """
      Intervals are the confidence sets for ranks of Mogstad, Romano, Shaikh & Wilhelm (2024), with \
      stepdown; marginal ones by quadrature
      """)
    guard uncertainty.simultaneous.draws > 0, let first = values.first else {
      return Phrase("\(notice), like the simultaneous ones.")
    }
    let unsettled = uncertainty.simultaneous.unsettled.map { subject.units[$0] }
    let critical = NumberFormat.decimals(4)
    let drawn = Phrase(
      """
      \(notice), simultaneous ones by \(uncertainty.simultaneous.draws) draws: first critical value \
      \(first.value, critical) ± \(first.standardError, critical).
      """)
    guard !unsettled.isEmpty else { return drawn }
    return .sentences([
      drawn,
      Phrase(
        """
        A bound of \(unsettled) would be another if a critical value were two such errors off.
        """),
    ])
  }

  private var shrinkage: Phrase {
    let shrunk = uncertainty.shrunk
    let three = NumberFormat.decimals(3)
    let part = shrunk.shrinkage.reduce(0, +) / Double(max(units, 1))
    return Phrase(
      """
      Shrunk scores and mean ranks are empirical-Bayes: true scores scatter around \
      \(shrunk.mean, three) with a standard deviation of \(shrunk.variance.squareRoot(), three), \
      and each is moved \(part, .percentage(decimals: 0)) of its way to the mean on average.
      """)
  }

  private var changes: [Phrase] {
    guard let change else { return [] }
    let told = change.entries.compactMap { $0 }
    let single = told.count { $0.pValue < 1 - level }
    let all = told.count { $0.adjustedPValue < 1 - level }
    return [
      Phrase(
        """
        Since \(change.from), net of the mean change of all: \(single) of \(told.count) changes \
        are beyond sampling taken one by one at \(confidence: level), where \
        \(Double(told.count) * (1 - level), .decimals(0)) would be if there were none but \
        sampling; \(all) with Holm's correction. Ranges that widened between the years are part \
        of a change.
        """)
    ]
  }

  private var methods: [Phrase] {
    guard let combined else { return [] }
    let shares = [
      (Phrase("sampling"), \CombinedUncertainty.Unit.sampling), (Phrase("the method"), \.method),
      (Phrase("both together"), \.both),
    ].map { name, part in
      let values = combined.units.map { $0[keyPath: part].value }
      let mean = values.reduce(0, +) / Double(max(values.count, 1))
      return Phrase("\(mean, .percentage(decimals: 0)) \(name)")
    }
    let error = combined.units.reduce(0) {
      max($0, $1.sampling.error, $1.method.error, $1.both.error)
    }
    return [
      Phrase(
        """
        The variance of ranks is on average \(shares), each known to \
        \(error, .percentage(decimals: 1)) or better, over \(combined.rankings) rankings by \
        methods as 'minhbach robustness' draws them, of figures as they are likely; ± is the \
        Monte Carlo error.
        """)
    ]
  }
}
