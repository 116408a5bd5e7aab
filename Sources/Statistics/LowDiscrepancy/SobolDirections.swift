import CBoostMath

/// The direction numbers of one dimension of Sobol's sequence.
///
/// Number b is what bit b of a point's number contributes: a fraction of 64 binary digits whose digit b is one
/// and whose later digits are zero. From a primitive polynomial of degree s with coefficients a and the initial
/// numbers m of Joe & Kuo (2008), doi:10.1137/070709359 (their set `new-joe-kuo-6`, as Boost.Random carries it),
/// by the recurrence of Bratley & Fox (1988), doi:10.1145/42288.214372:
///
///     m[b] = 2 a[1] m[b−1] ⊕ 4 a[2] m[b−2] ⊕ … ⊕ 2ˢ m[b−s] ⊕ m[b−s]
internal struct SobolDirections: Sendable, Hashable {
  /// The most dimensions there are numbers for.
  internal static let dimensions = minhbach_sobol_dimensions()
  /// Bits of a point's number: a sequence has 2³² points.
  internal static let bits = 32

  /// One fraction for each bit of a point's number, the least bit first.
  internal let numbers: [UInt64]

  /// Finds the numbers of a dimension.
  ///
  /// - Parameter dimension: from zero.
  /// - Precondition: there are numbers for it.
  internal init(dimension: Int) {
    precondition(
      (0..<Self.dimensions).contains(dimension),
      "Sobol's sequence has 0 to \(Self.dimensions) dimensions")
    guard dimension > 0 else {
      numbers = (0..<Self.bits).map { 1 << UInt64(63 - $0) }
      return
    }
    let polynomial = minhbach_sobol_polynomial(dimension)
    let degree = 31 - polynomial.leadingZeroBitCount
    var m = (0..<degree).map { UInt64(minhbach_sobol_initial(dimension, $0)) }
    for bit in degree..<max(degree, Self.bits) {
      var next = m[bit - degree]
      for place in 1...degree where polynomial >> UInt32(degree - place) & 1 == 1 {
        next ^= m[bit - place] << UInt64(place)
      }
      m.append(next)
    }
    numbers = m.prefix(Self.bits).enumerated().map { bit, number in number << UInt64(63 - bit) }
  }

  /// Where in the first 2ᵐ points stands the one that shares m digits with point 2ᵐ, less its own bits.
  ///
  /// Points n and n ⊕ 2ᵐ ⊕ this, with m the place of the highest bit of n, lie in one interval of length 2⁻ᵐ, and
  /// in no smaller one of a power of two. The directions are triangular: digit after digit decides one bit.
  ///
  /// - Parameter bit: m.
  /// - Returns: a number below 2ᵐ.
  internal func partner(bit: Int) -> Int {
    var (rest, found) = (numbers[bit], 0)
    for digit in (0..<bit).reversed() where rest >> UInt64(63 - digit) & 1 == 1 {
      found |= 1 << digit
      rest ^= numbers[digit]
    }
    return found
  }
}
