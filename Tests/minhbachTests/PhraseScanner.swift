/// Finds the templates of phrases in Swift sources.
///
/// A template is a literal, and nothing but the functions named in `makers` takes one: every literal within
/// their parentheses is one, but for what stands in its interpolations, which is code again.
struct PhraseScanner {
  /// The functions that make a phrase of a literal.
  static let makers = ["Phrase", "words", "words.columns"]

  /// The keys found.
  private(set) var keys: Set<String> = []
  private let text: [Character]
  private var place = 0

  /// Reads a source.
  init(_ source: String) {
    text = Array(source)
    scanCode(until: nil)
  }

  private func begins(_ word: String) -> Bool { text[place...].starts(with: word) }

  /// Reads code to the closing parenthesis, which is passed over, or to the end.
  private mutating func scanCode(until end: Character?) {
    var makers: [Bool] = []
    while place < text.count {
      switch text[place] {
      case "/" where begins("//"): skipLine()
      case "\"":
        let key = scanLiteral()
        if makers.contains(true) { keys.insert(key) }
        continue
      case "(", "[", "{":
        // A closure is code of its own.
        makers.append(text[place] == "(" ? isMaker : text[place] == "[" && makers.last == true)
      case ")", "]", "}":
        if makers.isEmpty, text[place] == end { return place += 1 }
        _ = makers.popLast()
      default: break
      }
      place += 1
    }
  }

  private mutating func skipLine() {
    while place < text.count, text[place] != "\n" { place += 1 }
  }

  /// Whether a maker's name stands before the parenthesis, and no label of a text as it is behind it.
  private var isMaker: Bool {
    let name = String(
      text[..<place].reversed().prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" }
        .reversed())
    let before = String(text[..<place].suffix(name.count + 5).dropLast(name.count))
    let isLiteral = !["verbatim:", "code:"].contains { text[(place + 1)...].starts(with: $0) }
    return Self.makers.contains { name == $0 || name.hasSuffix("." + $0) } && before != "func "
      && isLiteral
  }

  /// Reads a literal and returns it with its places numbered.
  private mutating func scanLiteral() -> String {
    let quote = begins("\"\"\"") ? "\"\"\"" : "\""
    place += quote.count
    var (literal, count) = ("", 0)
    while !begins(quote) {
      guard text[place] == "\\" else {
        literal.append(text[place])
        place += 1
        continue
      }
      switch text[place + 1] {
      case "(":
        place += 2
        count += 1
        literal += "{\(count)}"
        let start = place
        scanCode(until: ")")
        addCounted(String(text[start..<place - 1]))
      case "\n":
        literal += "\\\n"
        place += 2
      default:
        literal.append(text[place + 1])
        place += 2
      }
    }
    place += quote.count
    return quote.count == 3 ? Self.withoutIndent(literal) : literal
  }

  /// The noun of an interpolation that counts.
  private mutating func addCounted(_ code: String) {
    guard code.hasPrefix("counting:") else { return }
    let nouns = code.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    guard let one = nouns.first else { return }
    keys.insert("{1} \(one)|{1} \(nouns.count > 1 ? nouns[1] : one + "s")")
  }

  /// The text of a literal over several lines, as the compiler reads it.
  private static func withoutIndent(_ literal: String) -> String {
    let lines = literal.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
    let indent = lines.last?.count ?? 0
    return lines.dropLast().map { line in
      let text = line.dropFirst(indent)
      return text.hasSuffix("\\") ? String(text.dropLast()) : text + "\n"
    }.joined().trimmedOfLineEnd
  }
}

extension String {
  fileprivate var trimmedOfLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
