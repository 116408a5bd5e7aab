extension Element {
  /// The element as HTML that is XML too: every element is closed, every value quoted.
  ///
  /// The same element gives the same bytes. Nothing is indented, since spaces count in HTML.
  public var markup: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "<"))
    bytes += name.utf8
    for pair in attributes.pairs {
      bytes.append(UInt8(ascii: " "))
      bytes += pair.name.utf8
      bytes += "=\"".utf8
      EscapedMarkup.write(pair.value, to: &bytes, isAttribute: true)
      bytes.append(UInt8(ascii: "\""))
    }
    if content.isEmpty, Self.closedAtOnce.contains(name) {
      bytes += "/>".utf8
      return
    }
    bytes.append(UInt8(ascii: ">"))
    for part in content {
      switch part {
      case .element(let element): element.write(to: &bytes)
      case .text(let text): EscapedMarkup.write(text, to: &bytes)
      case .code(let code): bytes += code.text.utf8
      case .payload(let payload): bytes += payload.text.utf8
      }
    }
    bytes += "</".utf8
    bytes += name.utf8
    bytes.append(UInt8(ascii: ">"))
    if Self.closesALine.contains(name) { bytes.append(UInt8(ascii: "\n")) }
  }

  /// Those HTML has no closing tag for, and the shapes of SVG, which need none where empty.
  private static let closedAtOnce = void.union([
    "circle", "ellipse", "line", "path", "polygon", "polyline", "rect", "stop", "use",
  ])

  /// Where a new line costs nothing and lets a person read the source.
  private static let closesALine: Set<String> = [
    "head", "section", "figure", "table", "tr", "p", "ul", "ol", "dl", "style", "script", "nav",
    "header", "main", "svg", "g",
  ]
}
