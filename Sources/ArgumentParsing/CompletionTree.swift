/// The commands of a program as its completion script needs them.
struct CompletionTree {
  /// What can be typed after one command.
  struct Command {
    /// The words that call it.
    let name: String
    let options: [Definition]
    let arguments: [Definition]
    let subcommands: [Subcommand]
  }

  struct Subcommand {
    let word: String
    let abstract: String
  }

  /// What a shell offers for a value.
  enum Value: Equatable {
    case words([String])
    case directories
    case files
  }

  let program: String
  let commands: [Command]

  init(root: any ParsableCommand.Type) {
    let path = CommandPath(root: root)
    program = path.name
    commands = path.tree.map { Command($0) } + (path.offersHelpSubcommand ? [.help(for: path)] : [])
  }

  /// Returns the script that teaches a shell to complete the program's words.
  func script(for shell: CompletionShell) -> String {
    switch shell {
    case .bash: BashCompletion(tree: self).script
    case .zsh: ZshCompletion(tree: self).script
    case .fish: FishCompletion(tree: self).script
    }
  }

  /// A shell function's name made from words of the command line.
  static func functionName(_ words: String) -> String {
    // A hyphen stays: `store-check` and `store check` must not share a function.
    "_" + words.map { $0 == "-" || $0.isLetter || $0.isNumber ? String($0) : "_" }.joined()
  }

  /// A word in single quotes, as bash and zsh read them.
  static func quoted(_ word: String) -> String {
    "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#)
      + "'"
  }
}

extension CompletionTree.Command {
  fileprivate init(_ path: CommandPath) {
    let definitions = path.definitions.filter { $0.isVisible }
    var subcommands = path.children.map {
      CompletionTree.Subcommand(word: $0.command.commandName, abstract: $0.configuration.abstract)
    }
    if path.offersHelpSubcommand {
      subcommands.append(
        CompletionTree.Subcommand(word: "help", abstract: "Show subcommand help information."))
    }
    self.init(
      name: path.name, options: definitions.filter { $0.kind != .argument },
      arguments: definitions.filter { $0.kind == .argument }, subcommands: subcommands)
  }

  /// The `help` subcommand, whose argument is another subcommand.
  fileprivate static func help(for root: CommandPath) -> Self {
    let words = root.children.map { $0.command.commandName }
    let argument = Definition.single(
      Definition.Declaration(
        kind: .argument, names: [], help: ArgumentHelp(valueName: "subcommand"),
        completion: .list(words)),
      default: "")
    return Self(name: root.name + " help", options: [], arguments: [argument], subcommands: [])
  }
}

extension Definition {
  /// What to offer for the value, or nil for a flag.
  var completedValue: CompletionTree.Value? {
    if kind == .flag { return nil }
    return switch completion {
    case .list(let words): .words(words)
    case .directory: .directories
    case .default: allowedValues.isEmpty ? .files : .words(allowedValues)
    }
  }
}

/// A shell for which a completion script can be written.
public enum CompletionShell: String, Sendable, CaseIterable {
  /// GNU Bash.
  case bash
  /// Z shell.
  case zsh
  /// fish, the friendly interactive shell.
  case fish
}

extension ParsableCommand {
  /// Returns the script that `--generate-completion-script` prints.
  ///
  /// - Parameter shell: The shell that will read it.
  /// - Returns: A script to be sourced or installed.
  public static func completionScript(for shell: CompletionShell) -> String {
    CompletionTree(root: Self.self).script(for: shell)
  }
}
