/// A word of a template.
internal struct TemplateToken {
  /// What it does.
  internal enum Kind: Equatable {
    case text(String)
    case field(String)
    case loop(String)
    case separator
    case endLoop
    case condition(String)
    case otherwise
    case endCondition

    /// Whether it only steers, so that a line with nothing else is none of the document.
    fileprivate var steers: Bool {
      switch self {
      case .text, .field: false
      default: true
      }
    }
  }

  internal let kind: Kind
  /// The line it stands in, from 1.
  internal let line: Int

  /// Takes a template apart.
  ///
  /// - Parameters:
  ///   - text: the template; lines may end in any way.
  ///   - name: what it is called in errors.
  /// - Returns: texts and steering words as they come; remarks and lines that only steer are left out.
  /// - Throws: `TemplateError.unended` and `.unknownWord`.
  internal static func tokens(of text: String, name: String) throws(TemplateError) -> [Self] {
    var tokens: [Self] = []
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      let isLast = number == lines.count - 1
      var words = try self.words(of: line, TemplatePlace(file: name, line: number + 1))
      let remark = words.last.map { $0.kind == .text("") } ?? false
      if remark { words.removeLast() }
      let hasText = words.contains {
        if case .text(let text) = $0.kind { text.contains { !$0.isWhitespace } } else { false }
      }
      let hasSteering = remark || words.contains(where: \.kind.steers)
      let hasField = words.contains { if case .field = $0.kind { true } else { false } }
      if hasSteering, !hasText, !hasField {
        tokens += words.filter(\.kind.steers)
      } else {
        tokens += words
        if !isLast { tokens.append(Self(kind: .text("\n"), line: number + 1)) }
      }
    }
    return tokens
  }

  /// The words of one line; an empty text at the end stands for a remark.
  private static func words(
    of line: Substring.UTF8View, _ place: TemplatePlace
  ) throws(TemplateError) -> [Self] {
    let dollar = UInt8(ascii: "$")
    var words: [Self] = []
    var rest = line
    func add(_ kind: Kind) { words.append(Self(kind: kind, line: place.line)) }
    while let start = rest.firstIndex(of: dollar) {
      if start > rest.startIndex { add(.text(String(Substring(rest[..<start])))) }
      let after = rest[rest.index(after: start)...]
      if after.starts(with: "--".utf8) {
        add(.text(""))
        return words
      }
      guard let end = after.firstIndex(of: dollar) else {
        throw .unended(place, String(Substring(rest[start...].prefix(24))))
      }
      let word = String(Substring(after[..<end]))
      add(word.isEmpty ? .text("$") : try kind(of: word, place))
      rest = after[after.index(after: end)...]
    }
    if !rest.isEmpty { add(.text(String(Substring(rest)))) }
    return words
  }

  private static func kind(of word: String, _ place: TemplatePlace) throws(TemplateError) -> Kind {
    func argument(_ keyword: String) -> String? {
      guard word.hasPrefix(keyword + "("), word.hasSuffix(")") else { return nil }
      let name = String(word.dropFirst(keyword.count + 1).dropLast())
      return isName(name) ? name : nil
    }
    switch word {
    case "sep": return .separator
    case "endfor": return .endLoop
    case "else": return .otherwise
    case "endif": return .endCondition
    default: break
    }
    if let name = argument("for") { return .loop(name) }
    if let name = argument("if") { return .condition(name) }
    guard isName(word) else { throw .unknownWord(place, word) }
    return .field(word)
  }

  /// Whether a word can be the whole name of a field: small letters, digits, underscores, and points between.
  private static func isName(_ word: String) -> Bool {
    word.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy {
      part in
      !part.isEmpty
        && part.allSatisfy {
          (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
        }
    }
  }
}
