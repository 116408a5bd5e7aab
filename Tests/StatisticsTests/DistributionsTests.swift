import Foundation
import Statistics
import TestSupport
import Testing

@Suite struct DistributionsTests {
  /// A line of `Reference/distributions.csv`, which `distributions.py` wrote with mpmath at 60 digits.
  private struct Line {
    let name: String
    let degrees: [Double]
    let function: String
    let argument: Double
    let value: Double

    init?(_ text: Substring) {
      let cells = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 5, let argument = Double(cells[3]), let value = Double(cells[4]) else {
        return nil
      }
      name = cells[0]
      degrees = cells[1].split(separator: " ").compactMap { Double($0) }
      function = cells[2]
      self.argument = argument
      self.value = value
    }

    var distribution: any ContinuousDistribution {
      switch name {
      case "normal": NormalDistribution()
      case "t": StudentTDistribution(degreesOfFreedom: degrees[0])
      case "chi_squared": ChiSquaredDistribution(degreesOfFreedom: degrees[0])
      default: FisherFDistribution(numerator: degrees[0], denominator: degrees[1])
      }
    }

    var result: Double {
      switch function {
      case "cumulative": distribution.cumulative(argument)
      case "upperTail": distribution.upperTail(argument)
      case "density": distribution.density(argument)
      case "quantile": distribution.quantile(argument)
      default: distribution.upperQuantile(argument)
      }
    }

    /// How far rounding the argument by half a unit in its last place moves a tail, in relative terms:
    /// every formula rounds x / √2 or its like at the start.
    var rounding: Double {
      let distribution = distribution
      switch function {
      case "cumulative", "upperTail":
        return value == 0 ? 0 : distribution.density(argument) * abs(argument) / value * 1.1e-16
      default: return 0
      }
    }
  }

  private static func lines() throws -> [Line] {
    let text = try String(contentsOfFile: reference("distributions.csv"), encoding: .utf8)
    return text.split(separator: "\n").dropFirst().compactMap(Line.init)
  }

