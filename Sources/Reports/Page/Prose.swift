/// Text of a paragraph, parts of which stand out or lead elsewhere.
public struct Prose: Sendable, Hashable, ExpressibleByStringLiteral {
  /// A stretch of text.
  public enum Run: Sendable, Hashable {
    /// Plain text.
    case text(String)
    /// Text that matters more than what is around it.
    case strong(String)
    /// Text in another voice: a title, a term.
    case emphasis(String)
    /// Text that leads to a place of the page (`#place`), a file beside it, or an address by HTTPS.
    case link(String, address: String)
  }

  /// The stretches in sequence.
  public let runs: [Run]

  /// Joins stretches of text.
  public init(_ runs: [Run]) {
    self.runs = runs
  }

  /// Takes plain text.
  public init(_ text: String) {
    runs = [.text(text)]
  }

  /// Takes a literal as plain text.
  public init(stringLiteral text: String) {
    self.init(text)
  }

  var content: [Element.Content] {
    runs.map { run in
      switch run {
      case .text(let text): .text(text)
      case .strong(let text): .element(Element("strong") { text })
      case .emphasis(let text): .element(Element("em") { text })
      case .link(let text, let address): .element(Element("a", ["href": address]) { text })
      }
    }
  }
}
