/// How a command is named, described and divided.
public struct CommandConfiguration: Sendable {
  /// The word that calls the command; made from the type's name when nil.
  public var commandName: String?

  /// One line about the command.
  public var abstract: String

  /// A longer text under the abstract, printed with its line breaks as they are.
  ///
  /// Examples belong here: no line is wrapped, so that each can be copied whole.
  public var discussion: String

  /// What `--version` prints for this command and those below it; empty for none.
  public var version: String

  /// The commands below this one, in the order of the help screen.
  public var subcommands: [any ParsableCommand.Type]

  /// The subcommand that runs when none is named.
  public var defaultSubcommand: (any ParsableCommand.Type)?

  /// Describes a command.
  public init(
    commandName: String? = nil,
    abstract: String = "",
    discussion: String = "",
    version: String = "",
    subcommands: [any ParsableCommand.Type] = [],
    defaultSubcommand: (any ParsableCommand.Type)? = nil
  ) {
    self.commandName = commandName
    self.abstract = abstract
    self.discussion = discussion
    self.version = version
    self.subcommands = subcommands
    self.defaultSubcommand = defaultSubcommand
  }
}
