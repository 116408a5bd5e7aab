extension Term {
  /// A column as a term reads it: at the time of its row, or so many times before.
  public struct Moment: Sendable, Hashable {
    public let column: String
    /// How many times before the row's own; negative for times after.
    public let lag: Int

    /// Names a column and how many times before the row's own it is read.
    public init(column: String, lag: Int) {
      self.column = column
      self.lag = lag
    }
  }

  /// The columns that the term is made of, each with the times at which it is read.
  ///
  /// A difference reads its columns twice, at the row's time and one before; a product reads what its factors
  /// read.
  public var moments: Set<Moment> {
    switch self {
    case .column(let name), .factor(let name): [Moment(column: name, lag: 0)]
    case .power(let base, _), .logarithm(let base), .rank(let base): base.moments
    case .lag(let base, let count): base.moments(before: count)
    case .difference(let base): base.moments.union(base.moments(before: 1))
    case .product(let terms): terms.reduce(into: []) { $0.formUnion($1.moments) }
    }
  }

  private func moments(before count: Int) -> Set<Moment> {
    Set(moments.map { Moment(column: $0.column, lag: $0.lag + count) })
  }
}
