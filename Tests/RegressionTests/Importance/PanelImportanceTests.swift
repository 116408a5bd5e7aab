import LinearAlgebra
import Regression
import Tables
import TestSupport
import Testing

@Suite struct PanelImportanceTests {
  @Test(arguments: [true, false])
  func sharesWithinAPanelAreThoseBesideIndicatorColumns(isBalanced: Bool) throws {
    let panel = PanelRows(units: 6, periods: 5, regressors: 4, seed: 1, isBalanced: isBalanced)
    let commons: [(CommonTerms, [[Double]])] = [
      (.units(panel.units), RandomRows.indicators(of: panel.units)),
      (.periods(panel.periods), RandomRows.indicators(of: panel.periods)),
      (
        .unitsAndPeriods(panel.units, panel.periods),
        RandomRows.indicators(of: panel.units)
          + RandomRows.indicators(of: panel.periods, dropping: 1)
      ),
    ]
    for (common, columns) in commons {
      let importance = try RelativeImportance(panel.rows.data(common: common))
      let expected = try panel.rows.sharesOverAllOrders(
        of: (0..<4).map { [$0] }, beside: columns)
      // Two dozen rows after a dozen effects; sums of products of numbers up to thirty.
      for (share, other) in zip(importance.shares, expected) { #expect(abs(share - other) < 1e-12) }
    }
  }

  @Test func weightsCountAsRepeatedRowsWithinAPanel() throws {
    let panel = PanelRows(units: 5, periods: 6, regressors: 3, seed: 2, isBalanced: false)
    let times = panel.rows.response.indices.map { 1 + $0 % 3 }
    let repeated = panel.selecting(
      times.indices.flatMap { row in Array(repeating: row, count: times[row]) })
    let weighted = try RelativeImportance(
      panel.rows.data(weights: times.map(Double.init), common: panel.common))
    let expected = try RelativeImportance(repeated.rows.data(common: repeated.common))
    for (share, other) in zip(weighted.shares, expected.shares) {
      #expect(abs(share - other) < 1e-12)
    }
  }

  @Test func aRegressorOfTheEffectsAloneHasNoShare() throws {
    let panel = PanelRows(units: 6, periods: 5, regressors: 2, seed: 3, isBalanced: true)
    let ofUnits = panel.units.codes.map { 0.1 * Double($0) }
    let ofBoth = zip(panel.units.codes, panel.periods.codes).map { 0.3 * Double($0) - Double($1) }
    let importance = try RelativeImportance(
      RandomRows(columns: panel.rows.columns + [ofUnits, ofBoth], response: panel.rows.response)
        .data(common: panel.common))
    #expect(importance.shares.suffix(2) == [0, 0])
    #expect(
      importance.notes.texts
        == ["x3", "x4"].map {
          "\($0) does not vary, or is explained by what every model holds: its share is zero."
        })
  }

  @Test func demeanedColumnsGiveTheSameShares() throws {
    let panel = PanelRows(units: 6, periods: 5, regressors: 3, seed: 4, isBalanced: true)
    let demeaned = RandomRows(
      columns: panel.rows.columns.map(panel.demeaned), response: panel.demeaned(panel.rows.response)
    )
    let (given, expected) = try (
      RelativeImportance(demeaned.data(common: .none)),
      RelativeImportance(panel.rows.data(common: panel.common))
    )
    for (share, other) in zip(given.shares, expected.shares) { #expect(abs(share - other) < 1e-13) }
  }

  @Test func aResponseOfTheEffectsAloneIsRefused() {
    let panel = PanelRows(units: 4, periods: 3, regressors: 1, seed: 5, isBalanced: true)
    let response = zip(panel.units.codes, panel.periods.codes).map { Double($0) + 0.7 * Double($1) }
    #expect(
      message {
        try RelativeImportance(
          RandomRows(columns: panel.rows.columns, response: response).data(common: panel.common))
      }
        == "the response does not vary beyond the intercept or effects, so that R² is undefined; "
        + "choose another response, or fewer effects")
  }
}

/// Rows of units over periods, some of them missing.
struct PanelRows {
  let rows: RandomRows
  let units: Grouping
  let periods: Grouping

  /// Effects of both.
  var common: CommonTerms { .unitsAndPeriods(units, periods) }

  init(units: Int, periods: Int, regressors: Int, seed: UInt64, isBalanced: Bool) {
    let all = RandomRows(rows: units * periods, regressors: regressors, seed: seed)
    // One row in five is missing, of each unit another.
    let kept = (0..<units * periods).filter { isBalanced || ($0 / periods + $0) % 5 != 0 }
    rows = RandomRows(
      columns: all.columns.map { column in kept.map { column[$0] } },
      response: kept.map { all.response[$0] + Double($0 / periods * 3 - $0 % periods) })
    self.units = Grouping(name: "unit", labels: kept.map { "u\($0 / periods)" })
    self.periods = Grouping(name: "period", labels: kept.map { "\($0 % periods)" })
  }

  private init(rows: RandomRows, units: Grouping, periods: Grouping) {
    self.rows = rows
    self.units = units
    self.periods = periods
  }

  /// Some of the rows, each as often as it is named; a unit is called anew for each copy.
  func selecting(_ places: [Int], copies: [Int]? = nil) -> PanelRows {
    PanelRows(
      rows: RandomRows(
        columns: rows.columns.map { column in places.map { column[$0] } },
        response: places.map { rows.response[$0] }),
      units: Grouping(
        name: "unit",
        labels: places.enumerated().map { "\(units.codes[$1]) \(copies?[$0] ?? 0)" }),
      periods: Grouping(name: "period", labels: places.map { "\(periods.codes[$0])" }))
  }

  /// A column less its means by unit and period, of a balanced panel.
  func demeaned(_ column: [Double]) -> [Double] {
    let mean = column.reduce(0, +) / Double(column.count)
    let (ofUnits, ofPeriods) = (means(of: column, by: units), means(of: column, by: periods))
    return column.indices.map {
      column[$0] - ofUnits[Int(units.codes[$0])] - ofPeriods[Int(periods.codes[$0])] + mean
    }
  }

  private func means(of column: [Double], by grouping: Grouping) -> [Double] {
    var sums = [Double](repeating: 0, count: grouping.count)
    for (value, code) in zip(column, grouping.codes) { sums[Int(code)] += value }
    return zip(sums, grouping.sizes).map { $0 / Double($1) }
  }
}
