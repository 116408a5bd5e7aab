/// A sentence, or a part of a table in words, that can be said in other languages.
///
/// It keeps apart what is said from what it is said of: the template, in English, is the key by which a
/// `Catalogue` finds it in another language, and each number, name or phrase in it is a numbered place.
///
///     Phrase("The largest difference is \(0.5, .decimals(1)).")   // The largest difference is {1}.
///
/// A template is written as one literal within the parentheses of `Phrase(…)`, as one over several lines
/// where it is long: fragments put together at run time cannot be translated, and the test that holds the
/// catalogue against the sources finds templates by those parentheses. What depends on a case is a phrase
/// of its own for each case.
public struct Phrase: Sendable, Hashable, CustomStringConvertible {
  /// What stands in a place of a template.
  public enum Argument: Sendable, Hashable {
    /// A name or a code, as it is in every language.
    case text(String)
    /// A number and how it is written.
    case number(Double, NumberFormat, rounding: NumberFormat.Rounding, isSigned: Bool)
    /// Phrases, each said on its own, with a separator between.
    case phrases([Phrase], separator: String)
  }

  /// The template in English: text with the places {1}, {2} and so on.
  ///
  /// That of a counted noun has the forms of one and of many, with a bar between: "{1} place|{1} places".
  public let key: String
  /// What stands in the places, in their order.
  public let arguments: [Argument]
  /// Which form of a counted noun is said; nil where nothing is counted.
  let count: Int?

  /// Makes a phrase of a literal.
  public init(_ template: Template) {
    self.init(key: template.text, arguments: template.arguments, count: nil)
  }

  /// A text that is the same in every language.
  public init(verbatim text: String) {
    self.init(key: "{1}", arguments: [.text(text)], count: nil)
  }

  /// A code, such as that of a sub-index, which is its own name where a catalogue has no other.
  public init(code: String) {
    self.init(key: code, arguments: [], count: nil)
  }

  private init(key: String, arguments: [Argument], count: Int?) {
    self.key = key
    self.arguments = arguments
    self.count = count
  }

  /// A number with the noun it counts, such as "1 place" or "2 places".
  ///
  /// - Parameters:
  ///   - count: how many there are.
  ///   - one: the noun of one.
  ///   - many: the noun of none and of many.
  /// - Returns: the phrase.
  static func counting(_ count: Int, _ one: String, _ many: String) -> Phrase {
    Phrase(key: "{1} \(one)|{1} \(many)", arguments: [.text("\(count)")], count: count)
  }

  /// Sentences in sequence.
  public static func sentences(_ phrases: [Phrase]) -> Phrase {
    .joined(phrases, by: " ")
  }

  /// Phrases with a separator between, each said on its own.
  public static func joined(_ phrases: [Phrase], by separator: String) -> Phrase {
    Phrase(key: "{1}", arguments: [.phrases(phrases, separator: separator)], count: nil)
  }

  /// The phrase in English.
  public var text: String { filled(form(of: key), .point, \.text) }

  /// The phrase in English.
  public var description: String { text }

  /// The part of a text with several forms that is said of so many.
  ///
  /// - Parameter text: the template, or what stands for it in another language.
  /// - Returns: the text itself where nothing is counted, or there is one form for every count.
  func form(of text: String) -> Substring {
    guard let count else { return text[...] }
    let forms = text.split(separator: "|", maxSplits: 1)
    return (count == 1 ? forms.first : forms.last) ?? ""
  }

  /// A template, in any language, with the arguments in its places.
  ///
  /// - Parameters:
  ///   - template: the text with places.
  ///   - mark: what stands before decimals.
  ///   - say: how the phrases within are said.
  /// - Returns: the whole text.
  func filled(_ template: Substring, _ mark: DecimalMark, _ say: (Phrase) -> String) -> String {
    var (text, rest) = ("", template)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      if let place = Int(rest[rest.index(after: open)..<close]), arguments.indices ~= place - 1 {
        text += arguments[place - 1].text(mark, say)
      }
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }
}

extension Phrase.Argument {
  fileprivate func text(_ mark: DecimalMark, _ say: (Phrase) -> String) -> String {
    switch self {
    case .text(let text): text
    case .number(let number, let format, let rounding, let isSigned):
      format.marked(mark).string(number, rounding: rounding, isSigned: isSigned)
    case .phrases(let phrases, let separator):
      phrases.map(say).joined(separator: separator)
    }
  }
}

extension Sequence<Phrase> {
  /// The phrases in English.
  public var texts: [String] { map(\.text) }
}
