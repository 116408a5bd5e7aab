/// Letters composed with the Vietnamese tone marks, as normalization form C has them.
enum Composition {
  /// Returns a letter and the marks after it, with as few characters as the form allows.
  ///
  /// - Parameters:
  ///   - letter: A character with one accent at most, or nothing where marks begin a text.
  ///   - marks: Any of grave, acute, tilde, hook above and dot below.
  /// - Returns: One character for what Vietnamese writes; more where none exists.
  static func composed(
    _ letter: Unicode.Scalar?, _ marks: [Unicode.Scalar]
  ) -> [Unicode.Scalar] {
    // The canonical order: the dot below comes before the marks above, which keep their order.
    let dots = marks.filter { $0 == dotBelow }
    var above = marks.filter { $0 != dotBelow }
    guard var letter else { return dots + above }
    var below: [Unicode.Scalar] = []
    for dot in dots {
      if let joined = letters[text(letter, dot)] {
        letter = joined
      } else if below.isEmpty, let (base, accent) = parts[letter],
        let dotted = letters[text(base, dot)]
      {
        letter = dotted
        above.insert(accent, at: 0)
      } else {
        below.append(dot)
      }
    }
    // A mark that finds no place keeps those after it from theirs.
    while let mark = above.first, let joined = letters[text(letter, mark)] {
      letter = joined
      above.removeFirst()
    }
    return [letter] + below + above
  }

  /// Returns a letter with one mark as one character, or nothing where there is none.
  static func composed(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    letters[text(letter, mark)]
  }

  private static let dotBelow: Unicode.Scalar = "\u{323}"

  /// The characters that a letter and marks can become, by their text.
  ///
  /// Texts are equal where they are canonically equivalent, so that a character is found by its
  /// parts. Of two that are equivalent to each other the form keeps the first.
  private static let letters: [String: Unicode.Scalar] = {
    var letters: [String: Unicode.Scalar] = [:]
    for block in [UInt32(0xC0)...0x3FF, 0x1E00...0x1FFF] {
      for scalar in block.lazy.compactMap(Unicode.Scalar.init)
      where letters[String(scalar)] == nil {
        letters[String(scalar)] = scalar
      }
    }
    return letters
  }()

  /// The letter and the accent above it that an accented letter is made of.
  private static let parts: [Unicode.Scalar: (Unicode.Scalar, Unicode.Scalar)] = {
    var parts: [Unicode.Scalar: (Unicode.Scalar, Unicode.Scalar)] = [:]
    for base in (UInt8(ascii: "A")...UInt8(ascii: "z")).map(Unicode.Scalar.init) {
      for accent: Unicode.Scalar in [
        "\u{300}", "\u{301}", "\u{302}", "\u{303}", "\u{306}", "\u{308}", "\u{30A}",
      ] {
        if let joined = letters[text(base, accent)] { parts[joined] = (base, accent) }
      }
    }
    return parts
  }()

  private static func text(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> String {
    var scalars = String.UnicodeScalarView()
    scalars.append(letter)
    scalars.append(mark)
    return String(scalars)
  }
}
