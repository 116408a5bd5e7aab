import LinearAlgebra
import TestSupport
import Testing

@testable import Regression

@Suite struct EstimatedEffectsTests {
  @Test(arguments: [[7], [4, 9], [9, 4], [4, 3, 6]], [200, 0])
  func effectsAndWhatIsLeftMakeUpTheColumn(_ groups: [Int], _ directLimit: Int) throws {
    for seed in 1...4 as ClosedRange<UInt64> {
      let panel = RandomPanel(seed: seed, rows: 50, groups: groups, columns: 1)
      let transformation = WithinTransformation(
        groupings: panel.groupings, weights: panel.weights, directLimit: directLimit,
        knowsBalance: true)
      let effects = try transformation.effects(of: panel.columns[0])
      var left = Matrix(rows: 50, columns: panel.columns)
      _ = try transformation.demean(&left)
      for row in 0..<50 {
        let sum = effects.sum(of: panel.groupings.map { Int($0.codes[row]) })
        // Numbers of size 10: a few last digits.
        #expect(abs(sum + left[row, 0] - panel.columns[0][row]) < 1e-12)
      }
      for later in effects.values.dropFirst() { #expect(later[0] == 0) }
    }
  }

  @Test func eachPartHasItsOwnConstant() throws {
    // Units a and b know only years 1 and 2, unit c only 3 and 4.
    let units = Grouping(name: "unit", labels: ["a", "a", "b", "b", "c", "c"])
    let years = Grouping(name: "year", labels: ["1", "2", "1", "2", "3", "4"])
    let transformation = WithinTransformation(groupings: [units, years])
    let effects = try transformation.effects(of: [1, 2, 11, 12, 5, 8])
    let expected: [[Double]] = [[1, 11, 5], [0, 1, 0, 3]]
    for (found, expected) in zip(effects.values, expected) {
      // Numbers of size 10: the last digit.
      #expect(zip(found, expected).allSatisfy { abs($0 - $1) < 1e-14 })
    }
    #expect(transformation.absorbedCount.count == 5)
  }

  @Test func noEffectsAddNothing() throws {
    let effects = try WithinTransformation(groupings: []).effects(of: [1, 2])
    #expect(effects.values.isEmpty)
    #expect(effects.sum(of: []) == 0)
  }
}
