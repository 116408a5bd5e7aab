import ArgumentParsing

/// A line on the terminal that tells how far a long work has come.
///
/// Nothing is drawn in the first second, nor where standard error is no terminal, or a dumb one.
struct ProgressBar {
  private let streams: StandardStreams
  private let total: Int
  private let isShown: Bool
  private let started = ContinuousClock.now
  private var isDrawn = false

  /// Prepares to tell of a number of steps.
  init(steps: Int, quiet: Bool, streams: StandardStreams) {
    self.streams = streams
    total = max(steps, 1)
    isShown = !quiet && streams.isErrorTerminal && !OutputOptions.isDumb()
  }

  /// Tells that a number of steps are done, and what comes next.
  mutating func show(done: Int, next: String) {
    guard isShown, ContinuousClock.now - started > .seconds(1) else { return }
    let filled = Self.width * done / total
    let bar =
      String(repeating: "█", count: filled) + String(repeating: "░", count: Self.width - filled)
    streams.steerError("\r")
    // What comes next may be the name of a file or of a unit in it.
    streams.writeError("\(bar) \(done) of \(total)  \(next)")
    streams.steerError("\u{1B}[K")
    isDrawn = true
  }

  /// Takes the line away.
  mutating func finish() {
    guard isDrawn else { return }
    streams.steerError("\r\u{1B}[K")
    isDrawn = false
  }

  private static let width = 24
}
