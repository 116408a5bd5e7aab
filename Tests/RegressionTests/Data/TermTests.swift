import Regression
import TestSupport
import Testing

@Suite struct TermTests {
  private static let a = Term.column("a")
  private static let b = Term.column("b")

  @Test(
    arguments: [
      ("a", a, "a"), (" a ", a, "a"), ("điểm số", .column("điểm số"), "điểm số"),
      ("`lag(a), b`", .column("lag(a), b"), "`lag(a), b`"), ("` a`", .column(" a"), "` a`"),
      ("`a`", a, "a"), ("lag", .column("lag"), "lag"), ("factor", .column("factor"), "factor"),
      ("a^2", .power(a, 2), "a^2"), ("a ^ 20", .power(a, 20), "a^20"), ("a^1", a, "a"),
      ("lag(a)", .lag(a, 1), "lag(a)"), ("lag ( a , 1 )", .lag(a, 1), "lag(a)"),
      ("lag(a, 2)", .lag(a, 2), "lag(a, 2)"), ("lag(a,1000)", .lag(a, 1000), "lag(a, 1000)"),
      ("lead(a)", .lag(a, -1), "lead(a)"), ("lead(a, 3)", .lag(a, -3), "lead(a, 3)"),
      ("diff(a)", .difference(a), "diff(a)"), ("log(a)", .logarithm(a), "log(a)"),
      ("rank(a)", .rank(a), "rank(a)"), ("factor(a)", .factor("a"), "factor(a)"),
      ("factor(`a:b`)", .factor("a:b"), "factor(`a:b`)"),
      ("a:b", .product([a, b]), "a:b"), ("a : b^2", .product([a, .power(b, 2)]), "a:b^2"),
      ("a:a:b", .product([a, a, b]), "a:a:b"),
      ("lag(a:b)", .lag(.product([a, b]), 1), "lag(a:b)"),
      (
        "lag(log(a)^2, 2):factor(b)",
        .product([.lag(.power(.logarithm(a), 2), 2), .factor("b")]), "lag(log(a)^2, 2):factor(b)"
      ),
      ("rank(diff(lead(a)))", .rank(.difference(.lag(a, -1))), "rank(diff(lead(a)))"),
    ] as [(String, Term, String)])
  func aTermIsReadAndWritten(_ text: String, _ term: Term, _ written: String) throws {
    #expect(try Term(parsing: text) == term)
    #expect(term.description == written)
    #expect(try Term(parsing: written) == term)
  }

  @Test(arguments: [
    ("", []), (" \t", []), ("a", ["a"]), ("a, b", ["a", "b"]), ("a,b,a", ["a", "b"]),
    ("a*b", ["a", "b", "a:b"]), ("a*a", ["a", "a:a"]), ("a:b,b:a", ["a:b", "b:a"]),
    ("a*b*c", ["a", "b", "a:b", "c", "a:c", "b:c", "a:b:c"]),
    ("a:b*c", ["a:b", "c", "a:b:c"]), ("lag(a, 2),`x,y`", ["lag(a, 2)", "`x,y`"]),
    ("a^1, a", ["a"]),
  ])
  func aListHasEachTermOnce(_ text: String, _ expected: [String]) throws {
    #expect(try Term.list(parsing: text).map(\.description) == expected)
  }

