/// A variable of a regression: a column, or something made of columns.
///
/// Written `score`, `score^2`, `lag(score)`, `lag(score, 2)`, `lead(score)`, `diff(score)`, `log(score)`,
/// `rank(score)`, `factor(region)`, or as an interaction `a:b`. A column whose name holds one of these
/// signs stands between backquotes.
public indirect enum Term: Sendable, Hashable, CustomStringConvertible {
  /// A column of numbers.
  case column(String)
  /// A whole power, from 2.
  case power(Term, Int)
  /// The value of the same unit so many times before; after, where the number is negative.
  case lag(Term, Int)
  /// The value less that of the same unit one time before.
  case difference(Term)
  /// The natural logarithm.
  case logarithm(Term)
  /// The rank among the rows of the same time, 1 for the largest; ties share their mean rank.
  case rank(Term)
  /// A column of ones and zeros for each label of a column but the first.
  case factor(String)
  /// The product of several terms.
  case product([Term])

  /// The term as it is written, which names its coefficient.
  public var description: String {
    switch self {
    case .column(let name): Self.isPlain(name) ? name : "`\(name)`"
    case .power(let term, let exponent): "\(term)^\(exponent)"
    case .lag(let term, 1): "lag(\(term))"
    case .lag(let term, -1): "lead(\(term))"
    case .lag(let term, let count) where count < 0: "lead(\(term), \(-count))"
    case .lag(let term, let count): "lag(\(term), \(count))"
    case .difference(let term): "diff(\(term))"
    case .logarithm(let term): "log(\(term))"
    case .rank(let term): "rank(\(term))"
    case .factor(let name): "factor(\(Term.column(name)))"
    case .product(let terms): terms.map(\.description).joined(separator: ":")
    }
  }

  /// The columns that the term is made of.
  public var columns: Set<String> { numberColumns.union(labelColumns) }

  /// The columns whose numbers the term is made of.
  public var numberColumns: Set<String> {
    switch self {
    case .column(let name): [name]
    case .factor: []
    default: parts.reduce(into: []) { $0.formUnion($1.numberColumns) }
    }
  }

  /// The columns whose texts the term is made of.
  public var labelColumns: Set<String> {
    switch self {
    case .column: []
    case .factor(let name): [name]
    default: parts.reduce(into: []) { $0.formUnion($1.labelColumns) }
    }
  }

  /// The terms that the term is made of.
  private var parts: [Term] {
    switch self {
    case .column, .factor: []
    case .power(let term, _), .lag(let term, _), .difference(let term), .logarithm(let term),
      .rank(let term):
      [term]
    case .product(let terms): terms
    }
  }

  /// Whether a name can stand without backquotes.
  static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && !name.contains(where: { ",:*^()`".contains($0) })
      && name.first?.isWhitespace == false && name.last?.isWhitespace == false
  }
}
