/// The attributes of an element, in the order they were given.
///
///     let attributes: Attributes = ["class": "own", "x": 12.5, "hidden": isHidden]
///
/// Names stand in the source; only values come from data, and are escaped where they are written.
public struct Attributes: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  /// A name and its value.
  struct Pair: Sendable, Hashable {
    let name: String
    let value: String
  }

  let pairs: [Pair]

  /// Collects attributes, leaving out those without a value.
  ///
  /// - Precondition: No name comes twice. No name is that of an event or a style, since code comes
  ///   as `InlineCode` alone. An address leads into the page, beside it, or over HTTPS.
  public init(dictionaryLiteral elements: (StaticString, any AttributeValue)...) {
    self.init(elements)
  }

  private init(_ elements: [(StaticString, any AttributeValue)]) {
    var pairs: [Pair] = []
    for (name, value) in elements {
      let name = "\(name)"
      precondition(
        !name.hasPrefix("on") && name != "style" && name != "srcdoc",
        "the attribute \(name) would hold code, which stands in InlineCode alone")
      precondition(
        !pairs.contains { $0.name == name }, "the attribute \(name) is given twice")
      guard let text = value.attributeText else { continue }
      if Self.addresses.contains(name) {
        precondition(
          Self.isHarmless(address: text), "\(text) leads out of the page otherwise than by HTTPS")
      }
      pairs.append(Pair(name: name, value: text))
    }
    self.pairs = pairs
  }

  /// The value of an attribute, not escaped.
  public subscript(name: String) -> String? {
    pairs.first { $0.name == name }?.value
  }

  private static let addresses: Set<String> = ["href", "src", "action", "formaction", "xlink:href"]

  /// Whether following an address runs nothing: the scheme ends at the first colon, before which
  /// browsers forgive spaces and control characters.
  static func isHarmless(address: String) -> Bool {
    if address.hasPrefix("#") || address.hasPrefix("https://") || address == "data:," {
      return true
    }
    return address.unicodeScalars.allSatisfy { scalar in
      scalar.value > 0x20 && scalar.value != 0x7F && !":\\".unicodeScalars.contains(scalar)
    } && !address.hasPrefix("//")
  }
}
