/// What a regression explains, and by what.
public struct Specification: Sendable, Hashable {
  /// How rows are compared with one another.
  public enum Model: String, Sendable, Hashable, CaseIterable {
    /// All rows alike, or within fixed effects where there are any.
    case pooled
    /// Each unit with itself over time: what differs between units is taken out, unless other effects are named.
    case within
    /// The means of units with one another.
    case between
    /// Changes from one time to the next.
    case firstDifference = "first-difference"
    /// Units differ by a random effect (Swamy & Arora 1972).
    case random
  }

  /// What is explained.
  public let response: Term
  /// What it is explained by.
  public let regressors: [Term]
  /// How rows are compared.
  public let model: Model
  /// Whether there is an intercept, where no effects take its place.
  public let hasIntercept: Bool
  /// The columns whose labels have fixed effects.
  public let effects: [String]
  /// The column of weights: the variance of a row's error is one over its weight.
  public let weights: String?
  /// The columns of clusters that errors will be asked for.
  public let clusters: [String]
  /// Whether rows that are alone in an effect's group are left out.
  public let isDroppingSingletons: Bool

  /// Describes a regression.
  ///
  /// - Parameters:
  ///   - response: what is explained.
  ///   - regressors: what it is explained by.
  ///   - model: how rows are compared; effects need `pooled` or `within`.
  ///   - hasIntercept: whether there is an intercept, where no effects take its place.
  ///   - effects: the columns whose labels have fixed effects.
  ///   - weights: the column of weights.
  ///   - clusters: the columns of clusters.
  ///   - isDroppingSingletons: whether rows alone in an effect's group are left out.
  public init(
    response: Term, regressors: [Term], model: Model = .pooled, hasIntercept: Bool = true,
    effects: [String] = [], weights: String? = nil, clusters: [String] = [],
    isDroppingSingletons: Bool = false
  ) {
    self.response = response
    self.regressors = regressors
    self.model = model
    self.hasIntercept = hasIntercept
    self.effects = effects
    self.weights = weights
    self.clusters = clusters
    self.isDroppingSingletons = isDroppingSingletons
  }
}
