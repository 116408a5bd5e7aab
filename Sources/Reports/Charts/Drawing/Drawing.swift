/// A drawing while it is made: shapes in the order they are laid over each other.
struct Drawing {
  private enum Item {
    case shape(Element)
    case mark(title: String, isEntry: Bool, shapes: [Element])
  }

  /// How high the drawing is.
  var height = 0.0
  private var items: [Item] = []

  /// Adds shapes that say nothing by themselves.
  mutating func add(_ shapes: Element...) {
    items += shapes.map(Item.shape)
  }

  /// Adds shapes that say nothing by themselves.
  mutating func add(_ shapes: [Element]) {
    items += shapes.map(Item.shape)
  }

  /// Adds a mark: shapes that say one thing, read out and shown when it is pointed at; `isEntry` is the
  /// one that is reached first.
  mutating func mark(
    _ title: String, isEntry: Bool = false, @ShapeBuilder _ shapes: () -> [Element]
  ) {
    items.append(.mark(title: title, isEntry: isEntry, shapes: shapes()))
  }

  /// Whether there are marks.
  var hasMarks: Bool {
    items.contains { item in
      if case .mark = item { true } else { false }
    }
  }

  /// The elements of the drawing.
  ///
  /// One mark alone is reached by the tabulator, one's own or the first; the arrow keys go on from it.
  var elements: [Element] {
    let wanted = items.firstIndex { item in
      if case .mark(_, true, _) = item { true } else { false }
    }
    let entry = wanted ?? items.firstIndex { if case .mark = $0 { true } else { false } }
    var elements: [Element] = []
    var shapes: [Element] = []
    // What is not a mark says nothing that a mark or the table does not say, and is not read out.
    func endShapes() {
      guard !shapes.isEmpty else { return }
      let hidden = shapes
      elements.append(Element("g", ["aria-hidden": "true"]) { hidden })
      shapes = []
    }
    for (index, item) in items.enumerated() {
      switch item {
      case .shape(let element): shapes.append(element)
      case .mark(let title, _, let parts):
        endShapes()
        elements.append(
          Element("g", ["class": "mark", "role": "img", "tabindex": index == entry ? 0 : -1]) {
            Element("title") { title }
            parts
          })
      }
    }
    endShapes()
    return elements
  }
}

/// Collects shapes written below each other.
@resultBuilder
enum ShapeBuilder {
  static func buildExpression(_ shape: Element) -> [Element] { [shape] }
  static func buildExpression(_ shape: Element?) -> [Element] { shape.map { [$0] } ?? [] }
  static func buildExpression(_ shapes: [Element]) -> [Element] { shapes }
  static func buildBlock(_ parts: [Element]...) -> [Element] { parts.flatMap(\.self) }
  static func buildArray(_ parts: [[Element]]) -> [Element] { parts.flatMap(\.self) }
  static func buildOptional(_ part: [Element]?) -> [Element] { part ?? [] }
  static func buildEither(first part: [Element]) -> [Element] { part }
  static func buildEither(second part: [Element]) -> [Element] { part }
}
