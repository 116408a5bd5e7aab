/// An element of an HTML page or an SVG drawing.
///
///     Element("p", ["class": "lead"]) {
///       "Rank "
///       Element("strong") { "26" }
///     }
///
/// Names are literals of the source, texts may be any: they are escaped where they are written, so
/// that no figure, name or remark of a file becomes markup.
public struct Element: Sendable, Hashable {
  /// What stands between the tags.
  public enum Content: Sendable, Hashable {
    /// Another element.
    case element(Element)
    /// Text, not escaped yet.
    case text(String)
    /// A stylesheet or script of our own.
    case code(InlineCode)
    /// Figures for a script.
    case payload(Payload)
  }

  /// The name of the element.
  public let name: String
  /// Its attributes.
  public let attributes: Attributes
  /// What stands between its tags.
  public let content: [Content]

  /// Makes an element.
  ///
  /// - Parameters:
  ///   - name: the name, in small letters where HTML has it so.
  ///   - attributes: the attributes.
  ///   - content: what stands between the tags.
  /// - Precondition: An element that HTML closes at once, as `br`, has no content. Code and payloads
  ///   stand in `script` and `style`, and these hold nothing else.
  public init(
    _ name: StaticString, _ attributes: Attributes = [:],
    @MarkupBuilder _ content: () -> [Content] = { [] }
  ) {
    self.name = "\(name)"
    self.attributes = attributes
    self.content = content()
    precondition(
      self.content.isEmpty || !Self.void.contains(self.name), "<\(self.name)> has no content")
    let holdsCode = self.name == "script" || self.name == "style"
    precondition(
      self.content.allSatisfy { $0.isCode == holdsCode },
      "code stands in <script> and <style>, and nothing else does")
  }

  /// The elements below this one and itself, in the order they are written.
  public var descendants: [Element] {
    [self]
      + content.flatMap { content -> [Element] in
        guard case .element(let element) = content else { return [] }
        return element.descendants
      }
  }

  /// The text between the tags, without markup.
  public var text: String {
    content.map { content in
      switch content {
      case .element(let element): element.text
      case .text(let text): text
      case .code, .payload: ""
      }
    }.joined()
  }

  /// The elements of HTML that have no content and no closing tag.
  static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ]
}

extension Element.Content {
  fileprivate var isCode: Bool {
    switch self {
    case .code, .payload: true
    case .element, .text: false
    }
  }
}
