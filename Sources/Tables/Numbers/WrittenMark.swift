/// What the writing of one text tells about the decimal mark of its table.
enum WrittenMark: Hashable {
  /// Nothing: it is no number, or a whole one without any mark.
  case none
  /// Decimals follow a point, as in 3.5 and 1,234.5; or commas set thousands apart.
  case point
  /// Decimals follow a comma, as in 3,5 and 1.234,5; or points set thousands apart.
  case comma
  /// A number with a point that may set thousands apart, as in 1.234.
  case pointOrThousands
  /// A number with a comma that may set thousands apart, as in 1,234.
  case commaOrThousands

  init(_ text: String) {
    self = Self.mark(of: text.withoutOuterSpaces)
  }

  private static func mark(of text: String) -> WrittenMark {
    guard let first = text.utf8.first, isDigit(first) || "+-.,".utf8.contains(first) else {
      return .none
    }
    var number = text
    if number.utf8.last == UInt8(ascii: "%") {
      number = String(number.dropLast()).withoutOuterSpaces
    }
    let readsByPoint = Double(decimal: number, mark: .point) != nil
    let readsByComma = Double(decimal: number, mark: .comma) != nil
    let groups = Groups(number)
    switch (readsByPoint, readsByComma) {
    case (true, true): return .none
    case (true, false): return groups == nil ? .point : .pointOrThousands
    case (false, true): return groups == nil ? .comma : .commaOrThousands
    case (false, false):
      guard let groups else { return .none }
      return groups.mark == UInt8(ascii: ",") ? .point : .comma
    }
  }

  /// Digits in groups of three.
  private struct Groups {
    /// What sets the groups apart.
    let mark: UInt8

    /// Takes apart `[+|-] 1-3 digits (mark 3 digits)… [other mark digits]`.
    ///
    /// A first group that begins with zero is refused: no one groups 0.125.
    init?(_ text: String) {
      var bytes = Array(text.utf8)
      if let first = bytes.first, "+-".utf8.contains(first) { bytes.removeFirst() }
      guard let mark = bytes.first(where: { !isDigit($0) }), ".,".utf8.contains(mark) else {
        return nil
      }
      let other = mark == UInt8(ascii: ".") ? UInt8(ascii: ",") : UInt8(ascii: ".")
      let parts = bytes.split(separator: other, maxSplits: 1, omittingEmptySubsequences: false)
      let groups = parts[0].split(separator: mark, omittingEmptySubsequences: false)
      guard (1...3).contains(groups[0].count), groups[0].first != UInt8(ascii: "0"),
        groups.dropFirst().allSatisfy({ $0.count == 3 }),
        groups.allSatisfy({ $0.allSatisfy(isDigit) }),
        parts.count == 1 || (!parts[1].isEmpty && parts[1].allSatisfy(isDigit))
      else { return nil }
      self.mark = mark
    }
  }
}

private func isDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}
