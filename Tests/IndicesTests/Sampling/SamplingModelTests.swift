import Glibc
import Indices
import Panels
import Statistics
import Tables
import TestSupport
import Testing

@Suite struct SamplingModelTests {
  private func model(_ text: String) throws -> SamplingModel {
    try SamplingModel(reading: CSVReader().table(bytes: Array(text.utf8), file: "sampling.csv"))
  }

  @Test func sharesFollowTheBinomialLawWhereTheyAreOfMany() {
    // Jeffreys' variance differs from p (1 − p) / n by a part of order 1 / n: 1e-5 of it here.
    let variance = SamplingLaw.share.variance(of: 0.3, firms: 1e6)
    #expect(abs(variance / (0.3 * 0.7 / 1e6) - 1) < 1e-5)
  }

  @Test(arguments: [0.0, 1.0])
  func aShareOfNoneOrAllIsNotCertain(share: Double) {
    // Beta(½, n + ½): variance ½ (n + ½) / ((n + 1)² (n + 2)).
    let variance = SamplingLaw.share.variance(of: share, firms: 15)
    #expect(abs(variance - 0.5 * 15.5 / (256 * 17)) < 1e-17)
  }

  @Test func mediansFollowTheExponentialLaw() {
    // The median of n = 401 exponential waiting times, drawn 4000 times: its variance beside the
    // formula, which is of first order; 6 % is three standard errors of a variance of so many draws.
    var medians: [Double] = []
    for replicate in 0..<4000 {
      var random = ReplicateGenerator(seed: 3, replicate: replicate)
      let times = (0..<401).map { _ in -4 / log(2) * log(random.uniform()) }.sorted()
      medians.append(times[200])
    }
    let drawn = (medians.standardDeviation ?? 0) * (medians.standardDeviation ?? 0)
    let variance = SamplingLaw.median.variance(of: 4, firms: 401)
    #expect(abs(drawn / variance - 1) < 0.06 + 1 / 401)
  }

  @Test func hardDataIsCertain() {
    #expect(SamplingLaw.exact.variance(of: 30, firms: 1) == 0)
    #expect(SamplingLaw.exact.interval(of: 30, firms: 1, level: 0.95) == 30...30)
  }

  @Test(arguments: [SamplingLaw.share, .mean(spread: 0.9), .median])
  func intervalsHoldTheFigureAndGrowWithTheLevel(law: SamplingLaw) {
    let narrow = law.interval(of: 0.4, firms: 20, level: 0.8)
    let wide = law.interval(of: 0.4, firms: 20, level: 0.95)
    #expect(narrow.contains(0.4) && wide.lowerBound < narrow.lowerBound)
    #expect(
      wide.upperBound > narrow.upperBound && wide.lowerBound >= (law == .mean(spread: 0.9) ? -1 : 0)
    )
  }

  @Test func aModelReadsBackAsItIsWritten() throws {
    let bundled = try Bundled.sampling()
    #expect(bundled.entries.count > 3 && bundled.correlations.count == 4)
    let again = try SamplingModel(reading: bundled.table())
    #expect(again == bundled)
    #expect(bundled.correlation("legal_documents", "planning_documents") == 0.73)
    #expect(bundled.correlation("legal_documents", "website_use") == 0)
    #expect(bundled.withoutCorrelations.correlation("legal_documents", "planning_documents") == 0)
  }

  @Test(arguments: [
    (
      "indicator,law,spread\na,mean,-1\n",
      "sampling.csv, line 2, column 3: expected a number above zero"
    ),
    ("indicator,law\na,share\na,exact\n", "the sampling model: a stands twice"),
    (
      "indicator,law,with,correlation\na,,b,1.5\n",
      "the sampling model: the correlation of a and b is not between -1 and 1"
    ),
    ("indicator,law,with,correlation\na,share,b,0.5\n", "nothing in a row for two indicators"),
    (
      "indicator,law,with,correlation\na,,b,0.5\nb,,a,0.1\n",
      "the sampling model: b and a stand twice, or are the same"
    ),
  ])
  func mistakesAreNamed(text: String, expected: String) {
    let said = message { try model(text) } ?? "no error"
    #expect(said.contains(expected), "\(said)")
  }
}
