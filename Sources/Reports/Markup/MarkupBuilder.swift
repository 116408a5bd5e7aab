/// Collects what stands in an element from texts and elements written below each other.
@resultBuilder
public enum MarkupBuilder {
  /// A text.
  public static func buildExpression(_ text: String) -> [Element.Content] {
    [.text(text)]
  }

  /// An element.
  public static func buildExpression(_ element: Element) -> [Element.Content] {
    [.element(element)]
  }

  /// An element that may be wanting.
  public static func buildExpression(_ element: Element?) -> [Element.Content] {
    element.map { [.element($0)] } ?? []
  }

  /// Elements.
  public static func buildExpression(_ elements: [Element]) -> [Element.Content] {
    elements.map(Element.Content.element)
  }

  /// A stylesheet or script of our own.
  public static func buildExpression(_ code: InlineCode) -> [Element.Content] {
    [.code(code)]
  }

  /// Figures for a script.
  public static func buildExpression(_ payload: Payload) -> [Element.Content] {
    [.payload(payload)]
  }

  /// What was collected before.
  public static func buildExpression(_ content: [Element.Content]) -> [Element.Content] {
    content
  }

  /// All parts in sequence.
  public static func buildBlock(_ parts: [Element.Content]...) -> [Element.Content] {
    parts.flatMap(\.self)
  }

  /// The rounds of a loop in sequence.
  public static func buildArray(_ parts: [[Element.Content]]) -> [Element.Content] {
    parts.flatMap(\.self)
  }

  /// A part under a condition.
  public static func buildOptional(_ part: [Element.Content]?) -> [Element.Content] {
    part ?? []
  }

  /// The first of two parts.
  public static func buildEither(first part: [Element.Content]) -> [Element.Content] {
    part
  }

  /// The second of two parts.
  public static func buildEither(second part: [Element.Content]) -> [Element.Content] {
    part
  }
}
