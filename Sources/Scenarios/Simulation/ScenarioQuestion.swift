public import Indices
public import Panels
public import Statistics

/// What a scenario is asked: ready to be drawn, at once or in parts that are joined.
public struct ScenarioQuestion: Sendable {
  /// What is known of the past.
  public let history: RivalHistory
  /// The scenario.
  public let scenario: Scenario
  /// How provinces move.
  public let model: RivalModelChoice
  /// What becomes of the rule's ranges.
  public let ranges: Simulation.Ranges
  /// The provinces asked about.
  public let provinces: [Province]
  /// The goals named.
  public let goals: [Goal]
  /// The number of futures to be drawn in all.
  public let draws: Int
  /// What each province wants; nil where no goal was named.
  let aims: [[Aim?]]
  /// The provinces whose scores are kept, draw by draw.
  let watched: [Province]
  let planned: Simulation
  let held: Simulation
  /// Without the scenario; nil where there is none.
  let unplanned: Simulation?

  /// Prepares the futures.
  ///
  /// - Parameters:
  ///   - scenario: what provinces set out to do.
  ///   - provinces: the provinces asked about.
  ///   - goals: what each of them wants.
  ///   - last: the last year.
  ///   - history: what is known of the past.
  ///   - board: the scores of the rule's year.
  ///   - model: how provinces move.
  ///   - ranges: what becomes of the rule's ranges.
  ///   - draws: how many futures there are in all.
  /// - Throws: `ScenarioError`; `IndexError.notRanked` where a province is not scored.
  public init(
    of scenario: Scenario, for provinces: [Province], goals: [Goal] = [], through last: Int,
    history: RivalHistory, board: Scoreboard, model: RivalModelChoice, ranges: Simulation.Ranges,
    draws: Int
  ) throws {
    for province in provinces where history.place(of: province) == nil {
      throw IndexError.notRanked(province: province.nameVi, year: history.rule.year)
    }
    aims = try provinces.map { province -> [Aim?] in
      let aims = try goals.map { try Aim($0, of: province, on: board) }
      return aims.isEmpty ? [nil] : aims
    }
    func simulation(_ scenario: Scenario, _ model: RivalModelChoice) throws -> Simulation {
      try Simulation(
        history, model: model.model, scenario: scenario, through: last, ranges: ranges)
    }
    planned = try simulation(scenario, model)
    held = try simulation(scenario, .held)
    unplanned = scenario.entries.isEmpty ? nil : try simulation(Scenario(), model)
    watched = Self.watched(for: provinces, aims)
    self.history = history
    self.scenario = scenario
    self.model = model
    self.ranges = ranges
    self.provinces = provinces
    self.goals = goals
    self.draws = draws
  }

  /// Draws some of the futures.
  ///
  /// - Parameters:
  ///   - range: the numbers of the replicates.
  ///   - replicates: what they are repeated by, and how many threads work.
  /// - Returns: what joins with the rest.
  /// - Precondition: the range lies among the draws.
  public func part(_ range: Range<Int>, replicates: Replicates) -> PartialFutures {
    func part(_ simulation: Simulation) -> PartialPaths {
      simulation.paths.part(
        range, of: draws, watching: watched.map(simulation.unit), replicates: replicates)
    }
    return PartialFutures(
      planned: part(planned), held: part(held), unplanned: unplanned.map(part))
  }

  /// Reads a part back that was written down as rows.
  ///
  /// - Parameters:
  ///   - range: the numbers of its replicates.
  ///   - rows: its rows.
  /// - Returns: the part.
  /// - Throws: `PartialResultError` where a row is not what was written.
  public func part(
    _ range: Range<Int>, reading rows: [NumberRow]
  ) throws(PartialResultError) -> PartialFutures {
    var reader = NumberRowReader(rows)
    func part(
      _ simulation: Simulation, _ reader: inout NumberRowReader
    ) throws(PartialResultError) -> PartialPaths {
      try simulation.paths.part(
        range, of: draws, watching: watched.map(simulation.unit), reading: &reader)
    }
    let planned = try part(planned, &reader)
    let held = try part(held, &reader)
    var others: PartialPaths?
    if let unplanned { others = try part(unplanned, &reader) }
    try reader.end()
    return PartialFutures(planned: planned, held: held, unplanned: others)
  }

  /// All numbers that the futures are made from: questions with the same ones have the same futures.
  public var determinants: [Double] {
    planned.paths.determinants + held.paths.determinants + (unplanned?.paths.determinants ?? [])
      + watched.map { Double(planned.unit($0)) }
  }

  /// The provinces whose scores tell what becomes of the aims, each once.
  private static func watched(for provinces: [Province], _ aims: [[Aim?]]) -> [Province] {
    var watched: [Province] = []
    for (province, aims) in zip(provinces, aims) {
      let needed =
        [province] + aims.flatMap { $0.map { Futures.watched(for: $0, of: province) } ?? [] }
      for new in needed where !watched.contains(where: { $0.key == new.key }) {
        watched.append(new)
      }
    }
    return watched
  }
}

/// Some of the futures of a question.
public struct PartialFutures: Sendable {
  let planned: PartialPaths
  let held: PartialPaths
  /// Without the scenario; nil where there is none.
  let unplanned: PartialPaths?

  /// Everything in it as rows of numbers: the futures of the scenario, those with rivals held, and, where there is a
  /// scenario, those without it; each as `PartialPaths` has them.
  public var rows: [NumberRow] { planned.rows + held.rows + (unplanned?.rows ?? []) }
}

extension Simulation {
  /// Puts parts of the futures together.
  func joined(_ parts: [PartialPaths]) -> Futures {
    Futures(paths.joined(parts), of: history, years: years)
  }
}
