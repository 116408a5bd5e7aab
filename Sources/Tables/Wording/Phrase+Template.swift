extension Phrase {
  /// The literal that a phrase is made of.
  ///
  /// Nothing but a literal makes one, and nothing but `Phrase(…)` takes one. A brace has no place in it.
  public struct Template: ExpressibleByStringInterpolation, Sendable {
    let text: String
    let arguments: [Argument]

    /// A template without places.
    public init(stringLiteral text: String) {
      Self.check(text)
      self.text = text
      arguments = []
    }

    /// A template with places.
    public init(stringInterpolation: StringInterpolation) {
      text = stringInterpolation.text
      arguments = stringInterpolation.arguments
    }

    fileprivate static func check(_ literal: String) {
      precondition(
        !literal.utf8.contains { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") },
        "a phrase holds no brace but those of its places")
    }
  }
}

extension Phrase.Template {
  /// Collects the text and the places of a template.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""
    fileprivate var arguments: [Phrase.Argument] = []

    /// Begins a template.
    public init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + 3 * interpolationCount)
    }

    /// Adds a part of the text.
    public mutating func appendLiteral(_ literal: String) {
      Phrase.Template.check(literal)
      text += literal
    }

    /// Adds a name, a code, or a text that is in the language already.
    public mutating func appendInterpolation(_ name: String) {
      append(.text(name))
    }

    /// Adds a whole number; no mark stands between its thousands, as in years.
    public mutating func appendInterpolation(_ number: Int) {
      append(.text("\(number)"))
    }

    /// Adds a number.
    public mutating func appendInterpolation(
      _ number: Double, _ format: NumberFormat, rounding: NumberFormat.Rounding = .nearest,
      isSigned: Bool = false
    ) {
      append(.number(number, format, rounding: rounding, isSigned: isSigned))
    }

    /// Adds a phrase, which is said on its own.
    public mutating func appendInterpolation(_ phrase: Phrase) {
      append(.phrases([phrase], separator: ""))
    }

    /// Adds phrases, each said on its own.
    public mutating func appendInterpolation(_ phrases: [Phrase], separator: String = ", ") {
      append(.phrases(phrases, separator: separator))
    }

    /// Adds names or codes.
    public mutating func appendInterpolation(_ names: [String], separator: String = ", ") {
      append(.text(names.joined(separator: separator)))
    }

    /// Adds a number with the noun it counts, such as "1 place" or "2 places".
    ///
    /// - Parameters:
    ///   - count: how many there are.
    ///   - noun: the noun of one, a literal.
    ///   - many: the noun of many, a literal; nil where it ends in s.
    public mutating func appendInterpolation(
      counting count: Int, _ noun: StaticString, _ many: StaticString? = nil
    ) {
      append(
        .phrases(
          [.counting(count, "\(noun)", "\(many ?? noun)" + (many == nil ? "s" : ""))], separator: ""
        ))
    }

    /// Adds a number whose digits are known from elsewhere, such as a large unsigned one.
    public mutating func appendInterpolation(verbatim value: any CustomStringConvertible) {
      append(.text(value.description))
    }

    private mutating func append(_ argument: Phrase.Argument) {
      arguments.append(argument)
      text += "{\(arguments.count)}"
    }
  }
}
