public import Statistics

import Indices
import LinearAlgebra

/// Each province goes on by its own trend: the mean of its past yearly changes, net of the country, shrunk towards
/// none as far as chance explains how provinces differ.
///
/// A figure is its last value + trend × years + a random walk + the sampling errors of then and now. The walk
/// has the variance of past changes less that of two samples.
public struct DriftingRivals: RivalModel {
  /// Makes the model.
  public init() {}

  public func law(from history: RivalHistory, years: Int) throws -> PathLaw {
    let correlation = ChangeCorrelation.positiveDefinite(history.noiseCorrelation).matrix
    var law = PathLaw(
      values: history.values, years: years,
      shocks: .normal(factor: try RivalHistory.factor(of: correlation)),
      commonChanges: history.commonChanges)
    let trends = try Self.trends(of: history)
    for (indicator, trend) in trends.enumerated() {
      let noise = history.noise[indicator]
      let two = 2 * noise.reduce(0, +) / Double(max(noise.count, 1))
      let walk = max(trend.variance - two, 0)
      for province in 0..<law.units {
        let factor = try Self.factor(walk: walk, noise: noise[province], years: years)
        for year in 0..<years {
          law[mean: year, indicator, province] +=
            Double(year + 1) * trend.shrunk[history.rows[province]]
          for shock in 0...year {
            law[factor: year, of: shock, indicator, province] = factor[year, shock]
          }
        }
      }
    }
    return law
  }

  /// The factor of the covariance over the years: walk × min(s, t) + noise × (1 + [s = t]).
  private static func factor(walk: Double, noise: Double, years: Int) throws -> Matrix {
    guard walk + noise > 0 else { return Matrix(rows: years, columns: years) }
    var covariance = Matrix(rows: years, columns: years)
    for row in 0..<years {
      for column in 0..<years {
        covariance[row, column] =
          walk * Double(min(row, column) + 1) + noise * (row == column ? 2 : 1)
      }
    }
    return try Cholesky(covariance).lower
  }

  /// How an indicator's figures have changed a year.
  private struct Trend {
    /// The shrunk trend of each province of the panel.
    let shrunk: [Double]
    /// The variance of the net changes.
    let variance: Double
  }

  private static func trends(of history: RivalHistory) throws -> [Trend] {
    let past = history.netChanges
    let known = history.rule.components.indices.map { indicator in
      past.compactMap { row in row.changes[indicator].map { (row.province, $0) } }
    }
    let count = (past.map(\.province).max() ?? 0) + 1
    let found = known.map { trend(of: $0, provinces: max(count, (history.rows.max() ?? 0) + 1)) }
    let ratios = zip(found, history.spreads).compactMap { trend, spread in
      trend.map { $0.variance / (spread * spread) }
    }
    guard let ratio = ratios.median else {
      throw ScenarioError.noHistory(subindex: history.rule.subindex, year: history.rule.year)
    }
    return zip(found, history.spreads).map { trend, spread in
      trend
        ?? Trend(
          shrunk: [Double](repeating: 0, count: max(count, (history.rows.max() ?? 0) + 1)),
          variance: ratio * spread * spread)
    }
  }

  /// The trends in an indicator's changes; nil where there are fewer than two.
  private static func trend(of changes: [(province: Int, change: Double)], provinces: Int)
    -> Trend?
  {
    guard let deviation = changes.map(\.change).standardDeviation else { return nil }
    let variance = deviation * deviation
    var (sums, counts) = (
      [Double](repeating: 0, count: provinces), [Int](repeating: 0, count: provinces)
    )
    for (province, change) in changes {
      sums[province] += change
      counts[province] += 1
    }
    let own = zip(sums, counts).compactMap { $1 > 0 ? $0 / Double($1) : nil }
    let chance = counts.filter { $0 > 0 }.map { variance / Double($0) }
    let seen = own.standardDeviation.map { $0 * $0 } ?? 0
    let real = max(seen - chance.reduce(0, +) / Double(max(chance.count, 1)), 0)
    return Trend(
      shrunk: zip(sums, counts).map { sum, count in
        guard count > 0, real > 0 else { return 0 }
        return sum / Double(count) * real / (real + variance / Double(count))
      }, variance: variance)
  }
}
