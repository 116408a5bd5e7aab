internal import Tables

/// What the words of a heading say of the direction of a scale, such as «(1=Easy; 5=Impossible)».
///
/// Headings contradict each other from year to year on the same figures; the codebook decides. What a
/// heading says is read only to warn.
enum ScaleLabel {
  /// The direction that the words of a heading give to a scale from 1 to 5, or nil.
  static func direction(in heading: String) -> Direction? {
    let words = heading.lowercased().unicodeScalars.filter { !$0.properties.isWhitespace }
    let text = String(String.UnicodeScalarView(words))
    for (mark, direction) in [("1=", Direction.reversed), ("5=", .positive)] {
      guard let start = text.firstRange(of: mark)?.upperBound else { continue }
      let meaning = text[start...].prefix { $0 != ";" && $0 != "," && $0 != ")" }
      if easy.contains(where: meaning.hasPrefix) { return direction }
    }
    return nil
  }

  private static let easy = ["easy", "veryeasy", "dễ", "rấtdễ"]
}

extension Indicator {
  /// A warning where the words of a heading contradict the direction; else nil.
  func contradiction(in heading: String, year: Int?, place: String) -> Remark? {
    guard let said = ScaleLabel.direction(in: heading), said != direction else { return nil }
    let better = direction == .positive ? "higher" : "lower"
    return Remark(
      .warning, year: year, indicator: code, place: place,
      "\"\(heading.withSingleSpaces)\" contradicts the codebook: \(better) is better, as the published "
        + "scores show")
  }
}
