import Sensitivity
import Statistics
import TestSupport
import Testing

@Suite struct LinearGaussianShapleyTests {
  /// Closed form (Owen & Prieur 2017; Iooss & Prieur 2019) of slopes (1, 1), deviations (1, 2) and a
  /// correlation of 0.8, enumerated exactly.
  @Test func twoInputsAgreeWithTheClosedForm() throws {
    let found = try LinearGaussianShapley(slopes: [1, 1], covariance: [[1, 1.6], [1.6, 4]])
    // Fifteen digits were published; a few roundings are ours.
    #expect(abs(found.variance - 8.2) < 1e-14)
    let expected: [([Double], [Double])] = [
      (found.firstOrder, [0.824390243902439, 0.95609756097561]),
      (found.total, [0.0439024390243903, 0.175609756097561]),
      (found.effects, [0.434146341463415, 0.565853658536585]),
    ]
    for (values, exact) in expected {
      for (value, number) in zip(values, exact) { #expect(abs(value - number) < 1e-14) }
    }
  }

  private func covariance(_ count: Int, using random: inout SplitMix64) -> [[Double]] {
    let factors = (0..<count).map { _ in
      (0..<count + 2).map { _ in Double.random(in: -1...1, using: &random) }
    }
    return factors.map { one in
      factors.map { two in zip(one, two).reduce(0) { $0 + $1.0 * $1.1 } }
    }
  }

  /// What each set explains, by elimination with the set's own matrix: another way than the tree's.
  private func explained(_ set: [Int], _ slopes: [Double], _ covariance: [[Double]]) -> Double {
    let shared = covariance.map { row in zip(row, slopes).reduce(0) { $0 + $1.0 * $1.1 } }
    var rows = set.map { row in set.map { covariance[row][$0] } + [shared[row]] }
    for pivot in rows.indices {
      for row in rows.indices where row != pivot {
        let factor = rows[row][pivot] / rows[pivot][pivot]
        for column in rows[row].indices { rows[row][column] -= factor * rows[pivot][column] }
      }
    }
    return rows.indices.reduce(0) { $0 + shared[set[$1]] * rows[$1][set.count] / rows[$1][$1] }
  }

  @Test func theTreeAgreesWithEachSetAlone() throws {
    var random = SplitMix64(seed: 11)
    for count in 1...6 {
      let covariance = covariance(count, using: &random)
      let slopes = (0..<count).map { _ in Double.random(in: -2...2, using: &random) }
      let worths = (0..<1 << count).map { set in
        explained((0..<count).filter { set >> $0 & 1 == 1 }, slopes, covariance)
      }
      let found = try LinearGaussianShapley(slopes: slopes, covariance: covariance)
      let exact = ShapleyValues(players: count, worths: [worths]).values[0]
      for input in 0..<count {
        // Conditions of these matrices are below 10³.
        #expect(
          abs(found.effects[input] * found.variance - exact[input]) < 1e-12
            * worths[worths.count - 1])
        #expect(found.effects[input] >= 0)
      }
      #expect(abs(found.effects.reduce(0, +) - 1) < 1e-13)
      #expect(correctDigits(of: found.variance, certified: worths[worths.count - 1]) > 12)
    }
  }

  @Test func independentInputsGetTheirSharesOfTheVariance() throws {
    let slopes = [1.0, -2, 0, 3]
    let variances = [4.0, 1, 5, 0.5]
    let covariance = variances.indices.map { row in
      variances.indices.map { $0 == row ? variances[row] : 0 }
    }
    let found = try LinearGaussianShapley(slopes: slopes, covariance: covariance)
    #expect(found.variance == 12.5)
    for (input, share) in [0.32, 0.32, 0, 0.36].enumerated() {
      // Sums of eight terms.
      #expect(abs(found.effects[input] - share) < 1e-15)
      #expect(abs(found.firstOrder[input] - share) < 1e-15)
      #expect(abs(found.total[input] - share) < 1e-15)
    }
  }

  @Test func unitsAndTheOrderOfInputsChangeNothing() throws {
    var random = SplitMix64(seed: 5)
    let covariance = covariance(5, using: &random)
    let slopes = (0..<5).map { _ in Double.random(in: -2...2, using: &random) }
    let found = try LinearGaussianShapley(slopes: slopes, covariance: covariance)
    let order = [3, 1, 4, 0, 2]
    let units = [1e-6, 1, 1e4, 1e8, 0.3]
    let other = try LinearGaussianShapley(
      slopes: order.map { slopes[$0] / units[$0] },
      covariance: order.map { row in
        order.map { covariance[row][$0] * units[row] * units[$0] }
      })
    for (place, input) in order.enumerated() {
      #expect(abs(other.effects[place] - found.effects[input]) < 1e-13)
    }
  }

  @Test func symmetricInputsAreEqualAndASleeperMayCountThroughOthers() throws {
    let covariance = (0..<4).map { row in (0..<4).map { $0 == row ? 1.0 : 0.5 } }
    let equal = try LinearGaussianShapley(slopes: [1, 1, 1, 1], covariance: covariance)
    for effect in equal.effects { #expect(abs(effect - 0.25) < 1e-15) }
    let sleeper = try LinearGaussianShapley(slopes: [1, 1, 1, 0], covariance: covariance)
    #expect(sleeper.effects[3] > 0.05 && abs(sleeper.total[3]) < 1e-15)
  }

  @Test func anInputThatAnotherDeterminesSharesWithIt() throws {
    let found = try LinearGaussianShapley(
      slopes: [1, 0, 1], covariance: [[1, 2, 0], [2, 4, 0], [0, 0, 1]])
    #expect(found.effects == [0.25, 0.25, 0.5])
    #expect(found.total == [0, 0, 0.5])
  }

  @Test func noInputsOneInputAndNoVariance() throws {
    #expect(try LinearGaussianShapley(slopes: [], covariance: []).effects.isEmpty)
    #expect(try LinearGaussianShapley(slopes: [3], covariance: [[2]]).effects == [1])
    let still = try LinearGaussianShapley(slopes: [0, 1], covariance: [[1, 0], [0, 0]])
    #expect(still.variance == 0 && still.effects == [0, 0] && still.total == [0, 0])
  }

  @Test func whatIsNoCovarianceIsRefused() {
    #expect(
      message { try LinearGaussianShapley(slopes: [1, 1], covariance: [[1, 2], [2, 1]]) }
        == "row 2 of the matrix contradicts those before it: no inputs can move together so; "
        + "leave that input out, or shrink all correlations towards zero")
    #expect(
      message { try LinearGaussianShapley(slopes: [1, 1], covariance: [[1, 0.5], [0.4, 1]]) }
        == "row 2, column 1 of the matrix differs from row 1, column 2; give both the same number")
    #expect(
      message { try LinearGaussianShapley(slopes: [1], covariance: [[.nan]]) }
        == "row 1, column 1 of the matrix is not a finite number; leave that input out")
    #expect(throws: DependenceError.notPositive(row: 1)) {
      try LinearGaussianShapley(slopes: [1, 1], covariance: [[1, 0.1], [0.1, 0]])
    }
    #expect(
      message { try LinearGaussianShapley(slopes: [1], covariance: [[-1]]) }
        == "row 1 of the matrix contradicts those before it: no inputs can move together so; "
        + "leave that input out, or shrink all correlations towards zero")
  }

  @Test func twentyOneInputsTrap() async {
    await #expect(processExitsWith: .failure) {
      _ = try LinearGaussianShapley(
        slopes: Array(repeating: 1, count: 21),
        covariance: Array(repeating: Array(repeating: 0, count: 21), count: 21))
    }
  }
}
