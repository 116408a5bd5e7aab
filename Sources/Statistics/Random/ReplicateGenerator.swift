/// The random numbers of one replicate, known by the seed and the replicate's number alone.
///
/// The seed is the key of `Philox`; the counter is the place within the replicate and the replicate's
/// number. Replicates are independent of one another and of the order they are made in. One holds
/// 2⁶⁵ numbers.
@frozen
public struct ReplicateGenerator: RandomNumberGenerator, Sendable {
  @usableFromInline
  internal let philox: Philox
  @usableFromInline
  internal let replicate: SIMD2<UInt32>
  @usableFromInline
  internal var position: UInt64 = 0
  /// The upper half of the last block, where it has not been given out.
  @usableFromInline
  internal var spare: UInt64?

  /// Starts the numbers of a replicate.
  ///
  /// - Parameters:
  ///   - seed: what the whole study is repeated by.
  ///   - replicate: the number of the replicate, from zero.
  /// - Precondition: the number is not negative.
  @inlinable
  public init(seed: UInt64, replicate: Int) {
    precondition(replicate >= 0, "replicates are counted from zero")
    philox = Philox(key: SIMD2(seed.lowWord, seed.highWord))
    self.replicate = SIMD2(UInt64(replicate).lowWord, UInt64(replicate).highWord)
  }

  /// Makes the next 64 random bits.
  ///
  /// - Returns: a number uniform over all 64-bit numbers.
  @inlinable
  public mutating func next() -> UInt64 {
    if let number = spare {
      spare = nil
      return number
    }
    let words = philox.block(
      SIMD4(position.lowWord, position.highWord, replicate[0], replicate[1]))
    position &+= 1
    spare = UInt64(words[3]) << 32 | UInt64(words[2])
    return UInt64(words[1]) << 32 | UInt64(words[0])
  }

  /// Makes the next uniform number between zero and one.
  ///
  /// - Returns: (k + ½) / 2⁵² for a uniform k from 0 to 2⁵² − 1: neither zero nor one, so that
  ///   logarithms and quantiles of it are finite, and exact in binary.
  @inlinable
  public mutating func uniform() -> Double {
    (Double(next() >> 12) + 0.5) * 0x1p-52
  }
}

extension UInt64 {
  @inlinable
  internal var lowWord: UInt32 { UInt32(truncatingIfNeeded: self) }

  @inlinable
  internal var highWord: UInt32 { UInt32(truncatingIfNeeded: self >> 32) }
}
