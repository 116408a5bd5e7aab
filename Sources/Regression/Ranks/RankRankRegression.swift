public import LinearAlgebra
public import Tables

/// A regression of ranks on ranks with errors that know that ranks are estimated.
///
/// By least squares, and separately for each group g of rows,
///
///     R_Y = α_g + ρ_g R_X + Wᵀβ_g + ε
///
/// where R_Y and R_X are the ranks of response and regressor among *all* rows, or among the rows of the same year
/// (`DistributionRanks`). Usual errors take ranks for data; but each row also moves the ranks of all
/// others, so that those errors are too large or too small, and do not come right with more rows. Here
/// each row's influence on the estimates is found in full:
///
///     ψₖ = A⁻¹ (zₖ εₖ + Σᵢ zᵢ δₖ(Yᵢ) + Σᵢ (dᵢ εᵢ − zᵢ ρ) δₖ(Xᵢ)),   δₖ(Xᵢ) = (I(Xₖ, Xᵢ) − R_X(Xᵢ)) / N
///
/// with zᵢ the row (1, R_X, W), A = Σ zᵢ zᵢᵀ and dᵢ the unit vector of R_X: what the row does by its residual, through the
/// distribution of the response, and through that of the regressor, as regressor and as what covariates explain of it.
/// ψₖ is the exact derivative of the estimates by the weight of row k at one, and Σ ψₖ ψₖᵀ is the covariance, with
/// ψ summed within each cluster first where there are clusters. Ties are no exception.
///
/// Source: Chetverikov & Wilhelm (2023), arXiv:2310.15512.
public struct RankRankRegression: Sendable {
  /// Which of the two enter by their ranks.
  public enum Form: String, Sendable, CaseIterable {
    /// Both by their ranks.
    case rankOnRank = "rank-rank"
    /// The response by its rank, the regressor as it is.
    case rankOnLevel = "rank-level"
    /// The response as it is, the regressor by its rank.
    case levelOnRank = "level-rank"
  }

  /// What the covariance is multiplied by for the number m of independent rows or clusters.
  public enum SmallSample: String, Sendable, CaseIterable {
    /// Nothing, as the source has it.
    case none
    /// m / (m − 1): m influences that add up to zero have m − 1 degrees of freedom.
    case units

    func factor(_ units: Int) -> Double {
      self == .none ? 1 : Double(units) / Double(units - 1)
    }
  }

  /// One coefficient.
  public struct Coefficient: Sendable, Equatable {
    /// The group whose coefficient it is; nil where there are no groups.
    public let group: String?
    /// What it multiplies: `intercept`, `slope` for the regressor, or the name of a covariate.
    public let term: String
    /// The estimate.
    public let estimate: Double
    /// The standard error.
    public let standardError: Double
  }

  /// Which of the two enter by their ranks.
  public let form: Form
  /// The coefficients, group by group, each with intercept, slope and covariates in this order.
  public let coefficients: [Coefficient]
  /// The covariance of the coefficients, in their order, with the factor for small samples.
  public let covariance: Matrix
  /// The influence of each row on each coefficient: rows × coefficients.
  ///
  /// Each column adds up to zero. Restrictions on coefficients are tested, and other estimates from the
  /// same rows compared, by sums of these.
  public let influence: Matrix
  /// What is left of each row's response.
  public let residuals: [Double]
  /// The number of rows or, where there are any, of clusters: what is taken as independent.
  public let independentUnits: Int
  /// What the covariance was multiplied by.
  public let smallSample: SmallSample
  /// The covariates left out as combinations of those before, by group and name.
  public let dropped: [String]
  /// What is worth knowing of the figures.
  public let notes: [Phrase]
  /// The number of coefficients in each group.
  let width: Int
  /// The place of each coefficient in `coefficients`, by group and column; nil for a dropped one.
  let places: [Int?]
  /// The names of the groups; empty where there are none.
  let groupLabels: [String]

  /// Estimates a regression of ranks.
  ///
  /// - Parameters:
  ///   - response: one number per row.
  ///   - regressor: one number per row.
  ///   - covariates: rows × covariates, without a column of ones; none where nothing is said.
  ///   - covariateNames: a name for each covariate.
  ///   - form: which of the two enter by their ranks.
  ///   - within: rows that are ranked among each other, such as the years; all where nothing is said.
  ///   - groups: rows with coefficients of their own, such as the regions.
  ///   - clusters: rows that may move together, such as the provinces; every row by itself where nothing is
  ///     said.
  ///   - weights: positive numbers, how many rows of the population each one stands for; one each where
  ///     nothing is said.
  ///   - tieWeight: how much of what ties with a number counts as below it, from 0 to 1: 1 for the distribution
  ///     function, ½ for mid-ranks. Where many tie, the estimates differ much.
  ///   - smallSample: what the covariance is multiplied by.
  /// - Throws: `RankRegressionFault`.
  /// - Precondition: the sizes agree.
  /// - Complexity: O(n log n + n p q²) for p coefficients, q of them in each group.
  public init(
    response: [Double], regressor: [Double], covariates: Matrix? = nil,
    covariateNames: [String] = [], form: Form = .rankOnRank, within: Grouping? = nil,
    groups: Grouping? = nil, clusters: Grouping? = nil, weights: [Double]? = nil,
    tieWeight: Double = 1, smallSample: SmallSample = .none
  ) throws {
    let sample = try RankSample(
      response: response, regressor: regressor, covariates: covariates,
      covariateNames: covariateNames, groups: groups, clusters: clusters, weights: weights)
    let ranking = RankTransformation(
      sample: sample, form: form, within: within, tieWeight: tieWeight)
    let units = clusters?.count ?? response.count
    let fit = try RankFit(sample: sample, ranking: ranking)
    let influence = fit.influence(sample: sample, ranking: ranking)
    let covariance = influence.clusterSumsOfSquares(clusters, times: smallSample.factor(units))
    self.form = form
    self.smallSample = smallSample
    self.influence = influence
    self.covariance = covariance
    coefficients = fit.kept.indices.map { place in
      let (group, column) = (fit.kept[place].group, fit.kept[place].column)
      return Coefficient(
        group: groups?.labels[group], term: sample.terms[column],
        estimate: fit.blocks[group].coefficients[column],
        standardError: covariance[place, place].squareRoot())
    }
    residuals = fit.residuals
    independentUnits = units
    dropped = fit.droppedNames(sample: sample)
    notes =
      RankNotes(
        fit: fit, sample: sample, ranking: ranking, units: units,
        isCorrected: smallSample == .units
      ).lines
    width = sample.terms.count
    places = fit.places(columns: sample.terms.count)
    groupLabels = groups?.labels ?? []
  }
}
