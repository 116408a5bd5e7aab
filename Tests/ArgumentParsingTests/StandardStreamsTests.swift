import ArgumentParsing
import Testing

#if canImport(Glibc)
  import Glibc
#endif

struct StandardStreamsTests {
  @Test func bytesArriveUnchanged() throws {
    struct Command: ParsableCommand {
      var streams = StandardStreams()

      func run() throws {
        try streams.writeOutput("Đà Nẵng\r\n")
        try streams.writeOutput(bytes: [0x50, 0x00, 0x4B])
        try streams.writeOutput("")
        streams.writeError("a")
        streams.writeError("b")
      }
    }
    let outcome = Command.outcome(arguments: [])
    #expect(outcome.standardOutput == "Đà Nẵng\r\nP\0K")
    #expect(outcome.standardError == "ab")
  }

  /// A title for the window, a colour, a bell, a carriage return and the eight-bit form of an escape.
  @Test func aTerminalIsNotSteeredByWhatAComplaintQuotes() {
    struct Command: ParsableCommand {
      var streams = StandardStreams()

      func run() throws {
        streams.writeError("a\u{1B}]0;x\u{7}\tb\r\u{9B}31m\nĐà\n")
        streams.steerError("\r\u{1B}[K")
        throw ValidationError("\u{1B}[2J")
      }
    }
    let error = Command.outcome(arguments: []).standardError
    #expect(
      error.hasPrefix(
        "a\u{FFFD}]0;x\u{FFFD}\tb\u{FFFD}\u{FFFD}31m\nĐà\n\r\u{1B}[KError: \u{FFFD}[2J\n"))
  }

  @Test func longAnswersAreWrittenWhole() {
    struct Command: ParsableCommand {
      static let answer = String(repeating: "0123456789", count: 100_000)
      var streams = StandardStreams()

      func run() throws {
        try streams.writeOutput(Self.answer)
      }
    }
    #expect(Command.outcome(arguments: []).standardOutput == Command.answer)
  }

  @Test func fullDiskIsAnErrorThatSaysSo() throws {
    let full = unsafe open("/dev/full", O_WRONLY)
    try #require(full >= 0)
    defer { close(full) }
    let streams = StandardStreams(output: full, error: full)
    #expect(throws: StreamError.outputFailed(code: ENOSPC)) { try streams.writeOutput("text") }
    streams.writeError("text")
    #expect(
      "\(StreamError.outputFailed(code: ENOSPC))"
        == "Cannot write to the standard output: No space left on device")
  }

  @Test func fileIsNoTerminal() throws {
    let null = unsafe open("/dev/null", O_WRONLY)
    defer { close(null) }
    #expect(!StandardStreams(output: null, error: null).isErrorTerminal)
  }

  @Test func plainStreamsAreThoseOfTheProcess() throws {
    #expect(try Ingest.parse(["a"]).streams == StandardStreams())
  }
}
