/// Sobol's sequence: points that fill the unit cube more evenly than random ones.
///
/// Point n is in each dimension the exclusive or of the direction numbers of the bits of n. The first 2ᵐ points
/// put one into each interval of length 2⁻ᵐ of every dimension. Sources: Sobol' (1967),
/// doi:10.1016/0041-5553(67)90144-9; directions of Joe & Kuo (2008), doi:10.1137/070709359.
///
/// Scrambled as Owen (1995), doi:10.1007/978-1-4612-2552-2_19, describes, each point is uniform over the cube, the
/// points stay as even, and their means have a variance that falls nearly as n⁻³ for smooth functions. Digit
/// after digit is exchanged or not by a draw that all points with the same digits before it share. The draws are
/// never stored: of two points in one interval the earlier settles its digit, and the later takes the other
/// (Helmer, Christensen & Kensler 2021, doi:10.2312/sr.20211287).
public struct SobolSequence: Sendable, Hashable {
  /// The most dimensions there are.
  public static let mostDimensions = SobolDirections.dimensions
  /// The most points there are.
  public static let mostPoints = 1 << SobolDirections.bits

  /// The number of dimensions.
  public var dimensions: Int { directions.count }
  private let directions: [SobolDirections]

  /// Prepares a sequence.
  ///
  /// - Parameter dimensions: how many.
  /// - Precondition: there are direction numbers for so many.
  public init(dimensions: Int) {
    precondition(
      (0...Self.mostDimensions).contains(dimensions),
      "Sobol's sequence has 0 to \(Self.mostDimensions) dimensions")
    directions = (0..<dimensions).map(SobolDirections.init)
  }

  /// The first coordinates in one dimension, as they are.
  ///
  /// - Parameters:
  ///   - dimension: which, from zero.
  ///   - count: how many points.
  /// - Returns: fractions of 64 binary digits; the first is zero.
  public func digits(of dimension: Int, count: Int) -> [UInt64] {
    precondition((0...Self.mostPoints).contains(count), "a sequence has 2³² points at most")
    let numbers = directions[dimension].numbers
    var points = [UInt64](repeating: 0, count: count)
    for point in 0..<count where point > 0 {
      let bit = Int.bitWidth - 1 - point.leadingZeroBitCount
      points[point] = points[point ^ 1 << bit] ^ numbers[bit]
    }
    return points
  }

  /// The first coordinates in one dimension, scrambled.
  ///
  /// - Parameters:
  ///   - dimension: which, from zero.
  ///   - count: how many points; the first of more are the same.
  ///   - seed: what the scrambling is repeated by.
  /// - Returns: fractions of 64 binary digits.
  public func scrambledDigits(of dimension: Int, count: Int, seed: UInt64) -> [UInt64] {
    precondition((0...Self.mostPoints).contains(count), "a sequence has 2³² points at most")
    let directions = directions[dimension]
    var random = ReplicateGenerator(seed: seed, replicate: dimension)
    var points = [UInt64](repeating: 0, count: count)
    if count > 0 { points[0] = random.next() }
    for bit in 0..<Self.mostPoints.trailingZeroBitCount where 1 << bit < count {
      // The digits the two share, and the first in which they differ.
      let shared = bit == 0 ? 0 : UInt64.max << UInt64(64 - bit)
      let own = UInt64(1) << UInt64(63 - bit)
      let rest = own - 1
      let partner = 1 << bit ^ directions.partner(bit: bit)
      for point in 1 << bit..<min(2 << bit, count) {
        let other = points[point ^ partner]
        points[point] = other & shared | ~other & own | random.next() & rest
      }
    }
    return points
  }

  /// The first points, scrambled.
  ///
  /// - Parameters:
  ///   - count: how many; the first of more are the same.
  ///   - replicates: what the scrambling is repeated by, and how many threads work.
  /// - Returns: one column per dimension of numbers between zero and one, neither of them.
  public func scrambled(count: Int, _ replicates: Replicates) -> [[Double]] {
    replicates.chunks(of: 0..<dimensions, length: 1) { chunk in
      chunk.map { dimension in
        scrambledDigits(of: dimension, count: count, seed: replicates.seed)
          .map { (Double($0 >> 12) + 0.5) * 0x1p-52 }
      }
    }.flatMap { $0 }
  }
}
