import Glibc
import Statistics

/// What is done about an indicator whose outliers would rule its scale.
///
/// An indicator needs treatment where its skewness is beyond ±2 and its excess kurtosis above 3.5,
/// both corrected for small samples: the rule of thumb of the JRC. Source: OECD/JRC Handbook on
/// Constructing Composite Indicators (2008), doi:10.1787/9789264043466-en, and the documentation of
/// COINr's `Treat` and `winsorise`.
public enum Treatment: String, Sendable, Hashable, CaseIterable {
  /// Nothing.
  case none
  /// The points furthest out take the value of the next, one after the other, up to five; an
  /// indicator that needs more is left as it was.
  case winsorise
  /// The logarithm of log(x − l + 0.01 (u − l)) with the range [l, u], mirrored where the long tail
  /// is the lower one.
  case log
  /// Winsorised where five points suffice, else the logarithm.
  case winsoriseOrLog = "winsorise-or-log"

  /// The skewness beyond which an indicator needs treatment.
  static let skewnessLimit = 2.0
  /// The excess kurtosis above which an indicator needs treatment.
  static let kurtosisLimit = 3.5
  /// The most points that are moved.
  static let pointLimit = 5

  /// What became of an indicator.
  public enum Outcome: Sendable, Hashable {
    /// The units by number whose figures were moved.
    case winsorised([Int])
    /// All figures were replaced by their logarithm.
    case logarithm
    /// Moving as many points as are allowed does not suffice: nothing was done.
    case leftAsItWas
  }

  /// Treats a column.
  ///
  /// - Parameter column: figures, NaN where missing.
  /// - Returns: the column and what became of it; nil where it needs no treatment.
  func treated(_ column: [Double]) -> (column: [Double], outcome: Outcome)? {
    guard self != .none else { return nil }
    guard let shape = Self.faultyShape(of: column) else { return nil }
    if self == .winsorise || self == .winsoriseOrLog, let moved = Self.winsorised(column) {
      return (
        moved, .winsorised(column.indices.filter { column[$0] != moved[$0] && !column[$0].isNaN })
      )
    }
    if self == .winsorise { return (column, .leftAsItWas) }
    return (Self.logarithm(of: column, isMirrored: shape < 0), .logarithm)
  }

  /// The skewness of a column that needs treatment.
  private static func faultyShape(of column: [Double]) -> Double? {
    let known = column.filter { !$0.isNaN }
    guard let skewness = known.skewness, let kurtosis = known.excessKurtosis,
      abs(skewness) > skewnessLimit, kurtosis > kurtosisLimit
    else { return nil }
    return skewness
  }

  /// Moves the points furthest out until the shape will do; nil where the limit does not suffice.
  private static func winsorised(_ column: [Double]) -> [Double]? {
    var moved = column
    while let skewness = faultyShape(of: moved) {
      let known = moved.filter { !$0.isNaN }
      // A skewness is defined only where values differ, so that there is a next one.
      let outermost = skewness > 0 ? known.max() : known.min()
      guard let outermost else { return nil }
      let others = known.filter { $0 != outermost }
      guard let next = skewness > 0 ? others.max() : others.min() else { return nil }
      for unit in moved.indices where moved[unit] == outermost { moved[unit] = next }
      let count = column.indices.count { !column[$0].isNaN && column[$0] != moved[$0] }
      guard count <= pointLimit else { return nil }
    }
    return moved
  }

  /// The logarithm of the distance from the short tail, with a hundredth of the range added.
  private static func logarithm(of column: [Double], isMirrored: Bool) -> [Double] {
    let known = column.filter { !$0.isNaN }
    guard let lowest = known.min(), let highest = known.max() else { return column }
    let offset = 0.01 * (highest - lowest)
    return column.map { value in
      let distance = isMirrored ? highest - value : value - lowest
      let logarithm = Glibc.log(distance + offset)
      return isMirrored ? -logarithm : logarithm
    }
  }
}
