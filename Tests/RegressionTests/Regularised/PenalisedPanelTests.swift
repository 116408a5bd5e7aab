import Regression
import TestSupport
import Testing

@Suite struct PenalisedPanelTests {
  private static func panel(
    _ sample: PenalisedReference.Sample, rows: [Int], weighted: Bool
  ) -> PenalisedPanel {
    PenalisedPanel(
      columns: sample.columns.map { column in rows.map { column[$0] } },
      response: rows.map { sample.response[$0] },
      weights: weighted ? rows.map { sample.weights[$0] } : nil,
      unit: Grouping(
        name: "province",
        labels: rows.map { sample.provinces.labels[Int(sample.provinces.codes[$0])] }),
      time: Grouping(
        name: "year", labels: rows.map { sample.years.labels[Int(sample.years.codes[$0])] }))
  }

  /// The conditions of the minimum of a regression with columns for every unit and time, from the rows.
  @Test(arguments: [1, 0.5], [false, true])
  func bothEffectsAreFreeAndTheRestBearsThePenalty(_ mixing: Double, _ weighted: Bool) throws {
    let sample = try PenalisedReference.sample()
    let panel = Self.panel(sample, rows: Array(0..<72), weighted: weighted)
    let path = try ElasticNet(
      mixing: mixing, penalties: .given([0.1, 0.03]), factors: panel.factors
    ).path(panel.moments())
    let total = weighted ? sample.weights.reduce(0, +) : 72
    for (place, penalty) in path.penalties.enumerated() {
      let coefficients = path.coefficients[place]
      let residuals = (0..<72).map { row in
        coefficients.indices.reduce(panel.response[row] - path.intercepts[place]) {
          $0 - coefficients[$1] * panel.columns[$1][row]
        }
      }
      let weighed = (0..<72).map { residuals[$0] * (weighted ? sample.weights[$0] : 1) / total }
      for grouping in [sample.provinces, sample.years] {
        for group in 0..<grouping.count {
          let sum = (0..<72).reduce(0.0) {
            $0 + (grouping.codes[$1] == Int32(group) ? weighed[$1] : 0)
          }
          // Sums of numbers that rounded to 1e-14, the coefficient of column d being 30.
          #expect(abs(sum) < 1e-12)
        }
      }
      for column in 0..<panel.regressors {
        let scaled = coefficients[column] * path.scales[column]
        let gradient =
          zip(weighed, panel.columns[column]).reduce(0) { $0 + $1.0 * $1.1 } / path.scales[column]
          - penalty * (1 - mixing) * scaled
        let bound = penalty * mixing
        #expect(
          scaled == 0
            ? abs(gradient) < bound + 1e-13
            : abs(gradient - (scaled < 0 ? -bound : bound)) < 1e-12)
      }
    }
    #expect(path.coefficients[1].prefix(6).contains { $0 != 0 })
  }

  /// Each fold predicted by a panel that never held its rows.
  @Test(arguments: [false, true])
  func nothingOfAFoldLeaksIntoTheFitWithoutIt(_ weighted: Bool) throws {
    let sample = try PenalisedReference.sample()
    let folds = FoldAssignment(dealing: sample.provinces, count: 4, seed: 9)
    let whole = Self.panel(sample, rows: Array(0..<72), weighted: weighted)
    let penalties = [0.2, 0.05, 0.01]
    let result = try ElasticNet(penalties: .given(penalties), factors: whole.factors)
      .crossValidated(whole.moments(folds: folds))
    for fold in 0..<4 {
      let rows = (0..<72).filter { folds.folds[$0] != Int32(fold) }
      let panel = Self.panel(sample, rows: rows, weighted: weighted)
      let moments = try panel.moments()
      let own = try ElasticNet(penalties: .given([0])).path(moments).scales
      let path = try ElasticNet(
        penalties: .given(penalties),
        factors: panel.factors.indices.map { panel.factors[$0] * result.path.scales[$0] / own[$0] }
      ).path(moments)
      for place in penalties.indices {
        var (error, total) = (0.0, 0.0)
        for row in 0..<72 where folds.folds[row] == Int32(fold) {
          let weight = weighted ? sample.weights[row] : 1
          let fitted = whole.columns.indices.reduce(path.intercepts[place]) {
            $0 + path.coefficients[place][$1] * whole.columns[$1][row]
          }
          error += weight * (whole.response[row] - fitted) * (whole.response[row] - fitted)
          total += weight
        }
        // Squares of residuals from moments of sixteen digits.
        #expect(abs(result.foldErrors[fold][place] - error / total) < 1e-11)
      }
    }
  }

  @Test func theLevelOfAUnitChangesNothing() throws {
    let sample = try PenalisedReference.sample()
    let one = PenalisedPanel(
      columns: sample.columns, response: sample.response, unit: sample.provinces)
    let other = PenalisedPanel(
      columns: sample.columns,
      response: sample.response.indices.map {
        sample.response[$0] + Double(sample.provinces.codes[$0])
      }, unit: sample.provinces)
    #expect(one.regressors == 6 && one.columns.count == 6 && one.singletons == 0)
    for (left, right) in zip(one.response, other.response) {
      // Numbers up to 15 with sixteen digits, less a mean.
      #expect(abs(left - right) < 1e-14)
    }
  }

  @Test func aUnitWithOneRowIsCounted() {
    let panel = PenalisedPanel(
      columns: [[1, 2, 5]], response: [3, 4, 7],
      unit: Grouping(name: "province", labels: ["a", "a", "b"]),
      time: Grouping(name: "year", labels: ["1", "2", "1"]))
    #expect(panel.singletons == 1)
    #expect(panel.columns == [[-0.5, 0.5, 0], [-0.5, 0.5, 0]])
    #expect(panel.factors == [1, 0])
  }

  @Test func aFoldMayNotSplitAUnit() async {
    await #expect(processExitsWith: .failure) {
      let panel = PenalisedPanel(
        columns: [[1, 2, 5, 3]], response: [3, 4, 7, 1],
        unit: Grouping(name: "province", labels: ["a", "a", "b", "b"]))
      _ = try panel.moments(folds: FoldAssignment(folds: [0, 1, 1, 1], count: 2))
    }
  }
}
