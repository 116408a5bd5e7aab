import Panels
import Regression

/// Every step of a figure from one year to the next that compares, as rows for a regression.
///
/// Positions are figures less the mean of the year, in spreads among provinces, so that all indicators can
/// share one regression.
struct TransitionTable: ObservationSource {
  /// One figure of one province in one year and the next.
  struct Row {
    let indicator: String
    let province: Int
    let year: Int
    let regressors: Regressors
    let next: Double
  }

  /// What the next position is explained by.
  struct Regressors {
    /// The position now.
    let now: Double
    /// The same times the reliability of the figure: what few firms say is worth less.
    let reliable: Double
    /// The mean of the earlier positions; zero where there are none.
    let earlier: Double
    /// The position now where there are earlier ones, else zero.
    let settled: Double

    /// Sums up a past.
    ///
    /// - Parameters:
    ///   - positions: of consecutive years, one at least.
    ///   - reliability: of the last of them.
    init(_ positions: [Double], reliability: Double) {
      let now = positions[positions.count - 1]
      let before = positions.dropLast()
      self.now = now
      reliable = now * reliability
      earlier = before.isEmpty ? 0 : before.reduce(0, +) / Double(before.count)
      settled = before.isEmpty ? 0 : now
    }

    /// The columns in their order.
    var values: [Double] { [now, reliable, earlier, settled] }
  }

  /// The names of the regressors.
  static let regressors = ["now", "reliable", "earlier", "settled"]

  let rows: [Row]

  /// Collects the steps of all runs of years.
  init(_ runs: [IndicatorSeries]) {
    rows = runs.flatMap { run in
      zip(run.years.indices, run.years.indices.dropFirst()).flatMap { before, after in
        run.years[after].positions.enumerated().compactMap { province, next -> Row? in
          let past = run.positions(of: province, through: before)
          guard let next, !past.isEmpty else { return nil }
          return Row(
            indicator: run.indicator.code, province: province, year: run.years[before].year,
            regressors: Regressors(
              past, reliability: run.years[before].reliability(of: province)), next: next)
        }
      }
    }
  }

  var columnNames: [String] { ["province", "next"] + Self.regressors }

  var rowCount: Int { rows.count }

  func rowNumber(_ row: Int) -> Int { row + 1 }

  func numbers(of column: String) -> [Double] {
    guard let place = Self.regressors.firstIndex(of: column) else { return rows.map(\.next) }
    return rows.map { $0.regressors.values[place] }
  }

  func labels(of column: String) -> [String?] { rows.map { "\($0.province)" } }
}
