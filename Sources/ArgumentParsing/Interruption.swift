/// Why parsing gave no command to run.
enum Interruption: Error {
  case help(CommandPath)
  case version(String)
  /// A text made from the program's declarations: a script, manual pages.
  case generated(String)
  /// The words do not fit the command.
  case misuse(ParserError, CommandPath)
  /// The command's own `validate()` threw.
  case refused(any Error, CommandPath)
}

extension Interruption: CustomStringConvertible {
  var description: String { Ending(self).text }
}
