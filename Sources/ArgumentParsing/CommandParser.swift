/// Finds the command that the words call and fills its properties.
struct CommandParser {
  let root: any ParsableCommand.Type
  /// Handed to every command that asks for streams.
  let streams: StandardStreams

  /// A command that is ready to run.
  struct Result {
    let command: any ParsableCommand
    let path: CommandPath
  }

  /// One command on the way from the root, with the words that were its own.
  private struct Level {
    let path: CommandPath
    let reader: WordReader

    func isGiven(_ flag: Definition) -> Bool { reader.values[flag.key] != nil }
  }

  private enum Step {
    case run
    case descend(CommandPath)
    case help
  }

  /// Returns the command that is called.
  ///
  /// - Parameter arguments: The words after the program's name.
  /// - Returns: The command with its place in the tree.
  /// - Throws: Why there is nothing to run.
  func parse(_ arguments: [String]) throws(Interruption) -> Result {
    let beforeTerminator = arguments.prefix { $0 != "--" }
    let asksForHelp = beforeTerminator.contains { $0 == "-h" || $0 == "--help" }
    if !asksForHelp, let text = try generatedText(askedForIn: beforeTerminator) {
      throw .generated(text)
    }

    let levels = try descend(through: arguments[...], asksForHelp: asksForHelp)
    guard let last = levels.last else { preconditionFailure("The root is always a level.") }
    if asksForHelp || levels.contains(where: { $0.isGiven(.helpFlag) }) { throw .help(last.path) }
    if levels.contains(where: { $0.isGiven(.versionFlag) }), let version = last.path.version {
      throw .version(version)
    }
    for parent in levels.dropLast() { _ = try fill(parent) }
    return Result(command: try fill(last), path: last.path)
  }

  private func descend(
    through arguments: ArraySlice<String>, asksForHelp: Bool
  ) throws(Interruption) -> [Level] {
    var levels: [Level] = []
    var path = CommandPath(root: root)
    var words = arguments
    while true {
      var reader = WordReader(words, definitions: path.definitions)
      let step: Step
      do throws(ParserError) {
        step = try nextStep(of: &reader, at: path, usesDefault: !asksForHelp)
      } catch {
        // Help wins over whatever is wrong with the rest.
        throw asksForHelp ? .help(path) : .misuse(error, path)
      }
      levels.append(Level(path: path, reader: reader))
      words = reader.words
      switch step {
      case .run: return levels
      case .descend(let child): path = child
      case .help: throw .help(try helpTarget(in: words))
      }
    }
  }

  private func nextStep(
    of reader: inout WordReader, at path: CommandPath, usesDefault: Bool
  ) throws(ParserError) -> Step {
    if path.children.isEmpty {
      try reader.readAll()
      return .run
    }
    let fallback = usesDefault ? path.defaultChild.map { Step.descend($0) } : nil
    try reader.readOptions(leavesUnknown: fallback != nil)
    guard let word = reader.words.first else { return fallback ?? .run }
    if let child = path.child(named: word) {
      reader.skipWord()
      return .descend(child)
    }
    if path.offersHelpSubcommand, word == "help" {
      reader.skipWord()
      return .help
    }
    if let fallback { return fallback }
    if word == "--" {
      let rest = Array(reader.words.dropFirst())
      if rest.isEmpty { return .run }
      throw .unexpectedArguments(rest)
    }
    throw path.unknownSubcommand(word)
  }

  /// Returns the command that the words after `help` name.
  private func helpTarget(in words: ArraySlice<String>) throws(Interruption) -> CommandPath {
    var path = CommandPath(root: root)
    for word in words where !word.hasPrefix("-") && !(path.isRoot && word == "help") {
      guard let child = path.child(named: word) else {
        throw .misuse(path.unknownSubcommand(word), path)
      }
      path = child
    }
    return path
  }
}

extension CommandParser {
  private static var completionOption: String { "--generate-completion-script" }

  /// What is made from the declarations alone: a completion script, the manual, a description.
  private func generatedText(
    askedForIn words: ArraySlice<String>
  ) throws(Interruption) -> String? {
    if let shell = try requestedShell(in: words) {
      return CompletionTree(root: root).script(for: shell)
    }
    if words.contains("--generate-manual") {
      return CommandPath(root: root).tree.map { ManualPage($0).text }.joined()
    }
    if words.contains("--describe-interface") { return InterfaceDescription(root: root).json }
    return nil
  }

  private func requestedShell(
    in words: ArraySlice<String>
  ) throws(Interruption) -> CompletionShell? {
    let prefix = Self.completionOption + "="
    guard
      let index = words.firstIndex(where: { $0 == Self.completionOption || $0.hasPrefix(prefix) })
    else { return nil }
    let word = words[index]
    let attached = word.hasPrefix(prefix) ? String(word.dropFirst(prefix.count)) : nil
    let path = CommandPath(root: root)
    let label = Self.completionOption + " <shell>"
    guard let name = attached ?? words.dropFirst(index + 1).first else {
      throw .misuse(.missingValue(label: label), path)
    }
    guard let shell = CompletionShell(rawValue: name) else {
      let allowed = CompletionShell.allCases.map { $0.rawValue }
      throw .misuse(.invalidValue(name, label: label, allowed: allowed), path)
    }
    return shell
  }

  private func fill(_ level: Level) throws(Interruption) -> any ParsableCommand {
    let values: [Definition.Key: Any]
    do throws(ParserError) {
      values = try level.reader.completedValues()
    } catch {
      throw .misuse(error, level.path)
    }
    do {
      let given = GivenArguments(
        command: Array(level.path.names.dropFirst()), texts: level.reader.given)
      return try filled(
        level.path.command, from: ValueDecoder(values: values, streams: streams, given: given))
    } catch {
      throw .refused(error, level.path)
    }
  }

  private func filled<Command: ParsableCommand>(
    _ type: Command.Type, from decoder: ValueDecoder
  ) throws -> any ParsableCommand {
    var command = try Command(from: decoder)
    try command.validate()
    return command
  }
}
