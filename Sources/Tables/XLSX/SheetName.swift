/// The names that Excel accepts for sheets.
struct SheetName {
  private static let maximumLength = 31
  private static let forbidden = Set<Unicode.Scalar>("[]:*?/\\".unicodeScalars)

  /// The names given so far, in small letters, since Excel does not tell case.
  private var taken: Set<String> = []

  /// Returns a title made valid and different from the names before it.
  ///
  /// Forbidden characters become spaces, what is too long is cut between characters, and a
  /// repeated name gets a number in brackets.
  mutating func next(_ title: String?) -> String {
    let base = Self.valid(title ?? "")
    var name = base
    var count = 1
    while !taken.insert(name.lowercased()).inserted {
      count += 1
      let suffix = " (\(count))"
      name = Self.cut(base, to: Self.maximumLength - suffix.utf16.count) + suffix
    }
    return name
  }

  private static func valid(_ title: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in title.unicodeScalars {
      let isControl = scalar.properties.generalCategory == .control
      scalars.append(isControl || forbidden.contains(scalar) ? " " : scalar)
    }
    // An apostrophe at either end would be taken for a quote in formulas.
    let name = cut(String(scalars).withoutOuterSpaces, to: maximumLength)
      .trimmed { $0 == "'" || $0.properties.isWhitespace }
    // Excel keeps this name for itself.
    if name.lowercased() == "history" { return name + " sheet" }
    return name.isEmpty ? "Table" : name
  }

  private static func cut(_ name: String, to length: Int) -> String {
    var name = name
    while name.utf16.count > length { name.removeLast() }
    return name.withoutOuterSpaces
  }
}
