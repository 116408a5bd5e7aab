import Tables

/// A line of a template.
public struct TemplatePlace: Sendable, Hashable, CustomStringConvertible {
  /// What the template is called.
  public let file: String
  /// The line, from 1.
  public let line: Int

  /// Names a line.
  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  public var description: String { "\(file), line \(line)" }
}

/// What can be wrong with a template.
public enum TemplateError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A dollar sign begins a word that no other ends in its line.
  case unended(TemplatePlace, String)
  /// Between two dollar signs stands what is neither a name nor a word of the grammar.
  case unknownWord(TemplatePlace, String)
  /// There is no field of that name.
  case unknownField(TemplatePlace, String, known: [String])
  /// A member of a list is named where no loop goes through the list.
  case outsideLoop(TemplatePlace, String, list: String)
  /// A list stands where a text belongs.
  case isList(TemplatePlace, String)
  /// A text stands where a list belongs.
  case isText(TemplatePlace, String)
  /// A loop or a condition does not end.
  case unclosed(TemplatePlace, String)
  /// A word ends or parts what is not open.
  case stray(TemplatePlace, String)
  /// A block stands within more others than a document can need.
  case tooDeep(TemplatePlace, String, most: Int)
  /// There is nothing in the template.
  case empty(String)

  public var description: String {
    switch self {
    case .unended(let place, let text):
      "\(place): \(Quotation.of(text)) begins a field that does not end in its line; write $$ for the sign itself"
    case .unknownWord(let place, let word):
      "\(place): \(Quotation.of("$\(word)$")) is no field: names have small letters, digits and _; write $$ for the sign "
        + "itself"
    case .unknownField(let place, let name, let known):
      "\(place): there is no field \(Quotation.of(name)); fields here are \(known.joined(separator: ", "))"
    case .outsideLoop(let place, let name, let list):
      "\(place): \"\(name)\" stands outside of $for(\(list))$ … $endfor$"
    case .isList(let place, let name):
      "\(place): \"\(name)\" is a list: go through it with $for(\(name))$ … $endfor$"
    case .isText(let place, let name):
      "\(place): \"\(name)\" is a text, no list to go through"
    case .unclosed(let place, let word): "\(place): \(word) has no end"
    case .stray(let place, let word): "\(place): \(word) ends or parts nothing that is open"
    case .tooDeep(let place, let word, let most):
      "\(place): \(word) stands within \(most) others; write it flatter"
    case .empty(let name): "\(name): the template is empty"
    }
  }
}
