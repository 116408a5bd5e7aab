/// Reads which kind of content each part has.
final class ContentTypesHandler: XMLHandler {
  let root = "Types"
  let isCollecting = false
  var text: [UInt8] = []
  private var overrides: [String: String] = [:]
  private var defaults: [String: String] = [:]

  func open(_ name: String, _ attributes: borrowing XMLAttributes) throws(XMLFault) {
    guard let type = attributes["ContentType"] else { return }
    switch name {
    case "Override":
      if let part = attributes["PartName"] {
        overrides[PartName.resolved(part, in: "").lowercased()] = type
      }
    case "Default":
      if let suffix = attributes["Extension"] { defaults[suffix.lowercased()] = type }
    default:
      break
    }
  }

  func close(_ name: String) throws(XMLFault) {}

  /// Returns the content type of a part.
  func type(of part: String) -> String? {
    let part = part.lowercased()
    if let type = overrides[part] { return type }
    return part.split(separator: ".").last.flatMap { defaults[String($0)] }
  }
}
