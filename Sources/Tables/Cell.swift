/// The content of one cell, as it was stored.
public enum Cell: Sendable, Hashable, CustomStringConvertible {
  /// No content.
  case empty
  /// A text, which may be made of digits.
  case text(String)
  /// A number.
  case number(Double)
  /// A truth value.
  case boolean(Bool)
  /// A spreadsheet's error value, such as #N/A.
  case error(String)

  /// What a formula reads as that was saved without its result.
  ///
  /// Some programs write formulas and leave the arithmetic to the next spreadsheet program.
  public static let uncalculated = Cell.error("formula without a stored value")

  /// Creates a number, or an empty cell where the value is missing.
  ///
  /// Not-a-number counts as missing.
  public init(_ value: Double?) {
    if let value, !value.isNaN {
      self = .number(value)
    } else {
      self = .empty
    }
  }

  /// Creates a text.
  public init(_ text: String) {
    self = .text(text)
  }

  /// Creates a number from an integer.
  ///
  /// An integer beyond ±2⁵³ is rounded to the nearest number a cell can hold.
  public init(_ value: Int) {
    self = .number(Double(value))
  }

  /// Whether the cell has no content, or a text of white space only.
  public var isEmpty: Bool {
    switch self {
    case .empty: true
    case .text(let text):
      text.utf8.first?.isVisibleASCII != true
        && text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    case .number, .boolean, .error: false
    }
  }

  /// The text of a text cell.
  public var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// The number of a number cell; a text made of digits is not one.
  public var number: Double? {
    if case .number(let number) = self { number } else { nil }
  }

  /// The content as it would stand in a CSV file, without quotes.
  ///
  /// Numbers are written by the shortest digits that read back to the same number; not-a-number
  /// is missing and therefore empty.
  public var description: String {
    switch self {
    case .empty: ""
    case .text(let text): text
    case .number(let number): number.isNaN ? "" : number.shortestDecimal
    case .boolean(let value): value ? "TRUE" : "FALSE"
    case .error(let code): code
    }
  }
}
