/// What a template is filled with: texts by their names, and lists of such.
public struct Fields: Sendable, Hashable {
  /// The texts, by the last part of their names.
  public let texts: [String: String]
  /// The entries of lists, by the last part of their names.
  public let lists: [String: [Fields]]

  /// Collects values.
  ///
  /// - Parameters:
  ///   - texts: what is written, as it is: a template escapes it.
  ///   - lists: the entries of each list.
  public init(texts: [String: String], lists: [String: [Fields]] = [:]) {
    self.texts = texts
    self.lists = lists
  }

  /// The first name that a shape has and these values do not, or the other way round; nil where they agree.
  ///
  /// - Parameters:
  ///   - shape: the names.
  ///   - owner: the list that these are an entry of; empty for a whole document.
  /// - Returns: a whole name.
  public func mismatch(with shape: FieldShape, in owner: String = "") -> String? {
    let prefix = owner.isEmpty ? "" : owner + "."
    let here =
      texts.keys.map { (prefix + $0, FieldShape.Kind.text) }
      + lists.keys.map { (prefix + $0, .list) }
    let known = Set(here.map(\.0))
    let missing = shape.members(of: owner).filter { !known.contains($0) }
    let foreign = here.filter { shape.kind(of: $0.0) != $0.1 }.map(\.0)
    if let first = (missing + foreign).min() { return first }
    for (name, entries) in lists.sorted(by: { $0.key < $1.key }) {
      for entry in entries {
        if let name = entry.mismatch(with: shape, in: prefix + name) { return name }
      }
    }
    return nil
  }
}
