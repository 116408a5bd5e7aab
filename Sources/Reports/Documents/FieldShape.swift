/// Which fields a template may name.
///
/// Names are whole: the members of a list begin with its name and a point, as `targets.name` of
/// `targets`, and `targets.values.year` of a list in each of its entries.
public struct FieldShape: Sendable, Hashable {
  /// What stands behind a name.
  public enum Kind: Sendable, Hashable {
    /// A text, possibly empty.
    case text
    /// Any number of entries, each with members of its own.
    case list
  }

  private let kinds: [String: Kind]
  /// All names, lists among them, in the order they were given.
  public let names: [String]

  /// Collects names.
  ///
  /// - Parameters:
  ///   - texts: the whole names of texts.
  ///   - lists: the whole names of lists.
  /// - Precondition: no name stands twice; what comes before a name's last point is a list.
  public init(texts: [String], lists: [String]) {
    var kinds: [String: Kind] = [:]
    for (names, kind) in [(lists, Kind.list), (texts, .text)] {
      for name in names {
        precondition(kinds.updateValue(kind, forKey: name) == nil, "\(name) stands twice")
        let owner = Self.owner(of: name)
        precondition(owner.isEmpty || lists.contains(owner), "\(owner) of \(name) is no list")
      }
    }
    self.kinds = kinds
    names = lists + texts
  }

  /// What stands behind a name; nil where there is no such field.
  public func kind(of name: String) -> Kind? { kinds[name] }

  /// The list a name is a member of; empty for a field of the whole document.
  internal static func owner(of name: String) -> String {
    name.lastIndex(of: ".").map { String(name[..<$0]) } ?? ""
  }

  /// The names of the members of a list, or of the whole document for an empty name, sorted.
  internal func members(of owner: String) -> [String] {
    names.filter { Self.owner(of: $0) == owner }.sorted()
  }
}
