/// A document with fields, in HTML.
///
/// Fields stand between dollar signs, as in pandoc's templates:
///
///     $name$                                       a text
///     $for(list)$ … $list.member$ … $sep$ … $endfor$   once for each entry, with a text between
///     $if(name)$ … $else$ … $endif$                a text that is not empty, a list with an entry
///     $-- …                                        a remark, to the end of the line
///     $$                                           the sign itself
///
/// A `$for` or `$if`, or an end of one, that stands alone on its line takes the line with it. What fields hold is
/// escaped, so that markup in it stays text. A template that was made names only fields that there are.
public struct Template: Sendable, Hashable {
  /// A piece of a template.
  internal indirect enum Node: Sendable, Hashable {
    case text(String)
    case field(String)
    case loop(String, body: [Node], separator: [Node])
    case condition(String, then: [Node], otherwise: [Node])
  }

  /// What the template is called in errors: the name of its file.
  public let name: String
  /// The fields it may name.
  public let shape: FieldShape
  private let nodes: [Node]

  /// Reads a template.
  ///
  /// - Parameters:
  ///   - text: the template.
  ///   - name: what it is called in errors.
  ///   - shape: the fields it may name.
  /// - Throws: `TemplateError`, naming the line.
  public init(_ text: String, name: String, shape: FieldShape) throws(TemplateError) {
    var parser = try TemplateParser(text, name: name, shape: shape)
    nodes = try parser.nodes()
    self.name = name
    self.shape = shape
  }

  /// The document.
  ///
  /// - Parameter fields: a value for every name of `shape`.
  /// - Returns: HTML; the same for the same template and fields.
  /// - Precondition: the values have the names of `shape` and no others.
  public func filled(with fields: Fields) -> String {
    let mismatch = fields.mismatch(with: shape)
    precondition(mismatch == nil, "\(mismatch ?? ""): a field without a value, or none of these")
    var text = ""
    Self.write(nodes, Scope(entries: ["": fields]), to: &text)
    return text
  }

  /// The entries that the loops around a place are at, by the names of their lists.
  private struct Scope {
    var entries: [String: Fields]

    private func found<Value>(_ name: String, _ part: (Fields, String) -> Value?) -> Value? {
      let last = name[(name.lastIndex(of: ".").map { name.index(after: $0) } ?? name.startIndex)...]
      return entries[FieldShape.owner(of: name)].flatMap { part($0, String(last)) }
    }

    func text(_ name: String) -> String { found(name) { $0.texts[$1] } ?? "" }

    func list(_ name: String) -> [Fields] { found(name) { $0.lists[$1] } ?? [] }

    func isTrue(_ name: String) -> Bool { !text(name).isEmpty || !list(name).isEmpty }
  }

  private static func write(_ nodes: [Node], _ scope: Scope, to text: inout String) {
    for node in nodes {
      switch node {
      case .text(let plain): text += plain
      case .field(let name): text += escaped(scope.text(name))
      case .condition(let name, let then, let otherwise):
        write(scope.isTrue(name) ? then : otherwise, scope, to: &text)
      case .loop(let name, let body, let separator):
        for (number, entry) in scope.list(name).enumerated() {
          var inner = scope
          inner.entries[name] = entry
          if number > 0 { write(separator, scope, to: &text) }
          write(body, inner, to: &text)
        }
      }
    }
  }

  /// A text as it stands in HTML, in an element or in the quotes of an attribute.
  private static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    EscapedMarkup.write(text, to: &bytes, isAttribute: true)
    return String(decoding: bytes, as: UTF8.self)
  }
}
