/// Why parsing gave no command to run.
enum Interruption: Error {
  case help(CommandPath)
  case version(String)
  case completionScript(String)
  /// The words do not fit the command.
  case misuse(ParserError, CommandPath)
  /// The command's own `validate()` threw.
  case refused(any Error, CommandPath)
}

extension Interruption: CustomStringConvertible {
  var description: String { Ending(self).text }
}
