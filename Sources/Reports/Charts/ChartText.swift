/// The words of a chart, all of the caller's: the layer that draws has no language.
public struct ChartText: Sendable, Hashable {
  /// Words that all charts of a report share.
  public struct Words: Sendable, Hashable {
    /// What opens the table behind a chart.
    public let figures: String
    /// What stands where there is nothing to draw.
    public let noFigures: String

    /// Collects the words.
    public init(figures: String, noFigures: String) {
      (self.figures, self.noFigures) = (figures, noFigures)
    }
  }

  /// What the chart is called within its page.
  public let id: String
  /// The line above the chart, which says what it shows.
  public let caption: String
  /// The short name a screen reader gives.
  public let title: String
  /// What is to be seen, for those who do not see it.
  public let description: String
  /// Words that all charts share.
  public let words: Words

  /// Collects the words.
  ///
  /// - Parameters:
  ///   - id: small Latin letters, digits and hyphens, a letter first; no other on the page.
  ///   - caption: the line above the chart.
  ///   - title: its short name; the caption where none is given.
  ///   - description: what is to be seen.
  ///   - words: words that all charts share.
  public init(
    id: String, caption: String, title: String? = nil, description: String, words: Words
  ) {
    precondition(Identifier.isValid(id), "\(id) is no name of a place on a page")
    self.id = id
    self.caption = caption
    self.title = title ?? caption
    self.description = description
    self.words = words
  }
}

/// Names of places on a page.
enum Identifier {
  /// Whether a text is of small Latin letters, digits and hyphens, a letter first.
  static func isValid(_ text: String) -> Bool {
    guard let first = text.utf8.first, (0x61...0x7A).contains(first) else { return false }
    return text.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
    }
  }
}
