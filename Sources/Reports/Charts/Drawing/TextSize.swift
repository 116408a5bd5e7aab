/// What text takes up in a drawing.
///
/// A program without fonts can only estimate: widths are those of common sans-serif faces by class of
/// letter, rounded up, so that what is laid out by them does not overlap in any of them.
enum TextSize {
  /// The size of all text in drawings; what is smaller cannot be read on a phone.
  static let letters = 12.0
  /// From one line of a label to the next.
  static let line = 15.0
  /// From the middle of a line up to where its letters stand on.
  static let rise = 4.2

  /// The estimated width of a text in one line.
  static func width(_ text: String) -> Double {
    text.reduce(0) { $0 + width(of: $1) } * letters
  }

  /// Breaks a text at spaces into lines that are no wider than given, and about equally long.
  ///
  /// A longer word stays whole. A text without words is one empty line.
  static func lines(of text: String, within width: Double) -> [String] {
    let lines = filledLines(of: text, within: width)
    guard lines.count > 1 else { return lines }
    // The narrowest room that takes no more lines leaves no word alone in the last one.
    var (low, high) = (0.0, width)
    for _ in 0..<8 {
      let middle = (low + high) / 2
      if filledLines(of: text, within: middle).count > lines.count {
        low = middle
      } else {
        high = middle
      }
    }
    return filledLines(of: text, within: high)
  }

  private static func filledLines(of text: String, within width: Double) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, Self.width(last + " " + word) <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.isEmpty ? [""] : lines
  }

  /// Parts of the size of letters; marks above and below add nothing.
  private static func width(of character: Character) -> Double {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    switch character {
    case "i", "j", "l", "I", "í", "ì", "ỉ", "ĩ", "ị", "|", "'", ".", ",", ":", ";", "!", "·":
      return 0.32
    case "f", "r", "t", "(", ")", "[", "]", "-", "/", " ", "\"": return 0.4
    case "m", "M": return 0.96
    case "w", "W", "@": return 0.92
    case "%", "+", "−", "=", "≥", "≤", "–": return 0.84
    default: break
    }
    if isWide(scalar) { return 1 }
    if scalar.properties.isUppercase { return 0.74 }
    return 0.61
  }

  /// Whether a letter is of a script that is set in squares.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0x1F300...0x3FFFD:
      true
    default: false
    }
  }
}
