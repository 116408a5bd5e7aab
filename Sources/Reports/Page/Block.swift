/// What a section is made of.
public enum Block: Sendable {
  /// A term and what it is.
  public struct Definition: Sendable, Hashable {
    /// The term.
    public let term: Prose
    /// What it is.
    public let meaning: Prose

    /// Tells what a term is.
    public init(_ term: Prose, _ meaning: Prose) {
      (self.term, self.meaning) = (term, meaning)
    }
  }

  /// A paragraph.
  case paragraph(Prose)
  /// A paragraph that says the most in the fewest words.
  case lead(Prose)
  /// A paragraph of what is good to know besides.
  case note(Prose)
  /// Points below each other.
  case list([Prose])
  /// Terms, each with what it is.
  case definitions([Definition])
  /// A chart.
  case chart(any Chart)
  /// A table.
  case table(DataTable)
  /// A remark set apart, with a heading.
  case aside(heading: String, [Prose])
  /// A heading below that of the section.
  case heading(String)
  /// Anything else that is well formed.
  case element(Element)

  var elements: [Element] {
    switch self {
    case .paragraph(let prose): [Element("p") { prose.content }]
    case .lead(let prose): [Element("p", ["class": "lead"]) { prose.content }]
    case .note(let prose): [Element("p", ["class": "quiet"]) { prose.content }]
    case .list(let points):
      points.isEmpty
        ? [] : [Element("ul") { for point in points { Element("li") { point.content } } }]
    case .definitions(let pairs): pairs.isEmpty ? [] : [Self.definitions(pairs)]
    case .chart(let chart): [chart.figure]
    case .table(let table): table.elements
    case .aside(let heading, let paragraphs):
      [
        Element("div", ["class": "aside", "role": "note", "aria-label": heading]) {
          Element("h3") { heading }
          for prose in paragraphs { Element("p") { prose.content } }
        }
      ]
    case .heading(let text): [Element("h3") { text }]
    case .element(let element): [element]
    }
  }

  private static func definitions(_ pairs: [Definition]) -> Element {
    Element("dl") {
      for pair in pairs {
        Element("dt") { pair.term.content }
        Element("dd") { pair.meaning.content }
      }
    }
  }
}
