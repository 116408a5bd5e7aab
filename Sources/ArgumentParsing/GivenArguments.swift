/// The options and arguments that a command was given, for a command that is to be called again.
///
/// Declare it as a plain property, `var given = GivenArguments()`; the parser fills it.
public struct GivenArguments: Sendable, Hashable, Decodable {
  /// An option, flag or argument as it was given.
  private struct Entry: Sendable, Hashable {
    /// The long name; empty for an argument.
    let name: String
    /// The word; nil for a flag.
    let text: String?
  }

  /// The words that call the command, without the program's name.
  private let command: [String]
  private let entries: [Entry]

  /// What a command was given that no words have called.
  public init() {
    (command, entries) = ([], [])
  }

  init(command: [String], texts: [(definition: Definition, text: String)]) {
    self.command = command
    entries = texts.map { definition, text in
      Entry(
        name: definition.preferredName, text: definition.kind == .flag ? nil : text)
    }
  }

  public init(from decoder: any Decoder) throws {
    self = (decoder as? ValueDecoder)?.given ?? GivenArguments()
  }

  /// The words that call the command with the same meaning, however they were ordered and spelt.
  ///
  /// Options stand by their long names in the order of their declaration; of one that was repeated, and keeps
  /// the last, the last stands. Arguments follow.
  ///
  /// - Parameter names: the options that are left out, by their long names.
  /// - Returns: the words, without the program's name.
  public func words(without names: Set<String> = []) -> [String] {
    let options = entries.filter { !$0.name.isEmpty && !names.contains($0.name) }
    let arguments = entries.filter(\.name.isEmpty).compactMap(\.text)
    let needsTerminator = arguments.contains { $0.hasPrefix("-") && $0 != "-" }
    return command + options.map { entry in entry.text.map { "\(entry.name)=\($0)" } ?? entry.name }
      + (needsTerminator ? ["--"] : []) + arguments
  }
}
