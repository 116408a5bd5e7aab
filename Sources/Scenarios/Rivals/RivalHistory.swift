public import Indices
public import Panels

/// What is known, up to the year of a rule, of how its indicators have moved in all provinces.
///
/// What a model of rivals is fitted to. Nothing later than the year is used, and no change over a break of
/// a question or of a territory.
public struct RivalHistory: Sendable {
  /// The rule the future is scored by.
  public let rule: ScoringRule
  /// The provinces that the rule scores in its year, in the order of the panel.
  public let provinces: [Province]
  let indicators: [Indicator]
  /// The figures of the rule's year: indicator, province.
  let values: [[Double]]
  /// The comparable years that end in the rule's: one for each indicator of the rule.
  let series: [IndicatorSeries]
  /// All comparable years of all indicators of the sub-index, also of those the rule no longer has.
  let runs: [IndicatorSeries]
  /// The place of each province among all of the panel.
  let rows: [Int]
  let errors: FigureErrors?
  /// The years whose scores do not compare with those of the year before.
  public let methodBreaks: [Int]

  /// Collects what is known.
  ///
  /// - Parameters:
  ///   - panel: the figures.
  ///   - rule: the rule.
  ///   - errors: the sampling errors of figures, as far as they are known; nil where none are to count.
  /// - Throws: `PanelError` where the year has no figures, `IndexError.badRule` where an indicator is in no codebook,
  ///   `ScenarioError.allAlike` where all provinces have the same figure.
  public init(_ panel: Panel, rule: ScoringRule, errors: FigureErrors?) throws {
    let sample = try panel.sample(of: rule.indicators, in: rule.year)
    indicators = try rule.indicators.map { code throws(IndexError) in
      guard let indicator = panel.indicator(code) else {
        throw .badRule(year: rule.year, "\(code) is in no row of the codebook")
      }
      return indicator
    }
    self.rule = rule
    self.errors = errors
    provinces = sample.provinces
    values = sample.columns
    let positions = Dictionary(
      uniqueKeysWithValues: panel.provinces.enumerated().map { ($1.key, $0) })
    rows = sample.provinces.compactMap { positions[$0.key] }
    methodBreaks =
      panel.indicators.first { $0.isScore && $0.subindex == rule.subindex }?.breaks ?? []
    let own = Set(rule.indicators)
    let all =
      indicators
      + panel.indicators.filter {
        $0.subindex == rule.subindex && $0.kind == .indicator && !own.contains($0.code)
      }
    let runs = all.map {
      IndicatorSeries.runs(of: $0, in: panel, through: rule.year, errors: errors)
    }
    series = try zip(indicators, runs).map { indicator, runs throws(ScenarioError) in
      guard let last = runs.last, last.years.last?.year == rule.year else {
        throw .allAlike(indicator: indicator.code, year: rule.year)
      }
      return last
    }
    self.runs = runs.flatMap(\.self)
  }

  /// The number of a province among those that are scored.
  ///
  /// - Parameter province: the province.
  /// - Returns: nil where it has no score.
  public func place(of province: Province) -> Int? {
    provinces.firstIndex { $0.key == province.key }
  }

  /// Whether sampling errors of figures are known: without them a survey of what stays the same brings the same.
  public var hasErrors: Bool { errors != nil }

  /// The sampling variances of the figures of the rule's year: indicator, province.
  var noise: [[Double]] {
    series.map { series in
      rows.map { series.years[series.years.count - 1].noise[$0] }
    }
  }

  /// The standard deviation among provinces of each indicator in the rule's year.
  var spreads: [Double] { series.map { $0.years[$0.years.count - 1].spread } }

  /// The mean among provinces of each indicator in the rule's year.
  var means: [Double] { series.map { $0.years[$0.years.count - 1].mean } }

  /// How well figures of different indicators of a province err together.
  var noiseCorrelation: [[Double]] {
    rule.indicators.map { first in
      rule.indicators.map { errors?.model.correlation(first, $0) ?? (first == $0 ? 1 : 0) }
    }
  }
}
