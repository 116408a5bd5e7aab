/// How the parts of an Open Packaging Conventions file refer to each other (ECMA-376 part 2).
struct Relationship: Equatable {
  /// The last component of the relationship's type, such as worksheet.
  let kind: String
  /// The part it leads to, or nothing where it leads outside the file.
  let part: String?
}

/// The relationships of one part, in the order they are written in.
struct Relationships {
  private var list: [Relationship] = []
  private var indices: [String: Int] = [:]

  /// Adds a relationship, unless its id is taken.
  mutating func insert(_ relationship: Relationship, id: String) -> Bool {
    guard indices.updateValue(list.count, forKey: id) == nil else { return false }
    list.append(relationship)
    return true
  }

  subscript(id: String) -> Relationship? {
    indices[id].map { list[$0] }
  }

  /// Returns the part that the first relationship of a kind leads to.
  func part(kind: String) -> String? {
    list.first { $0.kind == kind }?.part
  }
}

/// Reads the relationships of one part.
final class RelationshipsHandler: XMLHandler {
  let root = "Relationships"
  let isCollecting = false
  var text: [UInt8] = []
  private(set) var relationships = Relationships()
  private let folder: String

  /// Prepares for the relationships of a part in `folder`, to which targets are relative.
  init(folder: String) {
    self.folder = folder
  }

  func open(_ name: String, _ attributes: borrowing XMLAttributes) throws(XMLFault) {
    guard name == "Relationship" else { return }
    guard let id = attributes["Id"], let type = attributes["Type"],
      let target = attributes["Target"]
    else {
      throw .malformed("a relationship without Id, Type or Target")
    }
    let isInside = attributes["TargetMode"] != "External"
    let relationship = Relationship(
      kind: Location.lastComponent(of: type),
      part: isInside ? PartName.resolved(target, in: folder) : nil)
    guard relationships.insert(relationship, id: id) else {
      throw .malformed("two relationships are called \(Quotation.of(id))")
    }
  }

  func close(_ name: String) throws(XMLFault) {}
}
