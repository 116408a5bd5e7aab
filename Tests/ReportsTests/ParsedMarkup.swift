import Foundation
import FoundationXML

/// An element as an XML parser of another hand reads it.
struct ParsedElement {
  let name: String
  var attributes: [String: String]
  var children: [ParsedElement] = []
  /// The text below it, in sequence.
  var text = ""

  /// Every element below and itself.
  var all: [ParsedElement] { [self] + children.flatMap(\.all) }

  func all(_ name: String) -> [ParsedElement] { all.filter { $0.name == name } }

  func has(_ style: String) -> Bool {
    (attributes["class"] ?? "").split(separator: " ").contains { $0 == style }
  }

  /// A coordinate.
  func number(_ name: String) -> Double { Double(attributes[name] ?? "") ?? .nan }
}

/// Reads markup that is well-formed XML.
///
/// - Parameter markup: one element.
/// - Returns: the element.
/// - Throws: what is not well formed, with its line.
func parsed(_ markup: String) throws -> ParsedElement {
  let reader = Reader()
  let parser = XMLParser(data: Data(markup.utf8))
  parser.delegate = reader
  guard parser.parse(), let root = reader.root else {
    throw NotWellFormed(
      message: "line \(parser.lineNumber): \(parser.parserError.map { "\($0)" } ?? "nothing read")")
  }
  return root
}

struct NotWellFormed: Error {
  let message: String
}

private final class Reader: NSObject, XMLParserDelegate {
  var root: ParsedElement?
  private var open: [ParsedElement] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    open.append(ParsedElement(name: name, attributes: attributes))
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    for index in open.indices { open[index].text += text }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    let element = open.removeLast()
    if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
  }
}
