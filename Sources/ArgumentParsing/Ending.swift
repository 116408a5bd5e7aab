/// How a program that did not simply run to its end says goodbye.
///
/// The one place that decides on text, stream and exit code.
struct Ending: Equatable {
  let text: String
  let exitCode: ExitCode

  private init(_ text: String, _ exitCode: ExitCode = .success) {
    self.text = text
    self.exitCode = exitCode
  }

  init(_ interruption: Interruption) {
    switch interruption {
    case .help(let path): self.init(HelpScreen(path).text)
    case .version(let version): self.init(version)
    case .generated(let text): self.init(text)
    case .misuse(let error, let path): self.init(wrongCommandLine: "\(error)", at: path)
    case .refused(let error, let path):
      switch error {
      case is ExitCode, is CleanExit, is any ExitCodeProviding: self.init(error, at: path)
      default: self.init(wrongCommandLine: "\(error)", at: path)
      }
    }
  }

  /// Decides on an error thrown by a command.
  init(_ error: any Error, at path: CommandPath) {
    switch error {
    case let interruption as Interruption: self.init(interruption)
    case let code as ExitCode: self.init("", code)
    case CleanExit.message(let message): self.init(message)
    case CleanExit.helpRequest(let type):
      let root = CommandPath(root: path.root)
      let target = type.map { root.path(to: $0) ?? CommandPath(root: $0) } ?? path
      self.init(HelpScreen(target).text)
    case is ValidationError: self.init(wrongCommandLine: "\(error)", at: path)
    case let error as any ExitCodeProviding: self.init("Error: \(error)", error.exitCode)
    default: self.init("Error: \(error)", .failure)
    }
  }

  private init(wrongCommandLine message: String, at path: CommandPath) {
    self.init(
      """
      Error: \(message)
      \(UsageLine(path).text(heading: "Usage: "))
        See '\(path.name) --help' for more information.
      """, .validationFailure)
  }

  /// Writes the text where it belongs: an answer to the output, a complaint to the error stream.
  ///
  /// - Parameter streams: Where to write.
  /// - Returns: The code with which to end.
  func write(to streams: StandardStreams) -> ExitCode {
    let line = text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
    guard exitCode.isSuccess else {
      streams.writeError(line)
      return exitCode
    }
    do {
      try streams.writeOutput(line)
      return .success
    } catch let code as ExitCode {
      return code
    } catch {
      streams.writeError("Error: \(error)\n")
      return .failure
    }
  }
}
