extension String {
  /// The text without the scalars at either end that satisfy a condition.
  func trimmed(_ isOuter: (Unicode.Scalar) -> Bool) -> String {
    guard let start = unicodeScalars.firstIndex(where: { !isOuter($0) }),
      let end = unicodeScalars.lastIndex(where: { !isOuter($0) })
    else { return "" }
    return String(unicodeScalars[start...end])
  }

  /// The text without the white space at either end.
  public var withoutOuterSpaces: String {
    // Most cells begin and end in plain ASCII, and need no look at Unicode's properties.
    if let first = utf8.first, let last = utf8.last, first.isVisibleASCII, last.isVisibleASCII {
      return self
    }
    return trimmed(\.properties.isWhitespace)
  }

  /// The text without outer white space, and with one space for every run of white space inside.
  ///
  /// Headings are broken into lines by hand, differently in every file.
  public var withSingleSpaces: String {
    unicodeScalars.split(whereSeparator: \.isSpace).map { String($0) }.joined(separator: " ")
  }
}

extension Unicode.Scalar {
  /// Whether this is white space; as `properties.isWhitespace`, without a look at Unicode's tables for the
  /// letters of Vietnamese.
  fileprivate var isSpace: Bool {
    switch value {
    case 0x20, 0x09...0x0D, 0x85, 0xA0: true
    case ..<0x1680, 0x1E00..<0x2000: false
    default: properties.isWhitespace
    }
  }
}

extension UInt8 {
  /// Whether this is the code of an ASCII character other than a space or a control character.
  var isVisibleASCII: Bool { (0x21...0x7E).contains(self) }
}
