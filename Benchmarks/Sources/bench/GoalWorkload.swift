import Scenarios
import Statistics

/// W10: the least cost that takes each of 63 units to each of five ranks.
///
/// Cases: lp, costs in proportion; milp, a fixed cost for each of at most four indicators changed; robust1, the
/// rank reached with a probability of 0.8 over 10⁴ futures of all scores.
struct GoalWorkload {
  let arguments: Arguments
  private static let ranks = [1, 5, 10, 20, 30]
  private static let probability = 0.8

  init(_ arguments: Arguments) {
    self.arguments = arguments
  }

  func report() throws -> Report {
    let clock = ContinuousClock()
    let start = clock.now
    let data = try GoalData(arguments)
    let isRobust = arguments.name == "robust1"
    guard isRobust || ["lp", "milp"].contains(arguments.name) else {
      throw Arguments.Mistake("--case is lp, milp, robust1 or robust2")
    }
    let noise = isRobust ? try arguments.numbers("w10_noise_10000.f64") : []
    let loading = (clock.now - start) / .seconds(1)
    let replicates = Replicates(seed: 1, threads: arguments.threads)
    let (costs, seconds) = try Report.timing(arguments) {
      let needs =
        isRobust
        ? GoalNeeds.gains(
          of: data.scores, errors: noise, to: Self.ranks, probability: Self.probability, replicates)
        : GoalNeeds.gains(of: data.scores, to: Self.ranks)
      return arguments.name == "milp"
        ? try fixedCosts(data, needs, replicates) : plainCosts(data, needs)
    }
    let total = costs.reduce(0) { $1.isNaN ? $0 : $0 + $1 }
    let rows = stride(from: 0, to: costs.count, by: Self.ranks.count).map {
      Report.json(costs[$0..<$0 + Self.ranks.count])
    }
    return Report(
      seconds: seconds, loading: loading,
      answers: [
        ("cost", "[\(rows.joined(separator: ", "))]"), ("total", "\(total)"),
        ("infeasible", "\(costs.count { $0.isNaN })"),
      ])
  }

  private func plainCosts(_ data: GoalData, _ needs: [Double]) -> [Double] {
    data.scores.indices.flatMap { unit in
      let curve = EffortCurve(data.levers(of: unit, isFixed: false))
      return Self.ranks.indices.map {
        curve.effort(of: needs[unit * Self.ranks.count + $0]) ?? .nan
      }
    }
  }

  private func fixedCosts(
    _ data: GoalData, _ needs: [Double], _ replicates: Replicates
  ) throws -> [Double] {
    try replicates.chunks(of: data.scores.indices, length: 1) { chunk in
      let levers = data.levers(of: chunk.lowerBound, isFixed: true)
      return try Self.ranks.indices.map { rank in
        let goal = needs[chunk.lowerBound * Self.ranks.count + rank]
        let plan = try EffortProgram(levers: levers, goal: goal, atMost: 4).plan()
        return plan.isFeasible ? plan.effort : .nan
      }
    }.flatMap { $0 }
  }
}
