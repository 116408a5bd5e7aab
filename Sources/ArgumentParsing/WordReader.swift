/// Reads the words meant for one command into values.
struct WordReader {
  private let definitions: [Definition]
  private let definitionsByName: [String: Definition]

  /// The words not read yet.
  private(set) var words: ArraySlice<String>

  /// What the words read so far gave.
  private(set) var values: [Definition.Key: Any] = [:]

  /// The words behind the values.
  private var texts: [Definition.Key: [String]] = [:]

  init(_ words: ArraySlice<String>, definitions: [Definition]) {
    self.words = words
    self.definitions = definitions
    let pairs = definitions.flatMap { definition in definition.names.map { ($0, definition) } }
    definitionsByName = Dictionary(pairs) { first, _ in first }
  }

  /// Whether a word names options; a lone hyphen and negative numbers are values.
  static func isOption(_ word: String) -> Bool {
    guard word.hasPrefix("-"), word != "-", word != "--" else { return false }
    let digits = word.dropFirst().drop { $0 == "." }
    return !(digits.first?.isNumber ?? false)
  }

  /// Drops the next word.
  mutating func skipWord() {
    words = words.dropFirst()
  }

  /// Reads options up to the next word that is not one, or to an unknown one if that is left.
  mutating func readOptions(leavesUnknown: Bool = false) throws(ParserError) {
    while let word = words.first, Self.isOption(word) {
      let (name, value) = Self.parts(of: word)
      guard let named = namedDefinitions(name) else {
        if leavesUnknown { return }
        let candidates = definitions.filter { $0.isVisible }.flatMap { $0.names }
        throw .unknownOption(name, suggestion: suggestion(for: name, among: candidates))
      }
      skipWord()
      for (position, (name, definition)) in named.enumerated() {
        let isLast = position == named.count - 1
        try read(definition, as: name, attached: isLast ? value : nil, mayTakeNext: isLast)
      }
    }
  }

  /// Reads all words, giving to arguments what options leave.
  mutating func readAll() throws(ParserError) {
    var texts: [String] = []
    while true {
      try readOptions()
      guard let word = words.first else { break }
      skipWord()
      if word == "--" {
        texts += words
        words = []
      } else {
        texts.append(word)
      }
    }
    try assign(texts[...])
  }

  /// What was given, in the order of the definitions.
  var given: [(definition: Definition, text: String)] {
    definitions.flatMap { definition in
      texts[definition.key, default: []].map { (definition, $0) }
    }
  }

  /// Returns the values of all definitions, with defaults for what was not given.
  func completedValues() throws(ParserError) -> [Definition.Key: Any] {
    var completed = values
    for definition in definitions where completed[definition.key] == nil {
      guard let initialValue = definition.initialValue else {
        throw .missingArgument(label: definition.label())
      }
      completed[definition.key] = initialValue
    }
    return completed
  }
}

extension WordReader {
  private static func parts(of word: String) -> (name: String, value: String?) {
    // Without a name before it, the sign is part of an unknown name.
    guard let sign = word.firstIndex(of: "="), word[..<sign].contains(where: { $0 != "-" }) else {
      return (word, nil)
    }
    return (String(word[..<sign]), String(word[word.index(after: sign)...]))
  }

  /// Returns what a long name or a bundle of letters stands for, or nil if any of it is unknown.
  private func namedDefinitions(_ name: String) -> [(String, Definition)]? {
    if name.hasPrefix("--") {
      return definitionsByName[name].map { [(name, $0)] }
    }
    var named: [(String, Definition)] = []
    for letter in name.dropFirst() {
      guard let definition = definitionsByName["-\(letter)"] else { return nil }
      named.append(("-\(letter)", definition))
    }
    return named
  }

  private mutating func read(
    _ definition: Definition, as name: String, attached: String?, mayTakeNext: Bool
  ) throws(ParserError) {
    if definition.kind == .flag {
      if let attached { throw .needlessValue(attached, name: name) }
      try store("", in: definition, as: name)
    } else if let attached {
      try store(attached, in: definition, as: name)
    } else if mayTakeNext, let next = words.first, next != "--", !Self.isOption(next) {
      skipWord()
      try store(next, in: definition, as: name)
    } else {
      throw .missingValue(label: definition.label(as: name))
    }
  }

  private mutating func store(
    _ text: String, in definition: Definition, as name: String? = nil
  ) throws(ParserError) {
    guard let value = definition.read(text, values[definition.key]) else {
      throw .invalidValue(
        text, label: definition.label(as: name), allowed: definition.allowedValues)
    }
    values[definition.key] = value
    texts[definition.key] =
      (definition.isRepeating ? texts[definition.key] ?? [] : []) + [text]
  }

  private mutating func assign(_ texts: ArraySlice<String>) throws(ParserError) {
    var remaining = texts
    for definition in definitions where definition.kind == .argument {
      let own = definition.isRepeating ? remaining : remaining.prefix(1)
      for text in own { try store(text, in: definition) }
      remaining = remaining.dropFirst(own.count)
    }
    if !remaining.isEmpty { throw .unexpectedArguments(Array(remaining)) }
  }
}
