extension String {
  /// The text without the scalars at either end that satisfy a condition.
  func trimmed(_ isOuter: (Unicode.Scalar) -> Bool) -> String {
    guard let start = unicodeScalars.firstIndex(where: { !isOuter($0) }),
      let end = unicodeScalars.lastIndex(where: { !isOuter($0) })
    else { return "" }
    return String(unicodeScalars[start...end])
  }

  /// The text without the white space at either end.
  var withoutOuterSpaces: String {
    trimmed(\.properties.isWhitespace)
  }
}
