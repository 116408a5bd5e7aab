/// A command, or a command of commands, that can run from the words of a command line.
///
///     struct Score: ParsableCommand {
///       static let configuration = CommandConfiguration(abstract: "Rebuild the scores.")
///
///       @Option(help: "The year to score.") var year: Int
///       var streams = StandardStreams()
///
///       func run() throws {
///         try streams.writeOutput("scores of \(year)\n")
///       }
///     }
///
/// A command with subcommands may have options, given before the subcommand's name, but no
/// positional arguments; its options are checked, then the subcommand alone runs.
public protocol ParsableCommand: ParsableArguments {
  /// The command's name, description and subcommands.
  static var configuration: CommandConfiguration { get }

  /// Does the command's work; a command that has no body of its own prints its help.
  ///
  /// - Throws: ``ExitCode`` to end silently, ``CleanExit`` to end well, ``ValidationError`` for a
  ///   wrong command line, any other error for a failure. See ``ExitCodeProviding``.
  mutating func run() throws
}

extension ParsableCommand {
  public static var configuration: CommandConfiguration { CommandConfiguration() }

  public mutating func run() throws {
    throw CleanExit.helpRequest(self)
  }

  static var commandName: String {
    configuration.commandName ?? kebabCased(String(describing: Self.self))
  }
}
