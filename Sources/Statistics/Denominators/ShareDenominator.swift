/// The smallest denominator of a share that was published with many digits.
///
/// A share of k among n is told as k/n, rounded: of 17 among 80, as 0.2125. The digits give back the
/// fraction in lowest terms, and n is a multiple of its denominator d:
///
///     d = min { n ≥ 1 : |round(n s) / n − s| ≤ tolerance }
///
/// Two fractions with denominators m and n differ by 1/(m n) or more, 2e-6 for denominators up to 700,
/// so that digits of a float (1.2e-7 beside 1) tell them apart. A number that is no such fraction is
/// taken for one by chance in about 4 % of cases.
public struct ShareDenominator: Sendable, Hashable {
  /// The denominator in lowest terms; 1 for a share of nothing or of all.
  public let value: Int

  /// The largest denominator looked for, unless told otherwise.
  public static let limit = 700

  /// How far a share may lie from its fraction, unless told otherwise: a little more than half the
  /// distance of two floats below 1, and than the last of seven digits.
  public static let tolerance = 1.5e-7

  /// Finds the denominator of a share; nil for a number that is no fraction with so small a denominator,
  /// or no share.
  ///
  /// - Parameters:
  ///   - share: the share, from 0 to 1.
  ///   - limit: the largest denominator looked for.
  ///   - tolerance: how far the share may lie from its fraction.
  /// - Precondition: the limit is at least 1, the tolerance not negative.
  public init?(
    of share: Double, limit: Int = Self.limit, tolerance: Double = Self.tolerance
  ) {
    precondition(limit >= 1 && tolerance >= 0, "a denominator is looked for from 1 upwards")
    guard share >= -tolerance, share <= 1 + tolerance else { return nil }
    for denominator in 1...limit {
      let trials = Double(denominator)
      let product = trials * share
      guard (product.rounded() - product).magnitude > tolerance * trials else {
        value = denominator
        return
      }
    }
    return nil
  }

  /// Whether the denominator says anything of n: a share of nothing, or of all, is one of any n.
  public var isInformative: Bool { value > 1 }
}
