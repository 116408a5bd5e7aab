/// A command and those it is called through, from the root down.
struct CommandPath {
  let parents: [any ParsableCommand.Type]
  let command: any ParsableCommand.Type

  init(root: any ParsableCommand.Type) {
    (parents, command) = ([], root)
  }

  private init(parents: [any ParsableCommand.Type], command: any ParsableCommand.Type) {
    (self.parents, self.command) = (parents, command)
  }

  private var types: [any ParsableCommand.Type] { parents + [command] }

  var root: any ParsableCommand.Type { parents.first ?? command }

  var isRoot: Bool { parents.isEmpty }

  var configuration: CommandConfiguration { command.configuration }

  /// The words that call the command: `minhbach`, `score`.
  var names: [String] { types.map { $0.commandName } }

  /// The words that call the command, as one text.
  var name: String { names.joined(separator: " ") }

  /// What `--version` prints: the version of the nearest command that has one.
  var version: String? {
    types.map { $0.configuration.version }.last { !$0.isEmpty }
  }

  func appending(_ subcommand: any ParsableCommand.Type) -> CommandPath {
    CommandPath(parents: types, command: subcommand)
  }

  var children: [CommandPath] {
    configuration.subcommands.map { appending($0) }
  }

  func child(named name: String) -> CommandPath? {
    configuration.subcommands.first { $0.commandName == name }.map { appending($0) }
  }

  var defaultChild: CommandPath? {
    configuration.defaultSubcommand.map { appending($0) }
  }

  /// Whether `help` is understood here; a command of that name takes its place.
  var offersHelpSubcommand: Bool {
    isRoot && !configuration.subcommands.isEmpty && child(named: "help") == nil
  }

  func unknownSubcommand(_ word: String) -> ParserError {
    .unknownSubcommand(word, suggestion: suggestion(for: word, among: children.map(\.commandName)))
  }

  private var commandName: String { command.commandName }

  /// The command and all below it, each parent before its subcommands.
  var tree: [CommandPath] {
    [self] + children.flatMap { $0.tree }
  }

  /// Returns the place of a command of this type at or below this one.
  func path(to type: any ParsableCommand.Type) -> CommandPath? {
    tree.first { $0.command == type }
  }
}

extension CommandPath {
  /// What the command reads: its own properties, then version and help.
  var definitions: [Definition] {
    let own = Definition.list(of: command)
    let all = own + (version == nil ? [] : [.versionFlag]) + [.helpFlag]
    checkDeclaration(own: own, all: all)
    return all
  }

  private func checkDeclaration(own: [Definition], all: [Definition]) {
    var taken: Set<String> = []
    for name in all.flatMap({ $0.names }) {
      precondition(taken.insert(name).inserted, "'\(self.name)' declares \(name) twice.")
    }
    let arguments = own.filter { $0.kind == .argument }
    precondition(
      arguments.dropLast().allSatisfy { !$0.isRepeating },
      "'\(name)' must declare its array of arguments last.")
    precondition(
      arguments.isEmpty || configuration.subcommands.isEmpty,
      "'\(name)' cannot have both arguments and subcommands.")
  }
}
