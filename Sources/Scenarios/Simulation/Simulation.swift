public import Panels
public import Statistics

import Indices

/// All provinces' scores and ranks in years to come, drawn by a model of how their figures move.
///
/// The rule of one year runs on: its weights stay, and its ranges take in new extremes or are held. What
/// a scenario sets is what a province truly reaches; the surveys of those years add their sampling errors, as
/// large as those of the rule's year.
public struct Simulation: Sendable {
  /// What becomes of the rule's ranges.
  public enum Ranges: String, Sendable, Hashable, CaseIterable {
    /// They take in every new extreme, as the index has done since 2007.
    case moving
    /// They stay.
    case held
  }

  /// What is known of the past.
  public let history: RivalHistory
  /// The years to come.
  public let years: ClosedRange<Int>
  /// What provinces set out to do.
  public let scenario: Scenario
  let paths: RankPaths

  /// Prepares the years to come.
  ///
  /// - Parameters:
  ///   - history: what is known of the past.
  ///   - model: how figures move.
  ///   - scenario: what provinces set out to do.
  ///   - last: the last year.
  ///   - ranges: what becomes of the rule's ranges.
  /// - Throws: `ScenarioError` where the last year is past or too far away, or no past years tell how figures move.
  public init(
    _ history: RivalHistory, model: any RivalModel, scenario: Scenario = Scenario(),
    through last: Int, ranges: Ranges = .moving
  ) throws {
    let first = history.rule.year
    guard last > first else { throw ScenarioError.noTime(from: first, to: last) }
    guard last <= first + Scenario.longest else {
      throw ScenarioError.tooFar(last, last: first + Scenario.longest)
    }
    let law = try model.law(from: history, years: last - first)
    self.history = history
    self.scenario = scenario
    years = first + 1...last
    paths = RankPaths(
      zip(history.rule.components, history.indicators).map { component, indicator in
        RankPaths.Indicator(
          weight: component.weight, isRising: component.direction == .positive,
          output: component.scale, range: component.minimum...component.maximum,
          limits: indicator.limits,
          isWidened: ranges == .moving && indicator.scale == nil)
      }, law: history.following(scenario, by: law), tolerance: Ranking.ofScores.tolerance)
  }

  /// Draws futures.
  ///
  /// - Parameters:
  ///   - draws: how many.
  ///   - watched: the provinces whose scores are kept draw by draw.
  ///   - places: places among all others whose scores are kept, by province.
  ///   - replicates: what they are repeated by, and how many threads work.
  /// - Returns: ranks and scores; the same bytes on any number of threads.
  /// - Precondition: there is a draw, and the provinces are scored.
  public func futures(
    draws: Int, watching watched: [Province] = [], places: [(among: Province, place: Int)] = [],
    replicates: Replicates
  ) -> Futures {
    Futures(
      paths.ranks(
        draws: draws, watching: watched.map(unit),
        places: places.map { RankPaths.Place(among: unit($0.among), $0.place) },
        replicates: replicates), of: history, years: years)
  }

  /// The number of a province that is scored.
  func unit(_ province: Province) -> Int {
    guard let place = history.place(of: province) else {
      preconditionFailure("\(province.nameVi) is not scored")
    }
    return place
  }
}

extension RivalHistory {
  /// A law in which the figures that a scenario sets are what it sets, but for sampling errors.
  fileprivate func following(_ scenario: Scenario, by law: PathLaw) -> PathLaw {
    var law = law
    for (unit, province) in provinces.enumerated() where scenario.provinces.contains(province.key) {
      for (number, indicator) in indicators.enumerated() {
        guard
          let path = scenario.path(
            of: indicator.code, in: province.key, from: values[number][unit], in: rule.year,
            years: law.years)
        else { continue }
        // Drawn shocks are past changes: brought to the size of the sampling error.
        let deviation = law.shockDeviation(of: number)
        let error = deviation > 0 ? noise[number][unit].squareRoot() / deviation : 0
        for year in 0..<law.years {
          if path.kind == .atLeast {
            law.setFloor(path.values[year], error: error, in: year, of: number, unit)
            continue
          }
          if path.kind == .beyond {
            law[mean: year, number, unit] += path.values[year]
            continue
          }
          law[mean: year, number, unit] = path.values[year]
          law[isShared: year, number, unit] = false
          for shock in 0...year {
            law[factor: year, of: shock, number, unit] = shock == year ? error : 0
          }
        }
      }
    }
    return law
  }
}
