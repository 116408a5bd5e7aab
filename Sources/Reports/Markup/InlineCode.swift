/// A stylesheet or script of our own, the only text that is written as it stands.
///
/// It is made from a literal of the source, so that nothing of a file can get into it: figures for a
/// script come beside it, as a `Payload`.
public struct InlineCode: Sendable, Hashable {
  let text: String

  /// Takes a literal.
  ///
  /// - Precondition: It has neither `</` nor `<!--`, which end or bend the element it stands in.
  public init(_ literal: StaticString) {
    self.init(parts: ["\(literal)"])
  }

  /// Joins parts that stand in the source, or are made of numbers alone.
  init(parts: [String]) {
    text = parts.joined(separator: "\n")
    precondition(
      !text.utf8.containsSequence("</") && !text.utf8.containsSequence("<!--"),
      "a script or stylesheet must not hold </ or <!--")
  }
}

extension String.UTF8View {
  fileprivate func containsSequence(_ wanted: StaticString) -> Bool {
    let wanted = Array("\(wanted)".utf8)
    let bytes = Array(self)
    guard bytes.count >= wanted.count else { return false }
    return (0...bytes.count - wanted.count).contains { start in
      bytes[start..<start + wanted.count].elementsEqual(wanted)
    }
  }
}
