public import Indices
import Panels

extension Target {
  /// What one indicator has to do.
  public struct Step: Sendable, Hashable {
    /// The indicator's part in the rule.
    public let component: ScoringRule.Component
    /// The value in the first year.
    public let value: Double
    /// The value to reach in the last year.
    public let target: Double
    /// The effort of the change, in the unit of the terms.
    public let effort: Double
    /// The farthest value the limits allow.
    public let limit: Double
    /// The yearly variation of the indicator.
    public let variation: YearlyVariation
    /// The effort of one unit of change.
    internal let unitEffort: Double
    /// The effort of any change at all.
    internal let fixedEffort: Double
    /// The nearest value that the terms allow, where that is not the present one.
    internal let least: Double
    /// The distance between changes; nil for any.
    internal let step: Double?
    /// Whether it is held still.
    public let isLocked: Bool

    /// The value in a year on the way, in equal steps.
    ///
    /// - Parameters:
    ///   - years: the number of years gone by.
    ///   - all: the number of years from the first to the last.
    /// - Returns: a value between that of the first year and the target.
    public func value(after years: Int, of all: Int) -> Double {
      years == all ? target : value + (target - value) * Double(years) / Double(all)
    }
  }
}

extension Target.Step {
  /// The indicators as they stand, each with the farthest value its limits allow.
  internal static func open(
    _ province: Province, over years: Int, under terms: EffortTerms, panel: Panel,
    rule: ScoringRule
  ) throws -> [Self] {
    for code in terms.codes where !rule.indicators.contains(code) {
      throw ScenarioError.noSuchIndicator(code, known: rule.indicators)
    }
    let values = try rule.values(of: province, in: panel)
    let variation = try panel.yearlyVariation(of: rule.subindex, through: rule.year)
    return zip(rule.components, values).compactMap { component, value in
      // Every indicator with figures in the year has a variation, its own or a borrowed one.
      guard let own = variation[component.indicator],
        let best = panel.best(of: component, through: rule.year)
      else { return nil }
      return Self(
        component, value: value, best: best, variation: own, over: years, under: terms)
    }
  }

  private init(
    _ component: ScoringRule.Component, value: Double, best: Double, variation: YearlyVariation,
    over years: Int, under terms: EffortTerms
  ) {
    let sign = component.direction.sign
    let entry = terms.entries[component.indicator]
    let (near, far) =
      component.direction == .positive
      ? (entry?.least, entry?.most) : (entry?.most, entry?.least)
    let pace = terms.isPaced ? Double(years) * variation.fastImprovement : .infinity
    let usual = min(max(0, sign * (best - value)), pace)
    let least = near.map { max(0, sign * ($0 - value)) } ?? 0
    let most = far.map { max(0, sign * ($0 - value)) } ?? max(usual, least)
    let unit: Double? =
      if terms.isCosted {
        entry?.cost
      } else {
        switch terms.measure {
        // One that never varies cannot be moved.
        case .variation:
          variation.standardDeviation > 0 ? 1 / variation.standardDeviation : nil
        case .equal: 100 / (component.maximum - component.minimum)
        }
      }
    self.init(
      component: component, value: value, target: value, effort: 0,
      limit: value + sign * most, variation: variation, unitEffort: unit ?? 1,
      fixedEffort: entry?.fixed ?? 0, least: value + sign * least, step: entry?.step,
      isLocked: unit == nil || terms.locked.contains(component.indicator)
        || entry?.isLocked == true)
  }

  /// What the solver needs to know.
  ///
  /// - Parameter round: the distance between the values a target may have; nil for any value. An indicator
  ///   that has steps of its own keeps to them.
  /// - Returns: the lever.
  /// - Throws: `ScenarioError.noStep` where none of the values it may have can be reached.
  internal func lever(round: Double? = nil) throws(ScenarioError) -> Lever {
    var most = abs(limit - value)
    let least = abs(least - value)
    let grid: Lever.Grid?
    if let step {
      grid = Lever.Grid(step: step)
    } else if let round {
      let next =
        component.direction == .positive
        ? (value.gridPoint(below: round) / round).rounded() + 1
        : (value.gridPoint(above: round) / round).rounded() - 1
      grid = Lever.Grid(first: abs(next * round - value), step: round)
      most += round * Double.gridSlack
    } else {
      grid = nil
    }
    if let grid, !isLocked, grid.change(above: least) > grid.change(below: most) {
      throw .noStep(indicator: component.indicator)
    }
    return Lever(
      name: component.indicator, gain: abs(component.slope), effort: unitEffort,
      fixedEffort: fixedEffort, least: isLocked ? 0 : least, most: most, grid: grid,
      isLocked: isLocked)
  }

  internal func changed(by change: Double, of lever: Lever) -> Self {
    with(target: value + component.direction.sign * change, effort: lever.effort(of: change))
  }

  /// The same held still.
  internal var locked: Self { with(target: target, effort: effort, isLocked: true) }

  internal func with(
    target: Double, effort: Double, limit: Double? = nil, isLocked: Bool? = nil
  ) -> Self {
    Self(
      component: component, value: value, target: target, effort: effort,
      limit: limit ?? self.limit, variation: variation, unitEffort: unitEffort,
      fixedEffort: fixedEffort, least: least, step: step,
      isLocked: isLocked ?? self.isLocked)
  }
}

extension Double {
  // A value that is a grid point but for its storage as a 32-bit number stays where it is: 0.9 is then
  // 2.4e-8 off, a few hundred-thousandths of the finest grid.
  internal static var gridSlack: Double { 1e-4 }

  internal func gridPoint(above grid: Double) -> Double {
    (self / grid - Self.gridSlack).rounded(.up) * grid
  }

  internal func gridPoint(below grid: Double) -> Double {
    (self / grid + Self.gridSlack).rounded(.down) * grid
  }
}
