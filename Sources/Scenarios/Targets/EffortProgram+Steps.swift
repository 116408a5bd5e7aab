import Indices

extension EffortProgram {
  /// The program of a province's indicators.
  ///
  /// - Parameters:
  ///   - steps: the indicators as they stand.
  ///   - goal: the gain of score.
  ///   - terms: what a plan may do.
  ///   - round: the distance between the values of each indicator's target; nil for any value.
  ///   - avoided: sets of indicators that may not all be changed together.
  /// - Throws: `ScenarioError` where what must be changed cannot be, or breaks what may.
  internal init(
    _ steps: [Target.Step], goal: Double, under terms: EffortTerms,
    round: (String) -> Double? = { _ in nil }, avoided: [Set<Int>] = []
  ) throws(ScenarioError) {
    var levers: [Lever] = []
    for step in steps { levers.append(try step.lever(round: round(step.component.indicator))) }
    let forced = levers.count { $0.least > 0 }
    if let atMost = terms.atMost, forced > atMost {
      throw .tooManyForced(forced, atMost: atMost)
    }
    let numbers = Dictionary(
      uniqueKeysWithValues: steps.enumerated().map { ($1.component.indicator, $0) })
    let conditions = terms.conditions.map { condition in
      Condition(
        name: condition.name,
        coefficients: Dictionary(
          uniqueKeysWithValues: condition.coefficients.compactMap { code, value in
            numbers[code].map { ($0, value) }
          }), limit: condition.limit)
    }
    let least = levers.map(\.least)
    for condition in conditions where condition.sum(of: least) > condition.limit {
      throw .brokenCondition(condition.name)
    }
    self.init(
      levers: levers, goal: goal, atMost: terms.atMost, conditions: conditions, avoided: avoided)
  }
}
