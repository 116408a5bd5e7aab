import ArgumentParsing
import Indices
import Panels
import Scenarios
import Statistics

/// How the futures of plans are drawn, with those that come without any plan.
struct FutureOdds {
  let setting: RobustTarget.Setting
  /// The same with rivals that stay where they are; nil where no sampling errors are known.
  let held: RobustTarget.Setting?
  let model: RivalModelChoice
  /// The futures without a plan.
  let futures: Futures
  /// The years from which on the index is known not to compare with those before.
  let methodBreaks: [Int]

  /// Draws the futures without a plan; nil where no past years tell how rivals move.
  ///
  /// - Parameters:
  ///   - history: what is known of the past.
  ///   - last: the last year of plans.
  ///   - watched: the provinces whose plans are looked at, and the rivals of their regions where goals are places there.
  ///   - options: how futures are drawn.
  /// - Throws: what a simulation throws.
  init?(
    _ history: RivalHistory, through last: Int, watching watched: [Province],
    _ options: FutureOptions
  ) throws {
    setting = RobustTarget.Setting(
      history, model: options.rivals.model, draws: options.draws, replicates: options.replicates)
    held =
      history.hasErrors
      ? RobustTarget.Setting(
        history, model: HeldRivals(), draws: options.draws, replicates: options.replicates)
      : nil
    model = options.rivals
    methodBreaks = history.methodBreaks
    do {
      futures = try Simulation(history, model: options.rivals.model, through: last)
        .futures(draws: options.draws, watching: watched, replicates: options.replicates)
    } catch ScenarioError.noHistory {
      return nil
    }
  }
}

extension FutureOptions {
  /// What is known of the past of all provinces up to a year.
  ///
  /// - Parameters:
  ///   - data: what was loaded.
  ///   - options: where from.
  ///   - year: the year.
  /// - Returns: the history, with the sampling errors that are known.
  /// - Throws: what is wrong with the figures or a file.
  func history(_ data: LoadedData, _ options: DataOptions, _ year: Int) throws -> RivalHistory {
    try RivalHistory(
      data.panel, rule: data.rule(year),
      errors: sampling.errors(data, options, through: year)?.errors)
  }
}

extension RobustTarget {
  /// The least plan to a goal: one that draws level as rivals stand, or that is likely enough.
  ///
  /// - Parameters:
  ///   - probability: how likely the goal is to be; nil for drawing level.
  ///   - odds: how futures are drawn; nil where no past years tell.
  ///   - year: the year the plan starts from.
  ///   - plan: the least plan that gains so much score; nil for drawing level.
  /// - Returns: the plan, and whether it is as likely as was asked for.
  /// - Throws: what a plan or a simulation throws.
  static func least(
    forProbability probability: Double?, by odds: FutureOdds?, from year: Int,
    plan: (Double?) throws -> Target
  ) throws -> (target: Target, isProbable: Bool?) {
    guard let probability else { return (try plan(nil), nil) }
    guard let odds else {
      throw ValidationError(
        "--probability rests on how rivals moved, and no past years to \(year) tell.")
    }
    let robust = try least(forProbability: probability, in: odds.setting) { try plan($0) }
    return (robust.target, robust.isReached)
  }
}
