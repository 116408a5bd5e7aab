import Scenarios
import Statistics

/// W10, case robust2: the least cost that takes one unit to rank 10 in 80 % of 10⁴ futures, where what a
/// change gains differs from future to future as well.
struct RobustGoalWorkload {
  let arguments: Arguments
  private static let rank = 10

  init(_ arguments: Arguments) {
    self.arguments = arguments
  }

  func report() throws -> Report {
    let clock = ContinuousClock()
    let start = clock.now
    let data = try GoalData(arguments)
    let noise = try arguments.numbers("w10_noise_10000.f64")
    let effects = try arguments.numbers("w10_eff_10000.f64")
    let loading = (clock.now - start) / .seconds(1)
    let replicates = Replicates(seed: 1, threads: arguments.threads)
    let (units, levers) = (data.scores.count, data.weights.count)
    let (plan, seconds) = Report.timing(arguments) { () -> RobustPlan in
      let futures = noise.count / units
      let needs = GoalNeeds(
        of: data.own, scores: data.scores, errors: noise, to: Self.rank, replicates)
      let gains = (0..<levers).map { lever in
        (0..<futures).map { effects[$0 * levers + lever] * data.weights[lever] }
      }
      let program = RobustProgram(
        levers: data.levers(of: data.own, isFixed: false), gains: gains, needs: needs.values,
        probability: 0.8)
      return program.plan(replicates)
    }
    var answers = [
      ("cost", "\(plan.effort)"), ("d", Report.json(plan.changes)),
      ("prob", "\(plan.probability)"),
    ]
    if case .bounded(let bound) = plan.certificate { answers.append(("bound", "\(bound)")) }
    return Report(seconds: seconds, loading: loading, answers: answers)
  }
}
