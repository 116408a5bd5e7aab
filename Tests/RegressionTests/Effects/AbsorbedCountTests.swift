import LinearAlgebra
import TestSupport
import Testing

@testable import Regression

@Suite struct AbsorbedCountTests {
  /// The rank of the indicators by pivoted QR.
  private func rank(_ groupings: [Grouping], rows: Int) throws -> Int {
    try LeastSquares(RandomPanel.indicators(of: groupings, rows: rows)).rank
  }

  @Test(arguments: [[6], [5, 7], [14, 13], [5, 4, 3], [12, 9, 10], [4, 3, 5, 2]])
  func isTheRankOfTheIndicators(_ groups: [Int]) throws {
    for seed in 1...8 as ClosedRange<UInt64> {
      // Few rows, so that the panel falls into parts.
      let panel = RandomPanel(seed: seed, rows: 45, groups: groups, columns: 0)
      let sample = panel.groupings.map {
        Grouping(name: $0.name, labels: $0.codes.prefix(35).map(String.init))
      }
      let rows = 35
      let found = WithinTransformation(groupings: sample).absorbedCount
      #expect(found.isExact)
      #expect(found.count == (try rank(sample, rows: rows)))
      #expect(found.count == sample.reduce(0) { $0 + $1.count } - found.redundant.reduce(0, +))
      let bound = WithinTransformation(
        groupings: sample, directLimit: 0, knowsBalance: true
      ).absorbedCount
      #expect(bound.count >= found.count)
      #expect(bound.isExact == (groups.count < 3))
      #expect(bound.notes.isEmpty == bound.isExact)
    }
  }

  @Test func noEffectsTakeNothing() {
    #expect(WithinTransformation(groupings: []).absorbedCount.count == 0)
  }

  @Test func aGroupingWithinAnotherIsNested() {
    let provinces = Grouping(name: "province", labels: ["a", "b", "c", "a"])
    let regions = Grouping(name: "region", labels: ["n", "s", "s", "n"])
    #expect(provinces.isNested(in: regions))
    #expect(provinces.isNested(in: provinces))
    #expect(!regions.isNested(in: provinces))
    let years = Grouping(name: "year", labels: ["1", "1", "2", "2"])
    #expect(!provinces.isNested(in: years))
  }

  @Test func rowsAloneInAGroupAreFoundUntilNoneIsLeft() {
    // Row 0 is alone in its unit; without it, row 1 is alone in its year; then row 2 in its unit.
    let units = Grouping(name: "unit", labels: ["a", "b", "b", "c", "c", "d", "d"])
    let years = Grouping(name: "year", labels: ["1", "1", "2", "2", "3", "3", "2"])
    #expect(Singletons.rows(of: [units]) == [0])
    #expect(Singletons.rows(of: [units, years]) == [0, 1, 2])
    #expect(Singletons.rows(of: []) == [])
    #expect(Singletons.rows(of: [Grouping(name: "unit", labels: ["a"])]) == [0])
  }

  @Test func singletonsAreThoseThatASearchRowByRowFinds() {
    for seed in 1...20 as ClosedRange<UInt64> {
      let panel = RandomPanel(seed: seed, rows: 30, groups: [14, 12, 10], columns: 0)
      var left = Array(0..<30)
      while true {
        let alone = left.filter { row in
          panel.groupings.contains { grouping in
            left.count { grouping.codes[$0] == grouping.codes[row] } == 1
          }
        }
        if alone.isEmpty { break }
        left.removeAll(where: alone.contains)
      }
      #expect(Singletons.rows(of: panel.groupings) == (0..<30).filter { !left.contains($0) })
    }
  }
}
