import Foundation
import Statistics
import Testing

@Suite struct SobolSequenceTests {
  /// `Reference/sobol.csv`, which `sobol.py` wrote with SciPy 1.17.1.
  @Test func pointsAreSciPysToTheLastBit() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Reference/sobol.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
    #expect(lines.count == 8 * 63 + 6)
    let sequence = SobolSequence(dimensions: 3667)
    for line in lines {
      let cells = line.split(separator: ",")
      let dimension = try #require(Int(cells[0]))
      let point = try #require(Int(cells[1]))
      let digits = sequence.digits(of: dimension, count: 64)[point]
      #expect(Double(digits) * 0x1p-64 == Double(cells[2]), "\(line)")
    }
  }

  @Test(arguments: [1, 2, 3, 1000] as [UInt64])
  func scrambledPointsFillEveryIntervalOnce(seed: UInt64) {
    let sequence = SobolSequence(dimensions: 30)
    for dimension in [0, 1, 2, 17, 29] {
      let digits = sequence.scrambledDigits(of: dimension, count: 1 << 10, seed: seed)
      for bits in 0...10 {
        let intervals = Set(
          digits.prefix(1 << bits).map { bits == 0 ? 0 : $0 >> UInt64(64 - bits) })
        #expect(intervals.count == 1 << bits)
      }
    }
  }

  /// A scrambling keeps which points share how many digits: it only exchanges halves of intervals.
  @Test func scrambledPointsShareTheDigitsThatThePointsShare() {
    let sequence = SobolSequence(dimensions: 12)
    for dimension in 0..<12 {
      let plain = sequence.digits(of: dimension, count: 256)
      let scrambled = sequence.scrambledDigits(of: dimension, count: 256, seed: 5)
      for (one, other) in [(0, 1), (3, 77), (100, 228), (254, 255), (17, 18), (128, 0), (9, 201)] {
        #expect(
          (plain[one] ^ plain[other]).leadingZeroBitCount
            == (scrambled[one] ^ scrambled[other]).leadingZeroBitCount)
      }
    }
  }

  @Test func theFirstOfMorePointsAreTheSame() {
    let sequence = SobolSequence(dimensions: 7)
    for count in [0, 1, 2, 3, 100, 128] {
      let more = sequence.scrambledDigits(of: 6, count: 1000, seed: 3)
      #expect(sequence.scrambledDigits(of: 6, count: count, seed: 3) == Array(more.prefix(count)))
    }
  }

  @Test func aPointIsUniformOverSeeds() {
    // Of 4,000 seeds each tenth of the interval gets 400 ± 19; five of these errors are far beyond chance.
    let sequence = SobolSequence(dimensions: 3)
    var tenths = [Int](repeating: 0, count: 10)
    for seed in 1...4000 as ClosedRange<UInt64> {
      let digits = sequence.scrambledDigits(of: 2, count: 6, seed: seed)[5]
      tenths[Int(Double(digits) * 0x1p-64 * 10)] += 1
    }
    #expect(tenths.allSatisfy { abs($0 - 400) < 95 }, "\(tenths)")
  }

  @Test func bytesAreTheSameOnOneThreadAndTwo() {
    let sequence = SobolSequence(dimensions: 9)
    #expect(
      sequence.scrambled(count: 500, Replicates(seed: 2, threads: 1))
        == sequence.scrambled(count: 500, Replicates(seed: 2, threads: 2)))
  }

  /// The variance of a mean falls as n⁻³ for smooth functions, against n⁻¹ of random points.
  @Test func meansOfSmoothFunctionsAreFarBetterThanRandomOnes() {
    let sequence = SobolSequence(dimensions: 2)
    let growth = exp(1.0 as Double) - 1
    var squares = 0.0
    for seed in 1...20 as ClosedRange<UInt64> {
      let points = sequence.scrambled(count: 1024, Replicates(seed: seed, threads: 1))
      let values: [Double] = zip(points[0], points[1]).map { exp($0 + $1) }
      let error = values.reduce(0, +) / 1024 - growth * growth
      squares += error * error
    }
    let error = (squares / 20).squareRoot()
    // Random points: a standard deviation of 0.83 over √1024, 0.026.
    #expect(error < 0.026 / 100, "\(error)")
  }
}
