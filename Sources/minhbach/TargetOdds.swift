import Tables
import Indices
import Panels
import Reports
import Scenarios
import Sensitivity
import Statistics

/// How likely a plan reaches its goal in the surveys of its years.
struct TargetOdds {
  /// The chance in each year of the plan, its changes on top of what would come by itself.
  let chances: [SimulatedChance]
  /// The chance where each target is reached, and no more: what would come to better figures comes.
  let met: [SimulatedChance]
  /// The same as the first with all true figures where they are, but for what is planned; nil where no sampling errors are
  /// known.
  let held: [SimulatedChance]?
  /// The chance in the final year without the plan.
  let unplanned: SimulatedChance
  /// The ranks of a year: the middle of the futures, and what nine in ten lie between.
  struct Ranks {
    let median: Int
    let low: Int
    let high: Int
  }

  /// The ranks by the plan, year by year.
  let ranks: [Ranks]
  /// The gain of the score at which the goal has a given probability, of those that some gain reaches.
  let needed: [(probability: Double, gain: Double)]
  /// The gain that the plan makes as scores stand.
  let gain: Double
  /// The gain that it makes in the middle of the futures.
  let gainAmidFutures: Double
  /// The years of the plan from which on the index is known not to compare with those before.
  let methodBreaks: [Int]
  /// How rivals move.
  let model: RivalModelChoice

  /// The probabilities that needed gains are told for.
  private static let wanted = [0.5, 0.8, 0.95]

  /// Draws the futures of a plan.
  ///
  /// - Parameters:
  ///   - target: the plan.
  ///   - odds: how futures are drawn.
  /// - Throws: what a simulation throws.
  init(of target: Target, by odds: FutureOdds) throws {
    let (province, last) = (target.province, target.finalYear)
    let planned = try RobustTarget(target, in: odds.setting)
    let none = try RobustTarget(target, doing: Scenario(), in: odds.setting)
    chances = planned.chances
    met = try RobustTarget(target, doing: target.scenario(.atLeast), in: odds.setting).chances
    held = try odds.held.map { try RobustTarget(target, in: $0).chances }
    guard let unplanned = none.chances.last else {
      preconditionFailure("a plan has a year to come")
    }
    self.unplanned = unplanned
    ranks = planned.futures.years.map { year in
      let ranks = planned.futures.ranks(of: province, in: year)
      func rank(_ share: Double) -> Int { Int(ranks.quantile(share)) }
      return Ranks(median: rank(0.5), low: rank(0.05), high: rank(0.95))
    }
    needed = Self.wanted.map { ($0, none.missing.gain(forProbability: $0)) }.filter {
      $0.1.isFinite
    }
    gain = (target.path.last?.score ?? target.standing.score) - target.standing.score
    gainAmidFutures =
      planned.futures.score(of: province, in: last).mean
      - none.futures.score(of: province, in: last).mean
    methodBreaks = odds.methodBreaks.filter(planned.futures.years.contains)
    model = odds.model
  }
}

extension Target {
  /// What the probabilities say, in sentences.
  func notes(on odds: TargetOdds) -> [Phrase] {
    guard let last = odds.chances.last, let met = odds.met.last else { return [] }
    let within =
      last.within.map {
        Phrase("; of a rank within the interval \($0, .chance(decimals: 1))")
      }
    let held =
      odds.held?.last.map {
        Phrase("; \($0.probability, .chance(decimals: 1)) if rivals stayed where they are")
      }
    return [
      Phrase(
        """
        \(goal.outcome) in the survey of \(finalYear) has a chance of \
        \(last.probability, .chance(decimals: 1)) by this plan \
        (± \(last.error, .chance(decimals: 1)) for \(last.draws) futures\([within].compactMap(\.self))), \
        \(odds.unplanned.probability, .chance(decimals: 1)) without it: all figures move by the model \
        \(odds.model.rawValue), the plan's changes come on top, and firms are sampled \
        anew\([held].compactMap(\.self)). Where targets are reached and nothing comes on top, it is \
        \(met.probability, .chance(decimals: 1)).
        """), needNote(odds), breakNote(odds),
    ].compactMap(\.self)
  }

  /// What gain of score the goal asks for, beside what the plan brings.
  private func needNote(_ odds: TargetOdds) -> Phrase? {
    guard !odds.needed.isEmpty else { return nil }
    let needed = odds.needed.map {
      $0.gain <= 0
        ? Phrase("nothing for \($0.probability, .percentage(decimals: 0))")
        : Phrase(
          "\($0.gain, .decimals(2), isSigned: true) for \($0.probability, .percentage(decimals: 0))"
        )
    }
    return Phrase(
      """
      The plan gains \(odds.gain, .decimals(2), isSigned: true) points of score as scores stand, \
      \(odds.gainAmidFutures, .decimals(2), isSigned: true) in the futures; on top of what comes by itself \
      the goal takes \(needed).
      """)
  }

  private func breakNote(_ odds: TargetOdds) -> Phrase? {
    guard !odds.methodBreaks.isEmpty else { return nil }
    return Phrase(
      """
      The index changed its method in \(odds.methodBreaks.map(\.description)): what was published from then on \
      does not compare.
      """)
  }
}
