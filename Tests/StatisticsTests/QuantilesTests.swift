import Statistics
import TestSupport
import Testing

/// Expected values: `numpy.quantile(x, p)` of NumPy 2.4.6, whose default is definition 7.
@Suite struct QuantilesTests {
  @Test(arguments: [
    (0.0, -1.25), (0.05, -0.845), (0.1, -0.43999999999999995), (0.25, 1.05), (1.0 / 3, 2.0),
    (0.5, 3.5), (0.75, 5.875), (0.9, 7.85), (0.95, 7.925), (1.0, 8.0),
  ])
  func sevenNumbersAgreeWithNumPy(_ share: Double, _ expected: Double) throws {
    let numbers = [3.5, -1.25, 8, 0.1, 2, 7.75, 4]
    let quantile = try #require(numbers.quantile(share))
    #expect(abs(quantile - expected) <= 1e-15)
  }

  @Test(arguments: [(0.1, 1.3), (0.25, 1.75), (0.5, 2.5), (0.9, 3.7)])
  func fourNumbersAgreeWithNumPy(_ share: Double, _ expected: Double) throws {
    let quantile = try #require([4.0, 2, 1, 3].quantile(share))
    #expect(abs(quantile - expected) <= 1e-15)
  }

  @Test(arguments: [0, 0.3, 0.5, 1])
  func noNumberHasNoQuantileAndOneIsItsOwn(_ share: Double) {
    #expect([Double]().quantile(share) == nil)
    #expect([7.25].quantile(share) == 7.25)
  }

  @Test func severalQuantilesComeInTheOrderAsked() {
    let numbers = [3.5, -1.25, 8, 0.1, 2, 7.75, 4]
    #expect(numbers.quantiles([1, 0, 0.5]) == [8, -1.25, 3.5])
    #expect(numbers.quantiles([]).isEmpty && [Double]().quantiles([0.5]).isEmpty)
  }

  @Test func theMedianIsInTheMiddle() {
    #expect([Double]().median == nil)
    #expect([5.0].median == 5)
    #expect([5.0, 1].median == 3)
    #expect([5.0, 1, 2].median == 2)
  }

  @Test(arguments: [1, 2, 5, 17, 63])
  func quantilesRiseFromTheLeastToTheGreatest(_ count: Int) throws {
    var random = SplitMix64(seed: UInt64(count))
    let numbers = (0..<count).map { _ in Double.random(in: -5...5, using: &random) }
    #expect(numbers.quantile(0) == numbers.min())
    #expect(numbers.quantile(1) == numbers.max())
    let shares = (0...40).map { Double($0) / 40 }
    let quantiles = try shares.map { try #require(numbers.quantile($0)) }
    #expect(zip(quantiles, quantiles.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(shares.map { numbers.shuffled(using: &random).quantile($0) } == quantiles)
  }

  @Test func sharesOutsideZeroToOneTrap() async {
    await #expect(processExitsWith: .failure) { _ = [1.0, 2].quantile(1.01) }
    await #expect(processExitsWith: .failure) { _ = [1.0, 2].quantile(-0.01) }
    await #expect(processExitsWith: .failure) { _ = [1.0, 2].quantile(.nan) }
  }
}
