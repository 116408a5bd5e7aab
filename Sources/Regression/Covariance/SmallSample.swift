/// Whose factor corrects standard errors for the parameters estimated and the number of clusters.
///
/// Programs agree on the sandwich and differ in a factor that tends to one. n rows, k coefficients (the
/// intercept among them), K = k and all that the fixed effects are worth, G clusters:
///
/// | rule | hc1 | cluster | t with |
/// |---|---|---|---|
/// | `fixest` | n/(n−K) | G/(G−1) · (n−1)/(n−K′), the smallest G for all | G−1, else n−K |
/// | `stata` | n/(n−K) | G/(G−1) · (n−1)/(n−K), each G its own | G−1, else n−K |
/// | `plm` | n/(n−k) | none | n−K |
/// | `plm-hc1` | n/(n−k) | n/(n−k) | n−K |
/// | `plm-sss` | n/(n−k) | G/(G−1) · (n−1)/(n−k), each G its own | n−K |
/// | `linearmodels` | n/(n−K) | n/(n−K″) | n−K |
/// | `none` | none | none | normal |
///
/// K′ leaves out effects whose groups lie within clusters, and counts one parameter in their place; K″ leaves
/// out all effects where all lie within clusters of every column, and none otherwise. Classical errors
/// divide by n−K everywhere, but for `none`.
///
/// Sources: Bergé, Butts & McDermott (2026), arXiv:2601.21749, and the manuals of the programs; each was run,
/// and the factors found again in its results.
public enum SmallSample: String, Sendable, Hashable, CaseIterable {
  /// As fixest 0.10 and later, and pyfixest.
  case fixest
  /// As Stata's regress with a dummy for each effect, areg, and sandwich's `vcovCL`.
  case stata
  /// As `vcovHC` of plm by default.
  case plm
  /// As `vcovHC(type = "HC1")` of plm.
  case plmHC1 = "plm-hc1"
  /// As `vcovHC(type = "sss")` of plm.
  case plmSSS = "plm-sss"
  /// As linearmodels by default.
  case linearmodels
  /// None.
  case none

  /// A factor of a covariance matrix, and how it comes about.
  struct Factor {
    let value: Double
    let formula: String

    static let one = Factor(value: 1, formula: "1")
  }

  /// The factor of the covariance under errors of one variance, whose variance is RSS/n.
  func classical(_ fit: LinearFit) -> Factor {
    self == .none ? .one : Self.rows(fit.rowCount, less: fit.parameterCount + fit.absorbedCount)
  }

  /// The factor under errors of any variance; `hc0`, `hc2` and `hc3` have none.
  func heteroskedastic(_ leverage: ErrorKind.Leverage, _ fit: LinearFit) -> Factor {
    guard leverage == .hc1 else { return .one }
    switch self {
    case .none: return .one
    case .plm, .plmHC1, .plmSSS: return Self.rows(fit.rowCount, less: fit.parameterCount)
    case .fixest, .stata, .linearmodels:
      return Self.rows(fit.rowCount, less: fit.parameterCount + fit.absorbedCount)
    }
  }

  /// The factor under errors correlated within clusters.
  ///
  /// - Parameters:
  ///   - groups: the number of clusters of the sum that it multiplies.
  ///   - clusters: the columns of clusters.
  ///   - fit: the regression.
  /// - Returns: the factor of that sum.
  func clustered(_ groups: Int, of clusters: [Grouping], _ fit: LinearFit) -> Factor {
    let n = fit.rowCount
    switch self {
    case .none, .plm: return .one
    case .plmHC1: return Self.rows(n, less: fit.parameterCount)
    case .plmSSS: return Self.groups(groups, rows: n, less: fit.parameterCount)
    case .stata:
      return Self.groups(groups, rows: n, less: fit.parameterCount + fit.absorbedCount)
    case .fixest:
      return Self.groups(
        clusters.map(\.count).min() ?? groups, rows: n,
        less: fit.parameterCount + fit.absorbedCount(besides: clusters))
    case .linearmodels:
      let areNested = fit.effects.allSatisfy { effect in
        clusters.allSatisfy { effect.isNested(in: $0) }
      }
      return Self.rows(n, less: fit.parameterCount + (areNested ? 0 : fit.absorbedCount))
    }
  }

  /// The factor of Σ_g δ_g δ_gᵀ, δ_g what leaving out cluster g changes: (G−1)/G as the jackknife has it; pyfixest
  /// has the factor of clusters in its place.
  func jackknifed(_ clusters: Grouping, _ fit: LinearFit) -> Factor {
    if self == .fixest { return clustered(clusters.count, of: [clusters], fit) }
    let groups = Double(clusters.count)
    return Factor(
      value: (groups - 1) / groups, formula: "(\(clusters.count)−1)/\(clusters.count)")
  }

  /// The degrees of freedom of t; nil for the normal distribution.
  ///
  /// - Parameters:
  ///   - groups: the smallest number of clusters, or the number of times where these are summed over; nil
  ///     where errors are not correlated.
  ///   - fit: the regression.
  /// - Returns: above zero; nil for the normal distribution.
  func degreesOfFreedom(groups: Int?, _ fit: LinearFit) -> Double? {
    switch self {
    case .none: nil
    case .fixest, .stata: Double(groups.map { $0 - 1 } ?? fit.residualDegreesOfFreedom)
    case .plm, .plmHC1, .plmSSS, .linearmodels: Double(fit.residualDegreesOfFreedom)
    }
  }

  private static func rows(_ n: Int, less parameters: Int) -> Factor {
    Factor(
      value: Double(n) / Double(n - parameters), formula: "\(n)/(\(n)−\(parameters))")
  }

  private static func groups(_ groups: Int, rows n: Int, less parameters: Int) -> Factor {
    Factor(
      value: Double(groups) / Double(groups - 1) * Double(n - 1) / Double(n - parameters),
      formula: "\(groups)/(\(groups)−1) · (\(n)−1)/(\(n)−\(parameters))")
  }
}

extension LinearFit {
  /// The parameters of the fixed effects that do not lie within clusters, and one in place of those that do.
  func absorbedCount(besides clusters: [Grouping]) -> Int {
    let nested = effects.filter { effect in clusters.contains { effect.isNested(in: $0) } }
    guard !nested.isEmpty else { return absorbedCount }
    return absorbedCount - WithinTransformation(groupings: nested).absorbedCount.count + 1
  }
}
