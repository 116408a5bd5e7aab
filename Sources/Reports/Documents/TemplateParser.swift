/// Puts the words of a template into loops and conditions, and checks what they name.
internal struct TemplateParser {
  private let name: String
  private let shape: FieldShape
  private let tokens: [TemplateToken]
  private var position = 0
  /// The lists of the loops around the position, the outermost first.
  private var loops: [String] = []
  /// How many blocks are open.
  private var depth = 0

  /// The most blocks within each other; a hostile template would else use up the stack.
  private static let deepest = 100

  internal init(_ text: String, name: String, shape: FieldShape) throws(TemplateError) {
    self.name = name
    self.shape = shape
    tokens = try TemplateToken.tokens(of: text, name: name)
  }

  /// The whole template.
  ///
  /// - Returns: its pieces.
  /// - Throws: `TemplateError`, naming the line.
  internal mutating func nodes() throws(TemplateError) -> [Template.Node] {
    let nodes = try block()
    if position < tokens.count { throw .stray(place(tokens[position]), word(tokens[position])) }
    return nodes
  }

  /// What comes up to a word that ends a block, or the end of the template.
  private mutating func block() throws(TemplateError) -> [Template.Node] {
    var nodes: [Template.Node] = []
    while position < tokens.count {
      let token = tokens[position]
      switch token.kind {
      case .text(let text): nodes.append(.text(text))
      case .field(let field):
        guard try kind(of: field, token) == .text else { throw .isList(place(token), field) }
        nodes.append(.field(field))
      case .loop(let list):
        guard try kind(of: list, token) == .list else { throw .isText(place(token), list) }
        try open(token)
        nodes.append(try loop(list, token))
        depth -= 1
        continue
      case .condition(let field):
        _ = try kind(of: field, token)
        try open(token)
        nodes.append(try condition(field, token))
        depth -= 1
        continue
      case .separator, .endLoop, .otherwise, .endCondition: return nodes
      }
      position += 1
    }
    return nodes
  }

  private mutating func open(_ token: TemplateToken) throws(TemplateError) {
    guard depth < Self.deepest else {
      throw .tooDeep(place(token), word(token), most: Self.deepest)
    }
    depth += 1
  }

  private mutating func loop(
    _ list: String, _ start: TemplateToken
  ) throws(TemplateError) -> Template.Node {
    position += 1
    loops.append(list)
    let body = try block()
    loops.removeLast()
    // What stands between entries belongs to none of them.
    let separator = take(.separator) ? try block() : []
    guard take(.endLoop) else { throw unclosed(start) }
    return .loop(list, body: body, separator: separator)
  }

  private mutating func condition(
    _ field: String, _ start: TemplateToken
  ) throws(TemplateError) -> Template.Node {
    position += 1
    let then = try block()
    let otherwise = take(.otherwise) ? try block() : []
    guard take(.endCondition) else { throw unclosed(start) }
    return .condition(field, then: then, otherwise: otherwise)
  }

  private mutating func take(_ kind: TemplateToken.Kind) -> Bool {
    guard position < tokens.count, tokens[position].kind == kind else { return false }
    position += 1
    return true
  }

  /// What stands behind a name at a place.
  private func kind(
    of field: String, _ token: TemplateToken
  ) throws(TemplateError) -> FieldShape.Kind {
    let owner = FieldShape.owner(of: field)
    guard let kind = shape.kind(of: field) else {
      let isKnown = owner.isEmpty || shape.kind(of: owner) == .list
      throw .unknownField(
        place(token), field, known: shape.members(of: isKnown ? owner : ""))
    }
    guard owner.isEmpty || loops.contains(owner) else {
      throw .outsideLoop(place(token), field, list: owner)
    }
    return kind
  }

  /// What is wrong with a block that does not end as it should: the word it meets, or that none comes.
  private func unclosed(_ start: TemplateToken) -> TemplateError {
    position < tokens.count
      ? .stray(place(tokens[position]), word(tokens[position]))
      : .unclosed(place(start), word(start))
  }

  private func place(_ token: TemplateToken) -> TemplatePlace {
    TemplatePlace(file: name, line: token.line)
  }

  private func word(_ token: TemplateToken) -> String {
    switch token.kind {
    case .text(let text): text
    case .field(let name): "$\(name)$"
    case .loop(let name): "$for(\(name))$"
    case .separator: "$sep$"
    case .endLoop: "$endfor$"
    case .condition(let name): "$if(\(name))$"
    case .otherwise: "$else$"
    case .endCondition: "$endif$"
    }
  }
}
