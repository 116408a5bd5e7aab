import ArgumentParsing
import Glibc
import Testing

/// A terminal without a person: what would be typed is given beforehand.
@safe
struct PseudoTerminal: ~Copyable {
  private let person: Int32
  private let program: Int32
  private let output: Int32

  init() throws {
    var (person, program): (Int32, Int32) = (-1, -1)
    try #require(unsafe openpty(&person, &program, nil, nil, nil) == 0)
    // What was shown is read up to where nothing is left.
    try #require(fcntl(person, F_SETFL, O_NONBLOCK) == 0)
    (self.person, self.program) = (person, program)
    output = unsafe open("/dev/null", O_WRONLY)
  }

  deinit {
    for descriptor in [person, program, output] { _ = close(descriptor) }
  }

  /// The terminal as a program's streams; answers go nowhere.
  var streams: StandardStreams {
    StandardStreams(input: program, output: output, error: program)
  }

  /// Types a text, which waits until the program reads it.
  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = unsafe write(person, bytes, bytes.count)
  }

  /// What the program has shown so far.
  func shown() -> String {
    var text: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = unsafe read(person, &piece, piece.count), count > 0 {
      text += piece[..<count]
    }
    return String(decoding: text, as: UTF8.self)
  }
}
