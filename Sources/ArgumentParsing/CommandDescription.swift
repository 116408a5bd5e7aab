/// One command of the tree, described for documentation.
public struct CommandDescription: Sendable, Hashable {
  /// The words that call the command, such as "minhbach score".
  public let name: String

  /// One line about the command.
  public let abstract: String

  /// The line that shows how the command is called, without a heading or line breaks.
  public let usage: String

  /// The whole help screen.
  public let helpMessage: String
}

extension ParsableCommand {
  /// This command and all below it, each before its own subcommands.
  public static var commandDescriptions: [CommandDescription] {
    CommandPath(root: Self.self).tree.map { path in
      CommandDescription(
        name: path.name, abstract: path.configuration.abstract, usage: UsageLine(path).text,
        helpMessage: HelpScreen(path).text)
    }
  }

  /// Returns the help screen of this command or of one below it.
  ///
  /// - Parameter subcommand: A command of the tree; this command when nil.
  /// - Returns: The screen, ending with a line break.
  public static func helpMessage(for subcommand: (any ParsableCommand.Type)? = nil) -> String {
    let root = CommandPath(root: Self.self)
    let path = subcommand.map { root.path(to: $0) ?? CommandPath(root: $0) } ?? root
    return HelpScreen(path).text
  }
}
