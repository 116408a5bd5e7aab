/// A part of a page under a heading, which the table of contents leads to.
public struct Section: Sendable {
  /// What the section is called within its page.
  public let id: String
  /// The heading.
  public let heading: String
  /// What stands below it.
  public let blocks: [Block]

  /// Describes a section.
  ///
  /// - Precondition: `id` is a name of small Latin letters, digits and hyphens.
  public init(id: String, heading: String, blocks: [Block]) {
    precondition(Identifier.isValid(id), "\(id) is no name of a place on a page")
    (self.id, self.heading, self.blocks) = (id, heading, blocks)
  }

  var element: Element {
    Element("section", ["id": id, "aria-labelledby": id + "-heading"]) {
      Element("h2", ["id": id + "-heading"]) { heading }
      blocks.flatMap(\.elements)
    }
  }
}
