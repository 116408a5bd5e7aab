#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where a command writes: answers to the output, progress and complaints to the error stream.
///
/// Declare it as a plain property, `var streams = StandardStreams()`. The parser fills it, so that
/// tests can read what a command wrote (see ``ParsableCommand/outcome(arguments:)``). Text goes
/// straight to the descriptors, without a buffer: write whole answers, not single words.
public struct StandardStreams: Sendable, Hashable, Decodable {
  private let input: Int32
  private let output: Int32
  private let error: Int32

  /// The streams of the process.
  public init() {
    self.init(output: STDOUT_FILENO, error: STDERR_FILENO)
  }

  /// Streams on open file descriptors; the input is by default that of the process.
  public init(input: Int32 = 0, output: Int32, error: Int32) {
    self.input = input
    self.output = output
    self.error = error
  }

  public init(from decoder: any Decoder) throws {
    self = (decoder as? ValueDecoder)?.streams ?? StandardStreams()
  }

  /// Whether a person is watching the error stream, so that progress is worth showing.
  public var isErrorTerminal: Bool { isatty(error) == 1 }

  /// The columns of the terminal that answers go to; nil where the output is none, or does not tell.
  public var outputColumns: Int? {
    var size = winsize()
    guard isatty(output) == 1, unsafe ioctl(output, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0
    else { return nil }
    return Int(size.ws_col)
  }

  /// Asks the person at the terminal a question that is answered by yes or no.
  ///
  /// - Parameter question: Shown on the error stream, with «[y/N]» behind it.
  /// - Returns: Whether the answer was y or yes; nil where input or error stream is no terminal, so
  ///   that there is nobody to ask.
  public func confirm(_ question: String) -> Bool? {
    guard isErrorTerminal, isatty(input) == 1 else { return nil }
    writeError(question + " [y/N] ")
    return ["y", "yes"].contains(inputLine().lowercased())
  }

  /// What is typed up to the end of the line, or of the input.
  private func inputLine() -> String {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    // An answer is short; what is longer is none.
    while line.count < 1000 {
      let count = unsafe read(input, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1, byte != UInt8(ascii: "\n") else { break }
      line.append(byte)
    }
    return String(decoding: line, as: UTF8.self)
  }

  /// Writes an answer.
  ///
  /// - Parameter text: Written as it is, without a line break added.
  /// - Throws: ``ExitCode/success`` when the reader has closed the pipe: it has all it wants, and
  ///   the command should end. ``StreamError`` when the text cannot be written, as on a full disk.
  public func writeOutput(_ text: String) throws {
    try writeOutput(bytes: Array(text.utf8))
  }

  /// Writes an answer that is not text.
  ///
  /// - Parameter bytes: Written as they are.
  /// - Throws: As for text.
  public func writeOutput(bytes: [UInt8]) throws {
    switch send(bytes, to: output) {
    case 0: return
    case EPIPE: throw ExitCode.success
    case let code: throw StreamError.outputFailed(code: code)
    }
  }

  /// Writes a complaint or a note.
  ///
  /// It may quote a file: characters that a terminal would obey, line breaks and tabs excepted, are written as
  /// U+FFFD. A failure is ignored, for there is nowhere left to report it.
  ///
  /// - Parameter text: Written without a line break added.
  public func writeError(_ text: String) {
    func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
    }
    var shown = String.UnicodeScalarView()
    shown.append(contentsOf: text.unicodeScalars.map { isObeyed($0) ? "\u{FFFD}" : $0 })
    steerError(String(shown))
  }

  /// Writes to the error stream what may move the cursor of a terminal, such as progress.
  ///
  /// - Parameter text: Written as it is; nothing of a file belongs into it.
  public func steerError(_ text: String) {
    _ = send(Array(text.utf8), to: error)
  }

  /// Returns zero, or the system's number for what went wrong.
  private func send(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var sent = 0
    while sent < bytes.count {
      let count = unsafe bytes[sent...].withUnsafeBytes { rest in
        unsafe write(descriptor, rest.baseAddress, rest.count)
      }
      if count >= 0 {
        sent += count
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }
}

/// A stream that cannot be written to.
public enum StreamError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The standard output failed with one of the system's error numbers.
  case outputFailed(code: Int32)

  public var description: String {
    switch self {
    case .outputFailed(let code):
      unsafe "Cannot write to the standard output: \(String(cString: strerror(code)))"
    }
  }
}
