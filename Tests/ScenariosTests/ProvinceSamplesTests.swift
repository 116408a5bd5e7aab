import Statistics
import Testing

@testable import Scenarios

@Suite struct ProvinceSamplesTests {
  @Test func samplesOfOneProvinceAreTheCasesThemselves() {
    let cases = [-2, 0.5, 1, 4, 9.25]
    let samples = ProvinceSamples(of: 1, replicates: Replicates(seed: 7), draws: 3)
    let shares = [0, 0.1, 0.5, 0.9, 1]
    let quantiles = samples.quantiles(shares, of: cases, provinces: cases.map { _ in 0 })
    #expect(quantiles.count == 3)
    for sample in quantiles { #expect(sample == shares.map { cases.quantile($0) }) }
  }

  @Test func aSampleWithoutCasesIsLeftOut() {
    let samples = ProvinceSamples(of: 2, replicates: Replicates(seed: 7), draws: 200)
    let quantiles = samples.quantiles([0.5], of: [3], provinces: [1])
    // One sample in four has the other province twice: 150 are expected, give or take 6.
    #expect((120..<180).contains(quantiles.count))
    #expect(quantiles.allSatisfy { $0 == [3] })
    #expect(samples.quantiles([0.5], of: [], provinces: []).isEmpty)
  }

  @Test func theMedianScattersAsThatOfSamplesOfProvinces() throws {
    // 99 provinces with a case each at 1, 2, …: the median of a sample is a binomial place, whose standard
    // deviation is √99 / 2 = 4.97.
    let cases = (1...99).map(Double.init)
    let samples = ProvinceSamples(of: 99, replicates: Replicates(seed: 7), draws: 2000)
    let medians = samples.quantiles([0.5], of: cases, provinces: Array(0..<99)).map { $0[0] }
    // Known to 1.6 % by 2,000 draws; five times that.
    #expect(abs(try #require(medians.standardDeviation) / 4.97 - 1) < 0.08)
    #expect(abs(try #require(medians.mean) - 50) < 0.6)
  }
}
