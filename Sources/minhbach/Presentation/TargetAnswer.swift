import Indices
import Panels
import Reports
import Scenarios
import Tables

/// What `target` answers: one plan, or several that use different indicators.
struct TargetAnswer {
  /// A plan with its chances.
  struct Plan {
    let target: Target
    let odds: TargetOdds?
  }

  /// The plans of exact least effort, the best first; with chances where these are asked for.
  let plans: [Plan]
  /// The same in round numbers.
  let rounded: [Plan]
  let sampled: SampledAnswer
  let names: Names
  /// How many plans were asked for.
  let wanted: Int
  /// The probability the plans are made for; nil for drawing level.
  let probability: Double?
  private let noOdds: [Phrase]

  /// Finds the plans' chances, and the plans in round numbers.
  ///
  /// - Parameters:
  ///   - plans: the plans, the best first.
  ///   - wanted: how many were asked for.
  ///   - probability: what they are made for; nil for drawing level.
  ///   - odds: how futures are drawn; nil where no past years tell.
  ///   - isRounded: whether chances are those of the plans in round numbers, or of the exact ones.
  ///   - sampled: the sampling errors of the first year.
  ///   - names: what things are called.
  /// - Throws: what a simulation throws.
  init(
    _ plans: [Target], wanted: Int, probability: Double?, _ odds: FutureOdds?, isRounded: Bool,
    _ sampled: SampledAnswer, _ names: Names
  ) throws {
    func plan(_ target: Target, hasOdds: Bool) throws -> Plan {
      Plan(
        target: target,
        odds: hasOdds ? try odds.map { try TargetOdds(of: target, by: $0) } : nil)
    }
    // What is shown is a plan in round numbers, and so must be its chances.
    self.plans = try plans.map { try plan($0, hasOdds: !isRounded) }
    rounded = try plans.map { try plan($0.rounded(to: names.grid), hasOdds: isRounded) }
    self.sampled = sampled
    self.names = names
    self.wanted = wanted
    self.probability = probability
    noOdds =
      odds == nil
      ? [Phrase("No past years tell how rivals move: there is no chance of the goal.")] : []
  }

  /// The best plan.
  var best: Target { plans[0].target }

  /// The rows of all plans, with probability, plan and relative_effort; in the end probability_error, held_probability
  /// and unplanned_probability.
  var table: Table {
    let tables = plans.map { $0.target.table() }
    var (rows, origins): ([[Cell]], [(plan: Int, year: Int)]) = ([], [])
    for (number, plan) in plans.enumerated() {
      let count = max(plan.target.steps.count, 1)
      let own = Array(tables[number].rows.dropFirst())
      rows += own
      origins += own.indices.map { (number, $0 / count) }
    }
    var table = Table(
      title: tables[0].title ?? "target", columns: tables[0].header.map(\.description),
      rows: rows, notes: notes(of: plans[0], tables[0].notes))
    func odds(_ row: Int) -> TargetOdds? { plans[origins[row].plan].odds }
    func chance(_ row: Int) -> SimulatedChance? { odds(row)?.chances[origins[row].year] }
    table = table.adding(
      [("probability", { Cell(chance($0)?.probability) })], before: "lower_bound")
    func rank(_ row: Int, _ part: (TargetOdds.Ranks) -> Int) -> Cell {
      odds(row).map { Cell(part($0.ranks[origins[row].year])) } ?? .empty
    }
    func met(_ row: Int) -> SimulatedChance? { odds(row)?.met[origins[row].year] }
    func held(_ row: Int) -> SimulatedChance? { odds(row)?.held?[origins[row].year] }
    table = table.adding([
      ("probability_within", { Cell(chance($0)?.within) }),
      ("plan", { Cell(origins[$0].plan + 1) }),
      ("relative_effort", { .number(relativeEffort(plans[origins[$0].plan].target, to: best)) }),
      ("probability_error", { Cell(chance($0)?.error) }),
      ("held_probability", { Cell(held($0)?.probability) }),
      ("held_probability_error", { Cell(held($0)?.error) }),
      ("unplanned_probability", { Cell(odds($0)?.unplanned.probability) }),
      ("unplanned_probability_error", { Cell(odds($0)?.unplanned.error) }),
    ])
    return table.adding([
      ("met_probability", { Cell(met($0)?.probability) }),
      ("met_probability_error", { Cell(met($0)?.error) }),
      ("rank_p05", { rank($0, \.low) }), ("rank_p50", { rank($0, \.median) }),
      ("rank_p95", { rank($0, \.high) }),
    ])
  }

  /// The effort of a plan in efforts of the best one.
  func relativeEffort(_ target: Target, to best: Target) -> Double {
    best.effort > 0 ? target.effort / best.effort : 1
  }

  /// What is to be read with a plan.
  func notes(of plan: Plan, _ own: [Phrase]) -> [Phrase] {
    let target = plan.target
    return (plan.odds.map { target.notes(on: $0) } ?? [])
      + sampled.notes(on: target.province) + noOdds + own + fewerNote
  }

  private var fewerNote: [Phrase] {
    guard plans.count < wanted else { return [] }
    if [.reached, .likely, .infeasible].contains(best.certificate) {
      return [Phrase("There are no other plans to set beside this one.")]
    }
    let count =
      plans.count == 1 ? Phrase("There is 1 plan") : Phrase("There are \(plans.count) plans")
    return [
      Phrase(
        """
        \(count) only: without one indicator of each, no other changes within the limits reach the \
        goal.
        """)
    ]
  }
}