  @Test(arguments: ["normal", "t", "chi_squared", "f"])
  func everyFunctionAgreesWithMpmathOutToTheFarthestTails(_ name: String) throws {
    let lines = try Self.lines().filter { $0.name == name }
    #expect(lines.count > 40)
    for line in lines {
      let (result, value) = (line.result, line.value)
      // Quantiles past the largest double are infinite in both.
      if result == value { continue }
      let error = value == 0 ? abs(result) : abs(result - value) / abs(value)
      // Measured: 3.5e-14, in a power of a thousand; most are within 1e-15.
      #expect(
        error <= 5e-14 + line.rounding,
        "\(line.name) \(line.degrees) \(line.function)(\(line.argument)) = \(result)")
    }
  }

  static let distributions: [any ContinuousDistribution] = [
    NormalDistribution(), StudentTDistribution(degreesOfFreedom: 0.5),
    StudentTDistribution(degreesOfFreedom: 62), StudentTDistribution(degreesOfFreedom: .infinity),
    ChiSquaredDistribution(degreesOfFreedom: 1), ChiSquaredDistribution(degreesOfFreedom: 13),
    FisherFDistribution(numerator: 13, denominator: 62),
    FisherFDistribution(numerator: 3.5, denominator: .infinity),
  ]

  @Test(arguments: distributions)
  func theTailsAddUpAndInvertEachOther(_ distribution: any ContinuousDistribution) {
    var numbers = SplitMix64(seed: 5)
    for _ in 0..<200 {
      let probability = Double.random(in: 0.001...0.999, using: &numbers)
      let value = distribution.quantile(probability)
      let mirrored = distribution.upperQuantile(probability)
      // A quantile is rounded: moved by a unit in its last place, the probability moves by as little.
      #expect(abs(distribution.cumulative(value) - probability) < 1e-14)
      #expect(abs(distribution.upperTail(mirrored) - probability) < 1e-14)
      #expect(abs(distribution.cumulative(value) + distribution.upperTail(value) - 1) < 1e-15)
    }
  }

  @Test(arguments: distributions)
  func theEndsOfTheLineAndOfTheProbabilitiesAreExact(_ distribution: any ContinuousDistribution) {
    #expect(distribution.cumulative(-.infinity) == 0 && distribution.cumulative(.infinity) == 1)
    #expect(distribution.upperTail(-.infinity) == 1 && distribution.upperTail(.infinity) == 0)
    #expect(distribution.density(-.infinity) == 0 && distribution.density(.infinity) == 0)
    #expect(distribution.quantile(1) == .infinity && distribution.upperQuantile(0) == .infinity)
    let lowest = distribution.quantile(0)
    #expect(lowest == distribution.upperQuantile(1) && (lowest == 0 || lowest == -.infinity))
    #expect(distribution.cumulative(.nan).isNaN && distribution.upperTail(.nan).isNaN)
    #expect(distribution.density(.nan).isNaN)
    #expect(distribution.quantile(.nan).isNaN && distribution.upperQuantile(.nan).isNaN)
  }

  @Test func infiniteDegreesOfFreedomAreTheLimit() {
    let normal = NormalDistribution()
    let limit = StudentTDistribution(degreesOfFreedom: .infinity)
    let near = StudentTDistribution(degreesOfFreedom: 1e12)
    for value in [-8, -1.5, 0, 0.3, 4] {
      #expect(limit.upperTail(value) == normal.upperTail(value))
      #expect(limit.density(value) == normal.density(value))
      // The first correction is x⁴ / 4d of the density.
      #expect(abs(near.upperTail(value) / normal.upperTail(value) - 1) < 1e-8)
    }
    let chi = ChiSquaredDistribution(degreesOfFreedom: 3)
    let ratio = FisherFDistribution(numerator: 3, denominator: .infinity)
    #expect(ratio.upperTail(2) == chi.upperTail(6) && ratio.density(2) == 3 * chi.density(6))
    #expect(ratio.quantile(0.2) == chi.quantile(0.2) / 3)
  }

  @Test func bothTailsAreOfTheSquareOfTheStatistic() {
    // T² is F with one degree of freedom above, Z² is chi-squared with one.
    for value in [-40, -2.5, 0, 0.01, 1.96, 6] {
      let t = StudentTDistribution(degreesOfFreedom: 17.5).bothTails(value)
      let f = FisherFDistribution(numerator: 1, denominator: 17.5).upperTail(value * value)
      #expect(abs(t - f) <= 1e-14 * f)
      let z = NormalDistribution().bothTails(value)
      let chi = ChiSquaredDistribution(degreesOfFreedom: 1).upperTail(value * value)
      // The square rounds once: relative, 40² / 2 units in the last place of a tail of 1e-350 or so.
      #expect(abs(z - chi) <= 2e-13 * chi)
    }
  }

  @Test func densitiesHaveTheirPolesAtZero() {
    #expect(ChiSquaredDistribution(degreesOfFreedom: 1).density(0) == .infinity)
    #expect(ChiSquaredDistribution(degreesOfFreedom: 2).density(0) == 0.5)
    #expect(ChiSquaredDistribution(degreesOfFreedom: 3).density(0) == 0)
    #expect(FisherFDistribution(numerator: 1, denominator: 3).density(0) == .infinity)
    #expect(FisherFDistribution(numerator: 2, denominator: 3).density(0) == 1)
    #expect(FisherFDistribution(numerator: 3, denominator: 3).density(-1) == 0)
  }

  @Test func noDistributionIsMadeOfWrongNumbers() async {
    await #expect(processExitsWith: .failure) { _ = StudentTDistribution(degreesOfFreedom: 0) }
    await #expect(processExitsWith: .failure) { _ = StudentTDistribution(degreesOfFreedom: .nan) }
    await #expect(processExitsWith: .failure) {
      _ = ChiSquaredDistribution(degreesOfFreedom: .infinity)
    }
    await #expect(processExitsWith: .failure) {
      _ = FisherFDistribution(numerator: -1, denominator: 3)
    }
    await #expect(processExitsWith: .failure) { _ = NormalDistribution().quantile(1.1) }
  }
}
