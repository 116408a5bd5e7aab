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

  /// The plans of exact least effort, the best first.
  let plans: [Plan]
  /// The same in round numbers.
  let rounded: [Plan]
  let sampled: SampledAnswer
  let names: Names
  /// How many plans were asked for.
  let wanted: Int
  /// The probability the plans are made for; nil for drawing level.
  let probability: Double?

  /// Finds the plans' chances, and the plans in round numbers.
  init(
    _ plans: [Target], wanted: Int, probability: Double?, _ sampled: SampledAnswer, _ names: Names
  ) throws {
    func plan(_ target: Target) throws -> Plan {
      let chance = sampled.ranks.flatMap {
        GoalChance(target.aim, of: target.province, $0)
      }
      return Plan(target: target, odds: try chance.map { try TargetOdds(of: target, $0) })
    }
    self.plans = try plans.map(plan)
    // What is shown is a plan in round numbers, and so must be its chances.
    rounded = try plans.map { try plan($0.rounded(to: names.grid)) }
    self.sampled = sampled
    self.names = names
    self.wanted = wanted
    self.probability = probability
  }

  /// The best plan.
  var best: Target { plans[0].target }

  /// The rows of all plans, with probability, plan and relative_effort.
  var table: Table {
    let tables = plans.map { $0.target.table() }
    var (rows, odds): ([[Cell]], [(Cell, Cell)]) = ([], [])
    var numbers: [(Int, Double)] = []
    for (number, plan) in plans.enumerated() {
      let count = max(plan.target.steps.count, 1)
      let own = tables[number].rows.dropFirst()
      rows += own
      for row in own.indices {
        let year = (row - own.startIndex) / count + 1
        odds.append((Cell(plan.odds?.path[year]), Cell(plan.odds?.within?[year])))
        numbers.append((number + 1, relativeEffort(plan.target, to: best)))
      }
    }
    var table = Table(
      title: tables[0].title ?? "target", columns: tables[0].header.map(\.description),
      rows: rows, notes: notes(of: plans[0], tables[0].notes))
    table = table.adding([("probability", { odds[$0].0 })], before: "lower_bound")
    return table.adding([
      ("probability_within", { odds[$0].1 }), ("plan", { Cell(numbers[$0].0) }),
      ("relative_effort", { .number(numbers[$0].1) }),
    ])
  }

  /// The effort of a plan in efforts of the best one.
  func relativeEffort(_ target: Target, to best: Target) -> Double {
    best.effort > 0 ? target.effort / best.effort : 1
  }

  /// What is to be read with a plan.
  func notes(of plan: Plan, _ own: [String]) -> [String] {
    let target = plan.target
    return (plan.odds.map { [target.note(on: $0)] } ?? []) + sampled.notes(on: target.province)
      + own + fewerNote
  }

  private var fewerNote: [String] {
    guard plans.count < wanted else { return [] }
    return best.certificate == .reached || best.certificate == .infeasible
      ? ["There are no other plans to set beside this one."]
      : [
        "There \(plans.count == 1 ? "is 1 plan" : "are \(plans.count) plans") only: without one indicator of "
          + "each, no other changes within the limits reach the goal."
      ]
  }
}
