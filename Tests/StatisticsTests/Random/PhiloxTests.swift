import Statistics
import TestSupport
import Testing

@Suite struct PhiloxTests {
  /// The lines `philox4x32 10` of `kat_vectors` in Random123 1.14.0: counter, key, answer.
  @Test(arguments: [
    (
      SIMD4<UInt32>(repeating: 0), SIMD2<UInt32>(repeating: 0),
      SIMD4<UInt32>(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8)
    ),
    (
      SIMD4(repeating: UInt32.max), SIMD2(repeating: UInt32.max),
      SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd)
    ),
    (
      SIMD4(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344),
      SIMD2(0xa409_3822, 0x299f_31d0),
      SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1)
    ),
  ])
  func givesTheKnownAnswersOfItsAuthors(
    counter: SIMD4<UInt32>, key: SIMD2<UInt32>, answer: SIMD4<UInt32>
  ) {
    #expect(Philox(key: key).block(counter) == answer)
  }

  @Test func aReplicateReadsTheBlocksOfItsOwnCounters() {
    let seed: UInt64 = 0x0123_4567_89ab_cdef
    let philox = Philox(key: SIMD2(0x89ab_cdef, 0x0123_4567))
    var random = ReplicateGenerator(seed: seed, replicate: 0x5_0000_0007)
    for position in 0..<3 {
      let words = philox.block(SIMD4(UInt32(position), 0, 7, 5))
      #expect(random.next() == UInt64(words[1]) << 32 | UInt64(words[0]))
      #expect(random.next() == UInt64(words[3]) << 32 | UInt64(words[2]))
    }
  }

  @Test func seedsAndReplicatesDiffer() {
    func first(_ seed: UInt64, _ replicate: Int) -> UInt64 {
      var random = ReplicateGenerator(seed: seed, replicate: replicate)
      return random.next()
    }
    let numbers = (0..<100).flatMap { seed in (0..<100).map { first(UInt64(seed), $0) } }
    // Among 10⁴ of 2⁶⁴ numbers a repetition by chance has a probability of 3e-12.
    #expect(Set(numbers).count == numbers.count)
  }

  @Test func uniformNumbersLieInsideZeroToOneAndHaveTheirMoments() throws {
    let numbers = (0..<200).flatMap { replicate in
      var random = ReplicateGenerator(seed: 1, replicate: replicate)
      return (0..<500).map { _ in random.uniform() }
    }
    #expect(numbers.allSatisfy { $0 > 0 && $0 < 1 })
    // The mean of 10⁵ has a standard error of 9.1e-4, the standard deviation one of 4.1e-4: five each.
    #expect(abs(try #require(numbers.mean) - 0.5) < 4.6e-3)
    #expect(abs(try #require(numbers.standardDeviation) - (1.0 / 12).squareRoot()) < 2.1e-3)
    // Neighbours within a replicate, and the first numbers of neighbouring replicates, do not go together.
    // A correlation of n pairs has a standard error of 1/√n: five of 1/√(10⁵) and of 1/√200.
    func covariance(_ pairs: [(Double, Double)]) throws -> Double {
      try #require(pairs.map { ($0.0 - 0.5) * ($0.1 - 0.5) * 12 }.mean)
    }
    #expect(abs(try covariance(Array(zip(numbers, numbers.dropFirst())))) < 0.016)
    let firsts = stride(from: 0, to: numbers.count, by: 500).map { numbers[$0] }
    #expect(abs(try covariance(Array(zip(firsts, firsts.dropFirst())))) < 0.36)
  }

  @Test func aNegativeReplicateTraps() async {
    await #expect(processExitsWith: .failure) {
      _ = ReplicateGenerator(seed: 1, replicate: -1)
    }
  }
}
