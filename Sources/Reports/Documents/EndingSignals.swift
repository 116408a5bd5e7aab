import Glibc
import Synchronization

/// The signals that ask a program to end, taken while there is something to be cleared away before.
///
/// By handlers, not by a mask of the thread that waits: the threads of libraries mask nothing, and a signal
/// goes to any thread that lets it through, whose default it would then be to end the program at once.
internal enum EndingSignals {
  /// What a terminal's Ctrl-C, `kill` and the end of a session send.
  fileprivate static let numbers = [SIGINT, SIGTERM, SIGHUP]
  fileprivate static let holders = Mutex(Holders())

  /// How many hold the signals, and what was done with them before.
  fileprivate struct Holders {
    var count = 0
    var previous: [Int32: __sighandler_t?] = [:]
  }

  /// The signal that came since they are held; nil while none has.
  internal static var taken: Int32? {
    let number = firstSignal.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }

  /// Holds the signals while something is done.
  ///
  /// A signal that the program ignores, as under `nohup`, stays ignored. Children that have ended can be asked
  /// how they did meanwhile, also where whoever started the program had the system forget them.
  ///
  /// - Parameter body: what is done; it looks at `taken`.
  /// - Returns: what `body` does.
  /// - Throws: what `body` throws.
  internal static func held<Result>(during body: () throws -> Result) rethrows -> Result {
    holders.withLock { $0.begin() }
    defer { holders.withLock { $0.end() } }
    return try body()
  }
}

extension EndingSignals.Holders {
  fileprivate mutating func begin() {
    count += 1
    guard count == 1 else { return }
    firstSignal.store(0, ordering: .relaxed)
    for number in EndingSignals.numbers where !Self.isIgnored(number) {
      previous[number] = signal(number) { number in
        _ = firstSignal.compareExchange(expected: 0, desired: number, ordering: .relaxed)
      }
    }
    if Self.isIgnored(SIGCHLD) { previous[SIGCHLD] = signal(SIGCHLD, SIG_DFL) }
  }

  fileprivate mutating func end() {
    count -= 1
    guard count == 0 else { return }
    for (number, handler) in previous { _ = signal(number, handler) }
    previous = [:]
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard unsafe sigaction(number, nil, &action) == 0 else { return false }
    // Handlers cannot be compared but by their addresses.
    return unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}

/// The first signal that came while they were held; all that a handler may touch.
private let firstSignal = Atomic<Int32>(0)
