/// A distribution over the real numbers that has a density.
///
/// The two tails are separate functions, since 1 − P loses its digits where P is near one: a p-value
/// is an `upperTail`, and comes out to full precision down to 1e-300. The same holds of the quantiles.
///
/// Not-a-number as an argument gives not-a-number; minus and plus infinity are the ends of the line.
/// A probability must lie in 0...1; 0 and 1 give the ends of the support. A result too small for a
/// normal number may come out as zero, and one too large as infinity.
///
/// The functions are those of Boost.Math: https://www.boost.org/doc/libs/1_74_0/libs/math/.
public protocol ContinuousDistribution: Sendable, Hashable {
  /// The probability of a value at or below a number.
  ///
  /// - Parameter value: any number.
  /// - Returns: a probability, accurate in relative terms where it is small.
  func cumulative(_ value: Double) -> Double

  /// The probability of a value above a number.
  ///
  /// - Parameter value: any number.
  /// - Returns: a probability, accurate in relative terms where it is small.
  func upperTail(_ value: Double) -> Double

  /// The probability density at a number.
  ///
  /// - Parameter value: any number.
  /// - Returns: zero outside the support; infinity where the density has a pole.
  func density(_ value: Double) -> Double

  /// The number that a value lies at or below with a given probability.
  ///
  /// - Parameter probability: a probability in 0...1.
  /// - Returns: the inverse of `cumulative`.
  /// - Precondition: the probability lies in 0...1, or is not a number.
  func quantile(_ probability: Double) -> Double

  /// The number that a value lies above with a given probability.
  ///
  /// - Parameter probability: a probability in 0...1.
  /// - Returns: the inverse of `upperTail`.
  /// - Precondition: the probability lies in 0...1, or is not a number.
  func upperQuantile(_ probability: Double) -> Double
}

/// Traps where a number that is not one of 0...1 is given as a probability; not-a-number passes.
internal func checkProbability(_ probability: Double) {
  precondition(
    probability.isNaN || (0...1).contains(probability), "a probability must lie between 0 and 1")
}
