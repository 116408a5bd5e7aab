/// What the program answers to the system; as an error, a way to end silently.
public struct ExitCode: Error, Sendable, Hashable, RawRepresentable {
  /// The number given to the system.
  public let rawValue: Int32

  /// Makes any exit code.
  public init(_ code: Int32) {
    rawValue = code
  }

  public init(rawValue: Int32) {
    self.init(rawValue)
  }

  /// All went well.
  public static var success: ExitCode { ExitCode(0) }

  /// Something went wrong while the command ran.
  public static var failure: ExitCode { ExitCode(1) }

  /// The command line was wrong; `EX_USAGE` of sysexits.h.
  public static var validationFailure: ExitCode { ExitCode(64) }

  /// Whether all went well.
  public var isSuccess: Bool { self == .success }
}

/// An error that says with which code the program ends.
///
/// For instance 65 for bad data and 66 for a missing file, as in sysexits.h. Other errors end the
/// program with ``ExitCode/failure``.
public protocol ExitCodeProviding: Error {
  /// The code with which the program ends.
  var exitCode: ExitCode { get }
}

/// A wrong command line, found by the command itself.
///
/// Its message is shown with the usage line, and the program ends with
/// ``ExitCode/validationFailure``.
public struct ValidationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  public let message: String

  /// Makes an error from a sentence.
  public init(_ message: String) {
    self.message = message
  }

  public var description: String { message }
}

/// A reason to end early with success.
public enum CleanExit: Error, Sendable {
  /// Prints the help of the given command, or of the running one.
  case helpRequest((any ParsableCommand.Type)? = nil)
  /// Prints the text.
  case message(String)

  /// Prints the help of a command.
  public static func helpRequest(_ command: any ParsableCommand) -> CleanExit {
    .helpRequest(type(of: command))
  }
}
