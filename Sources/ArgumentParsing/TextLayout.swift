/// Breaks text into lines that fit a terminal.
///
/// Lengths count Characters, so that Vietnamese aligns however its accents are encoded.
enum TextLayout {
  /// The width that help is written for.
  static let columns = 80

  /// Returns lines of at most the given width, keeping the line breaks of the text.
  ///
  /// A word longer than the width stays whole on its own line.
  static func lines(of text: String, width: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      joined(line.split(separator: " ").map(String.init), width: width)
    }
  }

  /// Returns pieces joined by spaces into lines of at most the given width.
  static func joined(_ pieces: [String], width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for piece in pieces {
      if line.isEmpty {
        line = piece
      } else if line.count + 1 + piece.count <= width {
        line += " " + piece
      } else {
        lines.append(line)
        line = piece
      }
    }
    return lines + [line]
  }

  static func padding(_ count: Int) -> String {
    String(repeating: " ", count: max(count, 0))
  }
}
