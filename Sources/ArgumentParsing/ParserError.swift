/// A fault of the command line, as data; `description` writes the sentence.
enum ParserError: Error, Equatable {
  case unknownOption(String, suggestion: String?)
  case unknownSubcommand(String, suggestion: String?)
  case missingValue(label: String)
  case needlessValue(String, name: String)
  case invalidValue(String, label: String, allowed: [String])
  case missingArgument(label: String)
  case unexpectedArguments([String])
}

extension ParserError: CustomStringConvertible {
  var description: String {
    switch self {
    case .unknownOption(let name, let suggestion):
      "Unknown option '\(name)'" + question(suggestion)
    case .unknownSubcommand(let name, let suggestion):
      "Unknown subcommand '\(name)'" + question(suggestion)
    case .missingValue(let label):
      "Missing value for '\(label)'"
    case .needlessValue(let value, let name):
      "The option '\(name)' does not take any value, but '\(value)' was specified."
    case .invalidValue(let value, let label, let allowed):
      "The value '\(value)' is invalid for '\(label)'" + choice(of: allowed)
    case .missingArgument(let label):
      "Missing expected argument '\(label)'"
    case .unexpectedArguments(let words) where words.count == 1:
      "Unexpected argument \(quoted(words))"
    case .unexpectedArguments(let words):
      "\(words.count) unexpected arguments: \(quoted(words))"
    }
  }

  private func question(_ suggestion: String?) -> String {
    suggestion.map { ". Did you mean '\($0)'?" } ?? ""
  }

  private func quoted(_ words: [String]) -> String {
    words.map { "'\($0)'" }.joined(separator: ", ")
  }

  private func choice(of allowed: [String]) -> String {
    guard let last = allowed.last else { return "" }
    if allowed.count > 5 {
      let list = allowed.map { "\n  - \($0)" }.joined()
      return ". Please provide one of the following:" + list
    }
    let others = quoted(allowed.dropLast())
    return ". Please provide " + (others.isEmpty ? "'\(last)'." : "one of \(others) or '\(last)'.")
  }
}
