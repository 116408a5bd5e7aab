/// How the numbers of a table are written.
///
/// A number is `[+|-] digits [mark digits] [(e|E) [+|-] digits] [%]`, where the mark is a decimal
/// point or a decimal comma. Nothing may set thousands apart: "1.234,5" is not a number in either
/// grammar. White space may surround the number and the percent sign.
public struct NumberGrammar: Sendable, Hashable {
  /// The sign before the decimals.
  public enum DecimalMark: String, Sendable, CaseIterable {
    /// As in 79.25.
    case point = "."
    /// As in 79,25.
    case comma = ","
  }

  /// The sign before the decimals.
  public let decimalMark: DecimalMark

  /// Creates a grammar.
  public init(decimalMark: DecimalMark = .point) {
    self.decimalMark = decimalMark
  }

  /// Reads a cell.
  ///
  /// A text is read by the grammar, and as missing where it is blank or one of -, –, N/A, NA, n/a,
  /// #N/A, `.` and `..`. A number cell is its number, an empty cell and the error #N/A are
  /// missing, and truth values and other errors are not numbers.
  public func number(in cell: Cell) -> CellNumber {
    switch cell {
    case .empty: .missing
    case .text(let text): number(in: text)
    case .number(let value): value.isNaN ? .missing : .number(value, isPercentage: false)
    case .boolean: .notANumber
    case .error(let code): Self.missingMarkers.contains(code) ? .missing : .notANumber
    }
  }

  /// Reads a text, as it would a text cell.
  public func number(in text: String) -> CellNumber {
    if let value = Double(decimal: text, mark: decimalMark) {
      return .number(value, isPercentage: false)
    }
    let text = text.withoutOuterSpaces
    if text.isEmpty || Self.missingMarkers.contains(text) { return .missing }
    if text.utf8.last == UInt8(ascii: "%"),
      let value = Double(decimal: text.dropLast(), mark: decimalMark)
    {
      return .number(value, isPercentage: true)
    }
    return .notANumber
  }

  private static let missingMarkers: Set<String> =
    ["-", "\u{2013}", "N/A", "NA", "n/a", "..", "#N/A", "."]
}

extension Double {
  /// Creates the number of a text whose decimals follow the given mark.
  init?(decimal text: some StringProtocol, mark: NumberGrammar.DecimalMark) {
    let text = String(text)
    let byte = mark == .point ? UInt8(ascii: ".") : UInt8(ascii: ",")
    self.init(decimalBytes: text.utf8Span.span, mark: byte)
  }
}
