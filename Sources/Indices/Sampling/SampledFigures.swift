public import LinearAlgebra
public import Panels

/// The figures that a rule scores, with the number of firms behind each and its standard error.
public struct SampledFigures: Sendable {
  /// The rule whose indicators these are.
  public let rule: ScoringRule
  /// The provinces that can be scored, in the order of the panel.
  public let provinces: [Province]
  /// A row for each province, a value for each indicator of the rule.
  public let values: [[Double]]
  /// The number of firms that answered, of the same shape; nil where no firm was asked.
  public let firms: [[Double?]]
  /// The standard errors, of the same shape, each in its indicator's unit.
  public let errors: [[Double]]
  /// What is assumed of each indicator of the rule, in its order.
  public let assumptions: [SamplingModel.Entry]
  /// The correlation of the errors of each two indicators of the rule within a province.
  public let correlations: Matrix

  /// Finds the standard errors of the figures of a year.
  ///
  /// - Parameters:
  ///   - panel: the figures.
  ///   - rule: the rule of the year.
  ///   - model: what is assumed of sampling.
  ///   - respondents: how many firms of a province answered an indicator, as far as is known; means of
  ///     uncertain counts go too.
  /// - Throws: `PanelError.noFigures`; `IndexError.noSamplingLaw` and `IndexError.noRespondents` where an
  ///   error cannot be told; `IndexError.badSampling` where correlations contradict one another.
  public init(
    _ panel: Panel, rule: ScoringRule, model: SamplingModel,
    respondents: (_ indicator: String, _ province: Province) -> Double?
  ) throws {
    let sample = try panel.sample(of: rule.indicators, in: rule.year)
    let assumptions = try Self.assumptions(rule, model, panel)
    let rows = try sample.provinces.indices.map { row in
      try Self.row(
        of: sample.provinces[row], values: sample.columns.map { $0[row] }, assumptions, rule.year,
        respondents)
    }
    self.rule = rule
    provinces = sample.provinces
    values = sample.provinces.indices.map { row in sample.columns.map { $0[row] } }
    firms = rows.map(\.firms)
    errors = rows.map(\.errors)
    self.assumptions = assumptions
    let count = rule.indicators.count
    var correlations = Matrix(rows: count, columns: count)
    for row in 0..<count {
      for column in 0..<count {
        correlations[row, column] = model.correlation(rule.indicators[row], rule.indicators[column])
      }
    }
    self.correlations = correlations
    for province in provinces.indices where variances(of: province).reduce(0, +) < 0 {
      throw IndexError.badSampling(
        "the correlations contradict one another: by them the score of \(provinces[province].nameVi) has a "
          + "variance below zero")
    }
  }

  /// What is assumed of each indicator of a rule.
  private static func assumptions(
    _ rule: ScoringRule, _ model: SamplingModel, _ panel: Panel
  ) throws(IndexError) -> [SamplingModel.Entry] {
    try rule.indicators.map { (code) throws(IndexError) in
      guard let indicator = panel.indicator(code) else {
        throw .badRule(year: rule.year, "\(code) is in no row of the codebook")
      }
      guard let entry = model.entry(of: indicator) else {
        throw .noSamplingLaw(indicator: code, unit: indicator.unit.rawValue)
      }
      if entry.law == .share, indicator.unit != .share {
        throw .badSampling(
          "\(code) is no share but a figure of unit \(indicator.unit.rawValue): give it another law"
        )
      }
      return entry
    }
  }

  /// The firms behind the figures of a province, and their standard errors.
  private static func row(
    of province: Province, values: [Double], _ assumptions: [SamplingModel.Entry], _ year: Int,
    _ respondents: (String, Province) -> Double?
  ) throws(IndexError) -> (firms: [Double?], errors: [Double]) {
    var (firms, errors): ([Double?], [Double]) = ([], [])
    for (value, entry) in zip(values, assumptions) {
      let count = entry.law == .exact ? nil : respondents(entry.indicator, province)
      guard entry.law == .exact || count ?? 0 > 0 else {
        throw .noRespondents(
          indicator: entry.indicator, province: province.nameVi, year: year)
      }
      firms.append(count)
      errors.append(entry.law.variance(of: value, firms: count ?? 1).squareRoot())
    }
    return (firms, errors)
  }
}

extension SampledFigures {
  /// The same provinces with other figures of the same indicators, under a rule of another year.
  init(_ figures: SampledFigures, rule: ScoringRule, columns: [[Double]]) {
    precondition(rule.indicators == figures.rule.indicators, "the indicators must be the same")
    self.rule = rule
    provinces = figures.provinces
    values = figures.provinces.indices.map { row in columns.map { $0[row] } }
    firms = figures.firms
    errors = figures.errors
    assumptions = figures.assumptions
    correlations = figures.correlations
  }
}
