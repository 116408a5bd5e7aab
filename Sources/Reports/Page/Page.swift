/// A page of HTML that is whole by itself: opened from a disk it asks nothing of anyone.
///
/// Its policy (Content Security Policy, level 3) forbids every request; what it looks like and what it
/// does stands in it. It prints, has a dark form, and is read without a script.
public struct Page: Sendable {
  /// The words that a page says by itself.
  public struct Words: Sendable, Hashable {
    /// What leads past the table of contents.
    public let skip: String
    /// The heading of the table of contents.
    public let contents: String

    /// Collects the words.
    public init(skip: String, contents: String) {
      (self.skip, self.contents) = (skip, contents)
    }
  }

  /// Figures that a script of the page reads, by the name of their place.
  public struct NamedPayload: Sendable, Hashable {
    /// What the element is called within its page.
    public let id: String
    /// The figures.
    public let payload: Payload

    /// Names figures.
    ///
    /// - Precondition: `id` is a name of small Latin letters, digits and hyphens.
    public init(id: String, _ payload: Payload) {
      precondition(Identifier.isValid(id), "\(id) is no name of a place on a page")
      (self.id, self.payload) = (id, payload)
    }
  }

  /// The whole page.
  public let element: Element

  /// Makes a page.
  ///
  /// - Parameters:
  ///   - language: the language of its text, as `vi` (BCP 47).
  ///   - title: its title and first heading.
  ///   - lead: what stands below the title.
  ///   - sections: its parts; with two or more a table of contents leads to them.
  ///   - footer: what stands below all.
  ///   - words: what it says by itself.
  ///   - payloads: figures for scripts.
  ///   - styles: rules beside those of every page.
  ///   - scripts: scripts beside those of every page.
  /// - Precondition: No two elements have the same `id`.
  public init(
    language: String, title: String, lead: [Block] = [], sections: [Section], footer: [Block] = [],
    words: Words, payloads: [NamedPayload] = [], styles: [InlineCode] = [],
    scripts: [InlineCode] = []
  ) {
    precondition(
      !language.isEmpty
        && language.utf8.allSatisfy { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 == 0x2D },
      "\(language) names no language")
    let hasContents = sections.count > 1
    element = Element("html", ["lang": language]) {
      Self.head(title: title, styles: styles)
      Element("body", ["class": hasContents ? "contents" : nil]) {
        Element("a", ["class": "skip", "href": "#main"]) { words.skip }
        Element("header") {
          Element("h1") { title }
          lead.flatMap(\.elements)
        }
        if hasContents { Self.contents(of: sections, words.contents) }
        Element("main", ["id": "main", "tabindex": -1]) { sections.map(\.element) }
        if !footer.isEmpty { Element("footer") { footer.flatMap(\.elements) } }
        for named in payloads {
          Element("script", ["type": "application/json", "id": named.id]) { named.payload }
        }
        for script in [Script.tables, Script.charts] + scripts { Element("script") { script } }
      }
    }
    var seen: Set<String> = []
    for id in element.descendants.compactMap({ $0.attributes["id"] }) {
      precondition(seen.insert(id).inserted, "two elements of the page are called \(id)")
    }
  }

  /// The page as a file holds it.
  public var html: String {
    "<!DOCTYPE html>\n" + element.markup + "\n"
  }

  private static func head(title: String, styles: [InlineCode]) -> Element {
    Element("head") {
      Element("meta", ["charset": "utf-8"])
      Element(
        "meta",
        [
          "http-equiv": "Content-Security-Policy",
          "content": """
          default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; \
          base-uri 'none'; form-action 'none'
          """,
        ])
      Element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
      Element("meta", ["name": "color-scheme", "content": "light dark"])
      // Browsers ask for an icon where a page names none.
      Element("link", ["rel": "icon", "href": "data:,"])
      Element("title") { title }
      for style in [Stylesheet.code] + styles { Element("style") { style } }
    }
  }

  private static func contents(of sections: [Section], _ heading: String) -> Element {
    Element("nav", ["aria-label": heading]) {
      Element("ol") {
        for section in sections {
          Element("li") { Element("a", ["href": "#" + section.id]) { section.heading } }
        }
      }
    }
  }
}
