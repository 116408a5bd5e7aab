public import Indices
public import Panels
public import Scenarios

import Statistics

/// One sub-index of the Provincial Competitiveness Index with its figures and rules: where questions begin.
///
///     let transparency = try SubIndex(in: Datasets(folder: "datasets"))
///     let province = try transparency.province("Đắk Nông")
///     let target = try transparency.target(of: province, to: .rank(40), by: 2020, from: 2017)
///
/// What it returns are the types of the other modules of the product, each with its own methods and notes.
public struct SubIndex: Sendable {
  /// The code of the sub-index.
  public let code: String
  /// The figures of all provinces and years.
  public let panel: Panel
  /// The rules of all years that have one, ascending; fitted ones say so by their standing.
  public let rules: [ScoringRule]
  /// The provinces by all their spellings.
  public let gazetteer: Gazetteer
  private let codebook: Codebook
  private let datasets: Datasets

  /// Loads a sub-index.
  ///
  /// - Parameters:
  ///   - datasets: the folder of tables.
  ///   - code: the sub-index, as in the codebook.
  /// - Throws: what is wrong with a table, naming file, line and column.
  public init(in datasets: Datasets, code: String = "transparency") throws {
    self.code = code
    self.datasets = datasets
    gazetteer = try datasets.gazetteer()
    codebook = try datasets.codebook()
    rules = try datasets.rules(of: code)
    panel = try TidyReader(gazetteer: gazetteer, codebook: codebook)
      .panel(of: datasets.table("\(code)/data.csv"))
  }

  /// A province by its name in any spelling.
  ///
  /// - Throws: `PanelError.unknownProvince` with the names that are near.
  public func province(_ name: String) throws -> Province { try gazetteer.province(named: name) }

  /// The rule of a year.
  ///
  /// - Throws: `IndexError.noRule` with the years there are.
  public func rule(_ year: Int) throws -> ScoringRule {
    guard let rule = rules.first(where: { $0.year == year }) else {
      throw IndexError.noRule(year: year, known: rules.map(\.year))
    }
    return rule
  }

  /// The scores and ranks of a year, rebuilt, beside the published ones.
  ///
  /// - Throws: `IndexError` or `PanelError` where the year cannot be scored.
  public func scoreboard(_ year: Int) throws -> Scoreboard {
    try rule(year).scoreboard(of: panel)
  }

  /// What would move a province's rank: steps, good years and the ladder of places, in places.
  ///
  /// - Parameters:
  ///   - province: the province.
  ///   - year: the year.
  /// - Returns: the effects of single indicators, the largest gain first.
  /// - Throws: `IndexError`, `PanelError` or `ScenarioError` where the province cannot be studied.
  public func drivers(of province: Province, in year: Int) throws -> Drivers {
    try Drivers(of: province, panel: panel, rule: rule(year), rules: rules)
  }

  /// The least effort that takes a province to a goal.
  ///
  /// - Parameters:
  ///   - province: the province.
  ///   - goal: what to reach.
  ///   - last: the year to reach it by.
  ///   - year: the year it starts from.
  /// - Returns: the plan with its certificate; the best that can be had where the goal cannot.
  /// - Throws: `ScenarioError` where the goal is none, `IndexError` or `PanelError`.
  public func target(
    of province: Province, to goal: Goal, by last: Int, from year: Int
  ) throws -> Target {
    try Target(
      of: province, goal: goal, by: last, panel: panel, rule: rule(year), rules: rules)
  }

  /// Futures of all provinces: figures move as a model says, firms are sampled anew.
  ///
  /// - Parameters:
  ///   - scenario: what provinces set out to do.
  ///   - year: the year they start from.
  ///   - last: the last year.
  ///   - model: how figures move.
  ///   - draws: how many futures.
  ///   - seed: what they are repeated by; the same on any number of threads.
  ///   - watched: the provinces whose scores are kept, draw by draw.
  /// - Returns: ranks of all provinces in every year, and the scores of those watched.
  /// - Throws: `ScenarioError` where no past years tell how figures move.
  public func futures(
    of scenario: Scenario = Scenario(), from year: Int, through last: Int,
    model: any RivalModel = PanelRivals(), draws: Int = 20_000, seed: UInt64 = 1,
    watching watched: [Province] = []
  ) throws -> Futures {
    let history = try RivalHistory(panel, rule: rule(year), errors: errors(through: year))
    return try Simulation(history, model: model, scenario: scenario, through: last)
      .futures(draws: draws, watching: watched, replicates: Replicates(seed: seed))
  }

  /// The figures of a year with the firms behind them and their standard errors, by the bundled numbers of firms and laws.
  ///
  /// How sure scores and ranks are follows from them: `scores` and `scoreErrors` are what `ScoreEstimates` takes.
  ///
  /// - Parameter year: the year.
  /// - Returns: the figures of all provinces that can be scored, each in its indicator's unit.
  /// - Throws: `IndexError.noRule`, `IndexError.noRespondents` where the numbers of firms are not bundled, or what is wrong
  ///   with a table.
  public func figures(_ year: Int) throws -> SampledFigures {
    let counts = try respondents(in: year)
    return try SampledFigures(panel, rule: rule(year), model: samplingModel()) {
      counts?.answers(to: $0, in: $1.key, year)
    }
  }

  /// The sampling errors of the figures up to a year, by the bundled numbers of firms and laws; nil where none are bundled.
  ///
  /// - Throws: what is wrong with a table.
  public func errors(through year: Int) throws -> FigureErrors? {
    let counts = try Dictionary(
      uniqueKeysWithValues: panel.years.filter { $0 <= year }.compactMap { year in
        try respondents(in: year).map { (year, $0) }
      })
    guard counts[year] != nil else { return nil }
    return FigureErrors(model: try samplingModel()) { indicator, province, year in
      counts[year]?.answers(to: indicator, in: province.key, year)
    }
  }

  private func samplingModel() throws -> SamplingModel {
    try SamplingModel(reading: datasets.table("sampling/data.csv"))
  }

  private func respondents(in year: Int) throws -> Respondents? {
    try datasets.respondentEstimates(of: year, gazetteer: gazetteer, codebook: codebook)
  }
}
