import Tables
import Regression

/// The bias of a lagged response beside effects of units.
struct PersistenceNote {
  /// One sentence where there is such a bias, else none.
  let notes: [Phrase]

  /// Looks for a lag of the response's own column in a model that takes out what differs between units.
  init(_ estimation: Estimation) {
    let specification = estimation.specification
    let own = specification.response.moments
    let isLagged = specification.regressors.contains { term in
      term.moments.contains { one in
        own.contains { one.column == $0.column && one.lag > $0.lag }
      }
    }
    guard isLagged, let unit = estimation.sample.unit, Self.removesUnits(specification, unit.name)
    else {
      notes = []
      return
    }
    var times = [Int](repeating: 0, count: unit.count)
    for code in unit.codes { times[Int(code)] += 1 }
    let most = times.max() ?? 0
    notes = [
      Phrase(
        """
        A lag of the response beside effects of units is biased downwards where times are few \
        (Nickell 1981): here \(counting: most, "time") at most; the same regression \
        without them tells persistence better.
        """)
    ]
  }

  private static func removesUnits(_ specification: Specification, _ unit: String) -> Bool {
    switch specification.model {
    case .pooled: specification.effects.contains(unit)
    case .within: specification.effects.isEmpty || specification.effects.contains(unit)
    case .firstDifference, .random: true
    case .between: false
    }
  }
}
