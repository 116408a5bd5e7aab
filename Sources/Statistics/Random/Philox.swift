/// The counter-based generator Philox4x32-10: a key and a counter make four random words, without state.
///
/// Ten rounds of multiplication turn each 128-bit counter into 128 random bits; another key makes
/// other bits of the same counters. Any block can be had at once, so that replicates need not wait for
/// one another. It passes the whole of TestU01's BigCrush. Source: Salmon, Moraes, Dror & Shaw (2011),
/// doi:10.1145/2063384.2063405.
@frozen
public struct Philox: Sendable, Hashable {
  /// The key: two words.
  public let key: SIMD2<UInt32>

  /// Takes a key.
  ///
  /// - Parameter key: two words, such as the halves of a seed.
  @inlinable
  public init(key: SIMD2<UInt32>) { self.key = key }

  /// Makes the four words of one counter.
  ///
  /// - Parameter counter: four words, the first the lowest.
  /// - Returns: four words, each uniform over all 32-bit numbers.
  @inlinable
  public func block(_ counter: SIMD4<UInt32>) -> SIMD4<UInt32> {
    var (words, key) = (counter, key)
    for round in 0..<10 {
      if round > 0 { key &+= SIMD2(0x9E37_79B9, 0xBB67_AE85) }
      let first = UInt64(words[0]) &* 0xD251_1F53
      let second = UInt64(words[2]) &* 0xCD9E_8D57
      words = SIMD4(
        UInt32(truncatingIfNeeded: second >> 32) ^ words[1] ^ key[0],
        UInt32(truncatingIfNeeded: second),
        UInt32(truncatingIfNeeded: first >> 32) ^ words[3] ^ key[1],
        UInt32(truncatingIfNeeded: first))
    }
    return words
  }
}
