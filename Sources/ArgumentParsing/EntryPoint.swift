#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a program wrote and how it ended.
public struct Outcome: Sendable, Hashable {
  /// The text of the standard output.
  public let standardOutput: String

  /// The text of the standard error.
  public let standardError: String

  /// The code given to the system.
  public let exitCode: ExitCode
}

extension ParsableCommand {
  /// Runs the program on its own arguments and ends the process.
  public static func main() {
    main(nil)
  }

  /// Runs the program on the given words and ends the process.
  ///
  /// - Parameter arguments: The words after the program's name; those of the process when nil.
  public static func main(_ arguments: [String]?) {
    // A reader that has seen enough closes the pipe; the write then fails instead of killing us.
    signal(SIGPIPE, SIG_IGN)
    let arguments = arguments ?? Array(CommandLine.arguments.dropFirst())
    exit(execute(arguments, streams: StandardStreams()).rawValue)
  }

  /// Runs the program in this process, for tests, and returns what it wrote.
  ///
  /// Text that a command writes past its ``StandardStreams`` property is not caught.
  ///
  /// - Parameter arguments: The words after the program's name.
  /// - Returns: Both texts and the exit code.
  public static func outcome(arguments: [String]) -> Outcome {
    let capture = StreamCapture()
    let code = execute(arguments, streams: capture.streams)
    let (output, error) = capture.finish()
    return Outcome(standardOutput: output, standardError: error, exitCode: code)
  }

  /// Returns this command filled from the words, without running it.
  ///
  /// - Parameter arguments: The words after the command's name.
  /// - Returns: The command, validated.
  /// - Throws: An error whose description is what the program would print.
  public static func parse(_ arguments: [String]) throws -> Self {
    let command = try parseAsRoot(arguments)
    guard let command = command as? Self else {
      throw ValidationError("The words call '\(type(of: command).commandName)' instead.")
    }
    return command
  }

  /// Returns the command of the tree that the words call, without running it.
  ///
  /// - Parameter arguments: The words after the root command's name.
  /// - Returns: The command, validated.
  /// - Throws: An error whose description is what the program would print.
  public static func parseAsRoot(_ arguments: [String]) throws -> any ParsableCommand {
    try CommandParser(root: Self.self, streams: StandardStreams()).parse(arguments).command
  }

  private static func execute(_ arguments: [String], streams: StandardStreams) -> ExitCode {
    let called: CommandParser.Result
    do throws(Interruption) {
      called = try CommandParser(root: Self.self, streams: streams).parse(arguments)
    } catch {
      return Ending(error).write(to: streams)
    }
    do {
      var command = called.command
      try command.run()
      return .success
    } catch {
      return Ending(error, at: called.path).write(to: streams)
    }
  }
}
