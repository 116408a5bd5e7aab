public import Statistics

import Indices

/// Past changes drawn again: each province and year gets the change, of all indicators together, that some
/// province had in some past year, net of the country; and each year one of the country's past years.
///
/// An indicator that a past year does not tell of gets a change of the others, in spreads among provinces.
/// Changes of figures hold the sampling errors of both years, so that over several years this scatters too much;
/// and nothing comes back towards the mean.
public struct ResampledRivals: RivalModel {
  /// Makes the model.
  public init() {}

  public func law(from history: RivalHistory, years: Int) throws -> PathLaw {
    let rows = Self.rows(of: history)
    guard !rows.isEmpty else {
      throw ScenarioError.noHistory(subindex: history.rule.subindex, year: history.rule.year)
    }
    var law = PathLaw(
      values: history.values, years: years, shocks: .drawn(rows),
      commonChanges: history.commonChanges)
    for indicator in 0..<law.indicators {
      for province in 0..<law.units {
        for year in 0..<years {
          for shock in 0...year { law[factor: year, of: shock, indicator, province] = 1 }
        }
      }
    }
    return law
  }

  /// The past changes, with what is missing borrowed from what is known, in turn.
  private static func rows(of history: RivalHistory) -> [[Double]] {
    let past = history.netChanges
    let spreads = history.spreads
    let pool = past.flatMap { row in
      zip(row.changes, spreads).compactMap { change, spread in change.map { $0 / spread } }
    }
    guard !pool.isEmpty else { return [] }
    var next = 0
    return past.map { row in
      zip(row.changes, spreads).map { change, spread in
        if let change { return change }
        defer { next += 1 }
        // A step that has no divisor with most numbers of changes, so that all of them come.
        return pool[next * 7919 % pool.count] * spread
      }
    }
  }
}
