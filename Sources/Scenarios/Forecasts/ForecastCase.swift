import Glibc
import Panels
import Statistics

/// One province's rank as it was foretold, beside what came.
struct ForecastCase: Sendable {
  /// The year the forecast is made in, and how many years ahead it looks.
  let origin: Int
  let horizon: Int
  /// The number of the province in the panel.
  let province: Int
  /// The rank it had, and the one it came to have.
  let before: Int
  let after: Int
  /// Whether the interval holds the rank that came, and how many ranks it is wide.
  let isCovered: Bool
  let width: Int
  /// The logarithm of the probability of the rank that came.
  let logScore: Double
  /// The same of a forecast of last year's rank, with the scatter of past changes.
  let sameLogScore: Double
  /// How far the middle of the forecast was from the rank that came.
  let error: Int
  /// The probability of each rank or a better one, the first rank first.
  let cumulative: [Double]

  /// Sets a forecast beside what came.
  ///
  /// - Parameters:
  ///   - origin: the year the forecast is made in.
  ///   - horizon: how many years ahead it looks.
  ///   - province: the number of the province in the panel.
  ///   - before: the rank it had.
  ///   - after: the rank it came to have.
  ///   - forecast: the ranks drawn.
  ///   - same: "the same rank", with the scatter of changes over as many years.
  ///   - level: how sure the interval is to be.
  init(
    origin: Int, horizon: Int, province: Int, before: Int, after: Int,
    forecast: RankDistribution, same: SameRank, level: Double
  ) {
    let ranks = forecast.counts.count
    let interval = forecast.interval(level)
    // Half a draw for each rank, so that one which did not come in the draws is not impossible.
    let total = Double(forecast.draws) + 0.5 * Double(ranks)
    var sum = 0.0
    cumulative = forecast.counts.map { count in
      sum += Double(count) / Double(forecast.draws)
      return sum
    }
    self.origin = origin
    self.horizon = horizon
    self.province = province
    self.before = before
    self.after = after
    isCovered = interval.contains(after)
    width = interval.count
    logScore = log((Double(forecast.counts[after - 1]) + 0.5) / total)
    sameLogScore = same.logProbability(of: after, from: before)
    error = abs((cumulative.firstIndex { $0 >= 0.5 } ?? ranks - 1) + 1 - after)
  }
}
