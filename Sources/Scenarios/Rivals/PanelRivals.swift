public import Regression
public import Statistics

import Indices
import Panels

/// Figures come back towards the mean, and towards what the province was before: a panel regression.
///
/// The position z of a figure is its distance from the mean of the year, in spreads among provinces; taking the
/// mean out stands for the effect of the year. One regression for all indicators and years that compare,
///
///     z(next) = β₁ z + β₂ z × reliability + β₃ mean of earlier z + β₄ z [there are earlier ones] + u,
///
/// in which the mean of the province's earlier years stands for the province's effect, shrunk by its
/// coefficient (Mundlak 1978, doi:10.2307/1913646), and reliability is the share of the spread that is
/// not the figure's own sampling error. Errors u have a variance of each indicator, shrunk to that of all, to which
/// a province's own number of firms adds or from which it takes, and the correlation of the residuals of
/// indicators of one province and year. The country's means move by a past year drawn anew.
public struct PanelRivals: RivalModel {
  /// Makes the model.
  public init() {}

  public func law(from history: RivalHistory, years: Int) throws -> PathLaw {
    let fit = try Fit(of: history)
    var law = PathLaw(
      values: history.values, years: years,
      shocks: .normal(factor: try RivalHistory.factor(of: fit.correlation)),
      commonChanges: history.commonChanges)
    for (indicator, series) in history.series.enumerated() {
      let last = series.years[series.years.count - 1]
      let variances = fit.variances(of: series, provinces: history.rows)
      for (place, row) in history.rows.enumerated() {
        let past = series.positions(of: row, through: series.years.count - 1)
        let reliability = last.reliability(of: row)
        let path = fit.path(after: past, reliability: reliability, years: years)
        for year in 0..<years {
          law[mean: year, indicator, place] = last.mean + last.spread * path[year]
        }
        for shock in 0..<years {
          // The regression is linear: what a shock does is the path of a past of zeros with it.
          let response = fit.path(
            after: past.map { _ in 0 }, reliability: reliability, years: years, shockIn: shock)
          for year in shock..<years {
            law[factor: year, of: shock, indicator, place] =
              response[year] * last.spread * variances[place].squareRoot()
          }
        }
      }
    }
    return law
  }
}

extension PanelRivals {
  /// The regression as fitted.
  public struct Fit: Sendable {
    /// The regression, its errors clustered by province.
    public let estimation: Estimation
    /// The correlation of the residuals of the rule's indicators within a province and year.
    public let correlation: [[Double]]
    private let coefficients: [Double]
    private let pooled: Double
    private let own: [String: Double]

    /// How many residuals of all an indicator's own variance is shrunk by.
    private static let priorCount = 60.0
    /// The least share of the variance of residuals that is not the sampling error of the figure itself.
    private static let leastShare = 0.1

    /// Fits the regression.
    ///
    /// - Parameter history: what is known.
    /// - Throws: `ScenarioError.noHistory` where there are too few steps; `RegressionError`.
    public init(of history: RivalHistory) throws {
      let table = TransitionTable(history.runs)
      let names = TransitionTable.regressors
      guard table.rows.count > 2 * names.count else {
        throw ScenarioError.noHistory(subindex: history.rule.subindex, year: history.rule.year)
      }
      let estimation = try Estimation(
        Specification(
          response: .column("next"), regressors: names.map { .column($0) }, hasIntercept: false,
          clusters: ["province"]), of: Observations(table))
      let coefficients = names.map { estimation.fit[$0] ?? 0 }
      let residuals = table.rows.map { row in
        row.next - zip(coefficients, row.regressors.values).reduce(0) { $0 + $1.0 * $1.1 }
      }
      let pooled = residuals.reduce(0) { $0 + $1 * $1 } / Double(residuals.count)
      var squares: [String: (sum: Double, count: Double)] = [:]
      for (row, residual) in zip(table.rows, residuals) {
        squares[row.indicator, default: (0, 0)].sum += residual * residual
        squares[row.indicator, default: (0, 0)].count += 1
      }
      self.estimation = estimation
      self.coefficients = coefficients
      self.pooled = pooled
      own = squares.mapValues {
        ($0.sum + Self.priorCount * pooled) / ($0.count + Self.priorCount)
      }
      correlation = Self.correlation(of: table, residuals, history.rule.indicators)
    }

    /// The variances of the shocks of provinces, in squares of spreads.
    ///
    /// The variance of the indicator's residuals, with a province's own sampling error in place of the usual one.
    func variances(of series: IndicatorSeries, provinces: [Int]) -> [Double] {
      let last = series.years[series.years.count - 1]
      let noise = provinces.map { last.noise[$0] / (last.spread * last.spread) }
      let usual = noise.reduce(0, +) / Double(max(noise.count, 1))
      let all = own[series.indicator.code] ?? pooled
      return noise.map { max(all - usual, Self.leastShare * all) + $0 }
    }

    /// The positions of the years to come, without shocks or with a shock of one in a year.
    func path(
      after past: [Double], reliability: Double, years: Int, shockIn shock: Int? = nil
    ) -> [Double] {
      var positions = past
      for year in 0..<years {
        let regressors = TransitionTable.Regressors(positions, reliability: reliability)
        let next = zip(coefficients, regressors.values).reduce(0) { $0 + $1.0 * $1.1 }
        positions.append(next + (year == shock ? 1 : 0))
      }
      return Array(positions.suffix(years))
    }

    /// The correlation of residuals of indicators in the same province and year, positive definite.
    private static func correlation(
      of table: TransitionTable, _ residuals: [Double], _ indicators: [String]
    ) -> [[Double]] {
      let places = Dictionary(uniqueKeysWithValues: zip(indicators, 0...))
      var columns = indicators.map { _ in [Int: Double]() }
      let width = (table.rows.map(\.province).max() ?? 0) + 1
      for (row, residual) in zip(table.rows, residuals) {
        guard let place = places[row.indicator] else { continue }
        columns[place][row.year * width + row.province] = residual
      }
      var matrix = indicators.indices.map { row in
        indicators.indices.map { $0 == row ? 1.0 : 0.0 }
      }
      for row in indicators.indices {
        for column in 0..<row {
          let both = columns[row].keys.filter { columns[column][$0] != nil }.sorted()
          let entry = ChangeCorrelation.correlation(
            both.compactMap { columns[row][$0] }, both.compactMap { columns[column][$0] })
          (matrix[row][column], matrix[column][row]) = (entry, entry)
        }
      }
      return ChangeCorrelation.positiveDefinite(matrix).matrix
    }
  }
}
