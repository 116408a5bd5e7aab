import Tables

extension Term {
  /// Reads one term.
  ///
  /// - Parameter text: a term in the grammar of `Term`.
  /// - Throws: `RegressionError.badTerm`, also for what stands for several terms.
  public init(parsing text: String) throws(RegressionError) {
    let terms = try Self.list(parsing: text)
    guard terms.count == 1, let term = terms.first else {
      throw .badTerm(text, "one term is wanted here, not \(terms.count)")
    }
    self = term
  }

  /// Reads a list of terms with commas between them.
  ///
  /// `a*b` stands for `a, b, a:b`; white space between signs does not matter.
  ///
  /// - Parameter text: the list; a blank one has no terms.
  /// - Returns: the terms, in order, each once.
  /// - Throws: `RegressionError.badTerm`.
  public static func list(parsing text: String) throws(RegressionError) -> [Term] {
    var parser = TermParser(text)
    let terms = try parser.list()
    var seen: Set<Term> = []
    return terms.filter { seen.insert($0).inserted }
  }
}

/// Reads terms from left to right: list = crossing {"," crossing}; crossing = product {"*" product};
/// product = factor {":" factor}; factor = atom ["^" number]; atom = name | function "(" … ")".
private struct TermParser {
  private let text: String
  private var rest: Substring
  /// How deep functions stand in one another.
  private var depth = 0

  init(_ text: String) {
    self.text = text
    rest = text[...]
  }

  mutating func list() throws(RegressionError) -> [Term] {
    skipSpace()
    if rest.isEmpty { return [] }
    var terms = try crossing()
    while take(",") { terms += try crossing() }
    guard rest.isEmpty else { throw fault("\(Quotation.of(rest.prefix(20))) is left over") }
    return terms
  }

  private mutating func crossing() throws(RegressionError) -> [Term] {
    var crossed = [try product()]
    while take("*") {
      let next = try product()
      crossed += [next] + crossed.map { Self.product(of: [$0, next]) }
      guard crossed.count <= 64 else { throw fault("so many crossings make too many terms") }
    }
    return crossed
  }

  private mutating func product() throws(RegressionError) -> Term {
    var factors = [try factor()]
    while take(":") { factors.append(try factor()) }
    return Self.product(of: factors)
  }

  private static func product(of terms: [Term]) -> Term {
    let flat = terms.flatMap { term -> [Term] in
      if case .product(let parts) = term { parts } else { [term] }
    }
    return flat.count == 1 ? flat[0] : .product(flat)
  }

  private mutating func factor() throws(RegressionError) -> Term {
    let term = try atom()
    guard take("^") else { return term }
    let exponent = try wholeNumber()
    guard (1...20).contains(exponent) else { throw fault("a power is from 1 to 20") }
    return exponent == 1 ? term : .power(term, exponent)
  }

  private mutating func atom() throws(RegressionError) -> Term {
    skipSpace()
    // White space behind the sign is part of the name.
    if rest.first == "`" {
      rest = rest.dropFirst()
      guard let end = rest.firstIndex(of: "`") else { throw fault("a backquote is not closed") }
      let name = String(rest[..<end])
      rest = rest[rest.index(after: end)...]
      guard !name.isEmpty else { throw fault("there is no name between the backquotes") }
      skipSpace()
      return .column(name)
    }
    let name = String(rest.prefix { !",:*^()`".contains($0) })
    rest = rest.dropFirst(name.count)
    let trimmed = name.withoutOuterSpaces
    guard !trimmed.isEmpty else {
      throw fault(
        rest.isEmpty
          ? "a name is missing at the end"
          : "a name is missing before \(Quotation.of(rest.prefix(1)))")
    }
    return take("(") ? try function(trimmed) : .column(trimmed)
  }

  private mutating func function(_ name: String) throws(RegressionError) -> Term {
    depth += 1
    guard depth <= 20 else { throw fault("functions stand too deep in one another") }
    defer { depth -= 1 }
    let argument = try product()
    var count = 1
    if name == "lag" || name == "lead" {
      if take(",") { count = try wholeNumber() }
      guard (1...1000).contains(count) else { throw fault("a lag is from 1 to 1000") }
    }
    guard take(")") else { throw fault("the bracket after \(Quotation.of(name)) is not closed") }
    switch name {
    case "lag": return .lag(argument, count)
    case "lead": return .lag(argument, -count)
    case "diff": return .difference(argument)
    case "log": return .logarithm(argument)
    case "rank": return .rank(argument)
    case "factor":
      guard case .column(let column) = argument else { throw fault("factor() takes a column") }
      return .factor(column)
    default:
      throw fault(
        "there is no function \(Quotation.of(name)); there are lag, lead, diff, log, rank and factor"
      )
    }
  }

  private mutating func wholeNumber() throws(RegressionError) -> Int {
    skipSpace()
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    rest = rest.dropFirst(digits.count)
    guard let number = Int(digits) else { throw fault("a whole number is missing") }
    skipSpace()
    return number
  }

  private mutating func take(_ sign: Character) -> Bool {
    skipSpace()
    guard rest.first == sign else { return false }
    rest = rest.dropFirst()
    skipSpace()
    return true
  }

  private mutating func skipSpace() { rest = rest.drop(while: \.isWhitespace) }

  private func fault(_ reason: String) -> RegressionError { .badTerm(text, reason) }
}
