/// The names of parts: their paths inside the archive, without a leading slash.
enum PartName {
  /// Returns the part that a target refers to from a folder.
  static func resolved(_ target: String, in folder: String) -> String {
    let isAbsolute = target.hasPrefix("/")
    var components = isAbsolute ? [] : folder.split(separator: "/")
    for component in target.split(separator: "/") {
      switch component {
      case ".": continue
      case "..": _ = components.popLast()
      default: components.append(component)
      }
    }
    return components.joined(separator: "/")
  }

  /// Returns the folder of a part, empty at the top.
  static func folder(of part: String) -> String {
    part.split(separator: "/").dropLast().joined(separator: "/")
  }

  /// Returns the part that holds the relationships of a part.
  static func relationships(of part: String) -> String {
    let folder = folder(of: part)
    return (folder.isEmpty ? "" : folder + "/") + "_rels/\(Location.lastComponent(of: part)).rels"
  }
}
