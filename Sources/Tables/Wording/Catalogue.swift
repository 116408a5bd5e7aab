/// What phrases are in another language.
///
/// A table of two columns: key, the phrase in English with its places in braces, and text, the same in the
/// other language. Places may stand in another order there; none may be left out, and none be new.
public struct Catalogue: Sendable {
  /// What stands before decimals.
  public let mark: DecimalMark
  private let texts: [String: String]

  /// English, in which a phrase is its own text.
  public static let english = Catalogue(texts: [:], mark: .point)

  private init(texts: [String: String], mark: DecimalMark) {
    self.texts = texts
    self.mark = mark
  }

  /// Reads a catalogue.
  ///
  /// - Parameters:
  ///   - table: rows of key and text.
  ///   - mark: what stands before decimals in the language.
  /// - Throws: `TableError` where a column is missing or a cell is empty; `CatalogueError` where a key
  ///   stands twice or has other places than its text.
  public init(reading table: Table, mark: DecimalMark) throws {
    var texts: [String: String] = [:]
    for record in try Records(table, required: ["key", "text"]) {
      let (key, text) = (try record.text("key"), try record.text("text"))
      guard Self.places(of: key) == Self.places(of: text) else {
        throw CatalogueError.otherPlaces(record.location("text"), key: key)
      }
      guard texts.updateValue(text, forKey: key) == nil else {
        throw CatalogueError.repeatedKey(record.location("key"), key: key)
      }
    }
    self.init(texts: texts, mark: mark)
  }

  /// The keys there is a text for, sorted.
  public var keys: [String] { texts.keys.sorted() }

  /// The phrase in the language; in English where the catalogue does not know it.
  ///
  /// What stands within a phrase is said on its own, known or not.
  public func text(of phrase: Phrase) -> String {
    phrase.filled(phrase.form(of: texts[phrase.key] ?? phrase.key), mark) { text(of: $0) }
  }

  /// The table with its notes in the language.
  public func translated(_ table: Table) -> Table {
    var table = table
    table.notes = table.notes.map { Phrase(verbatim: text(of: $0)) }
    return table
  }

  /// The places of a template.
  private static func places(of template: String) -> Set<Substring> {
    Set(
      template.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map { part in
        part.prefix { $0 != "}" }
      })
  }
}

/// What can be wrong with a catalogue of phrases.
public enum CatalogueError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A text has other places than its key.
  case otherPlaces(Location, key: String)
  /// A key has two rows.
  case repeatedKey(Location, key: String)

  /// The fault with its place and its remedy.
  public var description: String {
    switch self {
    case .otherPlaces(let place, let key):
      "\(place): the text must have the places of \"\(key)\", each of them and no other"
    case .repeatedKey(let place, let key): "\(place): \"\(key)\" stands twice; keep one row"
    }
  }
}