  @Test(arguments: [
    ("", "one term is wanted here, not 0"), ("a,b", "one term is wanted here, not 2"),
    ("a*b", "one term is wanted here, not 3"), ("a,", "a name is missing at the end"),
    (",a", #"a name is missing before ",""#), ("a::b", #"a name is missing before ":""#),
    ("lag()", #"a name is missing before ")""#), ("()", #"a name is missing before "(""#),
    ("a)", #"")" is left over"#), ("a^2^3", #""^3" is left over"#),
    ("a b`c`", #""`c`" is left over"#), ("`a`(b)", #""(b)" is left over"#),
    ("lag(a", #"the bracket after "lag" is not closed"#),
    ("lag(a*b)", #"the bracket after "lag" is not closed"#),
    ("diff(a, 2)", #"the bracket after "diff" is not closed"#),
    ("lag(a, x)", "a whole number is missing"), ("lag(a, -1)", "a whole number is missing"),
    ("a^", "a whole number is missing"), ("a^٣", "a whole number is missing"),
    ("a^99999999999999999999", "a whole number is missing"),
    ("a^2.5", #"".5" is left over"#), ("lag(a, 0)", "a lag is from 1 to 1000"),
    ("lead(a, 1001)", "a lag is from 1 to 1000"), ("a^0", "a power is from 1 to 20"),
    ("a^21", "a power is from 1 to 20"),
    ("sqrt(a)", #"there is no function "sqrt"; there are lag, lead, diff, log, rank and factor"#),
    ("Lag(a)", #"there is no function "Lag"; there are lag, lead, diff, log, rank and factor"#),
    ("factor(lag(a))", "factor() takes a column"), ("factor(a:b)", "factor() takes a column"),
    ("`a", "a backquote is not closed"), ("``", "there is no name between the backquotes"),
    ("a*b*c*d*e*f*g", "so many crossings make too many terms"),
  ])
  func aMistakeIsTold(_ text: String, _ reason: String) {
    #expect(
      message { try Term(parsing: text) } == "the term \"\(text)\" cannot be read: \(reason)")
  }

  @Test func functionsStandTwentyDeepAndNoDeeper() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "lag(", count: depth) + "a" + String(repeating: ")", count: depth)
    }
    #expect(try Term(parsing: nested(20)).description == nested(20))
    let told = try #require(message { try Term(parsing: nested(21)) })
    #expect(told.hasSuffix("functions stand too deep in one another"))
    // So deep that a parser without a limit would run out of its stack.
    let deep = try #require(message { try Term(parsing: nested(200_000)) })
    #expect(deep.hasSuffix("functions stand too deep in one another"))
  }

  /// A term made by chance, in the forms that the grammar can write.
  private static func random(_ depth: Int, _ random: inout SplitMix64) -> Term {
    let names = [
      "a", "lag", " b", "c,d", "x:y", "ngày (trung vị)", "Đắk Nông", "2", "e\u{301}", "*", "^2",
      "a b", "tab\t", "dòng\nmới", "\u{2003}", "🇻🇳",
    ]
    func column() -> Term { .column(names.randomElement(using: &random) ?? "a") }
    func factor(_ depth: Int) -> Term {
      guard depth > 0 else { return column() }
      switch Int.random(in: 0..<8, using: &random) {
      case 0: return .lag(self.random(depth - 1, &random), Int.random(in: 1...9, using: &random))
      case 1: return .lag(self.random(depth - 1, &random), -Int.random(in: 1...9, using: &random))
      case 2: return .difference(self.random(depth - 1, &random))
      case 3: return .logarithm(self.random(depth - 1, &random))
      case 4: return .rank(self.random(depth - 1, &random))
      case 5: return .factor(names.randomElement(using: &random) ?? "a")
      case 6:
        return .power(
          .rank(self.random(depth - 1, &random)), Int.random(in: 2...20, using: &random))
      default: return column()
      }
    }
    let count = Int.random(in: 1...3, using: &random)
    let factors = (0..<count).map { _ in factor(depth) }
    return count == 1 ? factors[0] : .product(factors)
  }

  @Test func everyTermReadsBackFromItsDescription() throws {
    var random = SplitMix64(seed: 41)
    for _ in 0..<2000 {
      let term = Self.random(3, &random)
      #expect(try Term(parsing: term.description) == term)
    }
  }

  @Test func anyTextIsReadOrRefusedWithAReason() {
    let pieces = [
      "a", "b", " ", ",", ":", "*", "^", "(", ")", "`", "1", "20", "lag(", "lead(", "factor(",
      "log(", "\u{0}", "\u{301}", "\u{FEFF}", "đ", "\n", "\\", "\"",
    ]
    var random = SplitMix64(seed: 42)
    var (read, refused) = (0, 0)
    for _ in 0..<5000 {
      let count = Int.random(in: 0...12, using: &random)
      let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      do {
        let terms = try Term.list(parsing: text)
        #expect(Set(terms).count == terms.count)
        read += 1
      } catch {
        guard case .badTerm(let told, let reason) = error else {
          Issue.record("\(error)")
          continue
        }
        #expect(told == text && !reason.isEmpty)
        refused += 1
      }
    }
    // Texts of both kinds were among them.
    #expect(read > 500 && refused > 500)
  }

  @Test func columnsAndLagsAreKnown() throws {
    let term = try Term(parsing: "lag(a:log(b)):factor(c)^1")
    #expect(term.columns == ["a", "b", "c"])
  }

  /// The moments of a term, such as "a -1" for what was one time before.
  private func moments(_ text: String) throws -> [String] {
    try Term(parsing: text).moments.map { "\($0.column) \(-$0.lag)" }.sorted()
  }

  @Test func columnsAreReadAtTheTimesThatLagsAndChangesReach() throws {
    #expect(try moments("a") == ["a 0"])
    #expect(try moments("rank(lead(a))") == ["a 1"])
    #expect(try moments("log(lag(a, 2)^2)") == ["a -2"])
    #expect(try moments("diff(a)") == ["a -1", "a 0"])
    #expect(try moments("lag(diff(a), 2)") == ["a -2", "a -3"])
    #expect(try moments("diff(diff(a))") == ["a -1", "a -2", "a 0"])
    #expect(try moments("a:lag(a):factor(b)") == ["a -1", "a 0", "b 0"])
  }
}
