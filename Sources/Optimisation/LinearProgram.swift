/// The least value of a linear form under linear conditions, some variables whole numbers.
///
/// Minimise Σ cⱼ xⱼ where every xⱼ lies within its bounds, every row Σ aᵢⱼ xⱼ within its limits, and the
/// variables marked so are whole. Bounds of variables are finite: the least value then exists wherever
/// the conditions can be met at all.
public struct LinearProgram: Sendable, Hashable {
  /// One unknown.
  public struct Variable: Sendable, Hashable {
    /// What one unit of it costs.
    public let cost: Double
    /// What it may be.
    public let bounds: ClosedRange<Double>
    /// Whether it must be a whole number.
    public let isWhole: Bool

    /// Describes an unknown.
    ///
    /// - Parameters:
    ///   - cost: what one unit of it costs.
    ///   - bounds: what it may be.
    ///   - isWhole: whether it must be a whole number.
    /// - Precondition: cost and bounds are finite.
    public init(cost: Double, in bounds: ClosedRange<Double>, isWhole: Bool = false) {
      precondition(
        cost.isFinite && bounds.lowerBound.isFinite && bounds.upperBound.isFinite,
        "costs and bounds of variables must be finite")
      self.cost = cost
      self.bounds = bounds
      self.isWhole = isWhole
    }
  }

  /// One condition.
  public struct Row: Sendable, Hashable {
    /// A variable and what one unit of it counts.
    public struct Term: Sendable, Hashable {
      /// The variable's number.
      public let variable: Int
      /// What one unit of it counts.
      public let coefficient: Double

      /// Describes a term.
      ///
      /// - Parameters:
      ///   - variable: the variable's number.
      ///   - coefficient: what one unit of it counts.
      /// - Precondition: the coefficient is finite.
      public init(_ variable: Int, times coefficient: Double) {
        precondition(coefficient.isFinite, "coefficients must be finite")
        self.variable = variable
        self.coefficient = coefficient
      }
    }

    /// The terms that are summed.
    public let terms: [Term]
    /// What their sum may be; an infinite end is no limit.
    public let limits: ClosedRange<Double>

    /// Describes a condition.
    ///
    /// - Parameters:
    ///   - terms: the terms that are summed, each variable once.
    ///   - limits: what their sum may be; an infinite end is no limit.
    /// - Precondition: no variable stands twice.
    public init(_ terms: [Term], in limits: ClosedRange<Double>) {
      precondition(
        Set(terms.map(\.variable)).count == terms.count, "a variable stands in a row once")
      self.terms = terms
      self.limits = limits
    }

    /// The sum of the terms at a point.
    ///
    /// - Parameter values: one value per variable.
    /// - Returns: Σ aⱼ xⱼ.
    public func sum(at values: [Double]) -> Double {
      terms.reduce(0) { $0 + $1.coefficient * values[$1.variable] }
    }
  }

  /// The unknowns.
  public let variables: [Variable]
  /// The conditions.
  public let rows: [Row]

  /// Collects unknowns and conditions.
  ///
  /// - Parameters:
  ///   - variables: the unknowns.
  ///   - rows: the conditions on them.
  /// - Precondition: rows name variables that there are.
  public init(_ variables: [Variable], rows: [Row]) {
    precondition(
      rows.allSatisfy { $0.terms.allSatisfy { variables.indices.contains($0.variable) } },
      "a row names a variable that there is not")
    self.variables = variables
    self.rows = rows
  }

  /// The cost of a point.
  ///
  /// - Parameter values: one value per variable.
  /// - Returns: Σ cⱼ xⱼ.
  public func cost(of values: [Double]) -> Double {
    precondition(values.count == variables.count, "one value per variable is needed")
    return zip(variables, values).reduce(0) { $0 + $1.0.cost * $1.1 }
  }
}
