/// How messages quote what stands in a file.
///
/// A cell may hold megabytes and a table a million columns, and either may hold characters that
/// move a terminal's cursor; none of that belongs into a sentence.
public enum Quotation {
  /// The most characters of one text that are shown.
  private static let length = 80
  /// The most texts of a list that are shown.
  private static let names = 20

  /// Returns a text in quotes, cut where it is long, with control characters made visible.
  public static func of(_ text: some StringProtocol) -> String {
    "\"\(excerpt(text))\""
  }

  /// Returns texts in quotes, and of a long list how many more there are.
  public static func list(_ texts: [String], separator: String = ", ") -> String {
    let rest = texts.count - names
    let shown = texts.prefix(names).map { of($0) }.joined(separator: separator)
    return rest > 0 ? "\(shown) and \(rest) more" : shown
  }

  /// Returns a text without quotes, cut where it is long, with control characters made visible.
  public static func excerpt(_ text: some StringProtocol) -> String {
    var excerpt = String.UnicodeScalarView()
    for (index, scalar) in text.unicodeScalars.enumerated() {
      guard index < length else {
        excerpt.append("…")
        break
      }
      excerpt.append(visible(scalar))
    }
    return String(excerpt)
  }

  /// The picture that Unicode has of a control character; any other character itself.
  private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case ..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    // The other controls, and those that turn the direction of writing.
    case 0x80..<0xA0, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: scalar
    }
  }
}
