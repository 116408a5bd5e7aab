import Statistics
import TestSupport
import Testing

@Suite struct ProportionTests {
  /// Expected values: `scipy.stats.binomtest(k, n).proportion_ci(method="wilson")` of SciPy 1.17.1.
  @Test(arguments: [
    (0, 1, 0.0, 0.7934506856227626), (1, 1, 0.20654931437723745, 1.0),
    (0, 10, 0.0, 0.27753279986288926), (1, 10, 0.017876213095072896, 0.4041500267952385),
    (5, 10, 0.236593090512564, 0.7634069094874361), (10, 10, 0.7224672001371109, 1.0),
    (3, 4, 0.30064184258240184, 0.9544127391902995),
    (17, 21, 0.5999943530979508, 0.9233243494723822),
    (81, 100, 0.7222115462093562, 0.8748524849023126),
    (250, 405, 0.5690549086027112, 0.6633090015399346),
    (1, 100_000, 1.765247730378316e-06, 5.664709659040965e-05),
  ])
  func wilsonsIntervalAgreesWithSciPy(
    _ successes: Int, _ trials: Int, _ low: Double, _ high: Double
  ) {
    let interval = Proportion(successes: successes, trials: trials).wilsonInterval
    // Ends near zero are differences of numbers of their own size or larger: absolute digits.
    #expect(abs(interval.lowerBound - low) < 1e-15)
    #expect(abs(interval.upperBound - high) < 1e-15)
  }

  @Test(arguments: [1, 2, 3, 10, 68, 405])
  func theIntervalHoldsTheShareAndStaysWithinZeroToOne(_ trials: Int) throws {
    for successes in 0...trials {
      let proportion = Proportion(successes: successes, trials: trials)
      let share = try #require(proportion.share)
      let interval = proportion.wilsonInterval
      #expect(interval.lowerBound >= 0 && interval.upperBound <= 1)
      // At the ends the bound is the share itself, up to rounding.
      #expect(interval.lowerBound <= share + 1e-15 && share - 1e-15 <= interval.upperBound)
      let mirrored = Proportion(successes: trials - successes, trials: trials).wilsonInterval
      #expect(abs(mirrored.lowerBound - (1 - interval.upperBound)) < 1e-15)
    }
  }

  @Test func withoutTrialsNothingIsKnown() {
    let proportion = Proportion(successes: 0, trials: 0)
    #expect(proportion.share == nil)
    #expect(proportion.wilsonInterval == 0...1)
  }

  @Test func impossibleCountsTrap() async {
    await #expect(processExitsWith: .failure) { _ = Proportion(successes: 3, trials: 2) }
    await #expect(processExitsWith: .failure) { _ = Proportion(successes: -1, trials: 2) }
    await #expect(processExitsWith: .failure) { _ = Proportion(successes: 0, trials: -1) }
  }
}
