import LinearAlgebra
import Regression
import Tables
import TestSupport
import Testing

@Suite struct BetweenTransformationTests {
  @Test func meansAreWeighted() {
    let grouping = Grouping(name: "unit", labels: ["b", "a", "b"])
    let columns = Matrix(rows: 3, columns: [[1, 10, 5]])
    #expect(BetweenTransformation(grouping: grouping).means(of: columns).column(0) == [3, 10])
    let weighted = BetweenTransformation(grouping: grouping, weights: [3, 1, 1])
    #expect(weighted.means(of: columns).column(0) == [2, 10])
    #expect(weighted.groupWeights == [4, 1])
  }

  @Test func aShareOfOneIsTheWithinTransformation() throws {
    let panel = RandomPanel(seed: 2, rows: 30, groups: [6], columns: 2)
    let columns = Matrix(rows: 30, columns: panel.columns)
    let between = BetweenTransformation(grouping: panel.groupings[0], weights: panel.weights)
    let within = try WithinTransformation(groupings: panel.groupings, weights: panel.weights)
      .demeaned(columns).columns
    let ones = [Double](repeating: 1, count: panel.groupings[0].count)
    let found = between.quasiDemeaned(columns, shares: ones)
    for column in 0..<2 {
      for row in 0..<30 {
        // Numbers of size 10: a last digit.
        #expect(abs(found[row, column] - within[row, column]) < 1e-14)
      }
    }
    let zeros = [Double](repeating: 0, count: panel.groupings[0].count)
    #expect(between.quasiDemeaned(columns, shares: zeros) == columns)
  }

  @Test func noRowsHaveNoMeans() {
    let between = BetweenTransformation(grouping: Grouping(name: "unit", labels: [String]()))
    #expect(between.means(of: Matrix(rows: 0, columns: 2)) == Matrix(rows: 0, columns: 2))
  }

  @Test func differencesStayWithinUnitsAndFollowTime() {
    let units = Grouping(name: "unit", labels: ["a", "b", "a", "b", "a"])
    let times = [2010, 2011, 2009, 2009, 2012]
    let columns = Matrix(rows: 5, columns: [[1, 2, 4, 8, 16]])
    let byTime = FirstDifferences(units: units, times: times)
    #expect(byTime.rows == [0] && byTime.previous == [2])
    #expect(byTime.differences(of: columns).column(0) == [-3])
    #expect(byTime.notes.texts == ["2 rows follow a gap in time and have no difference."])
    let byRow = FirstDifferences(units: units, times: times, step: .row)
    #expect(byRow.rows == [0, 4, 1])
    #expect(byRow.differences(of: columns).column(0) == [-3, 15, -6])
    #expect(byRow.notes.texts == ["2 differences span a gap in time."])
  }

  @Test func oneRowHasNoDifference() {
    for rows in 0...1 {
      let units = Grouping(name: "unit", labels: (0..<rows).map { "\($0)" })
      let differences = FirstDifferences(units: units, times: [Int](0..<rows))
      #expect(differences.rows.isEmpty && differences.notes.isEmpty)
      #expect(differences.differences(of: Matrix(rows: rows, columns: 1)).rows == 0)
    }
  }
}
