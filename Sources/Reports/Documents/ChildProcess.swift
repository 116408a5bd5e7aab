import Glibc
import Tables

/// A program that is started without a shell, with its messages in a file.
internal struct ChildProcess {
  /// How a run ended.
  internal enum End: Equatable, CustomStringConvertible {
    case exit(Int32)
    case signal(Int32)
    case timeout
    /// This program was asked to end by a signal, and ended it.
    case interrupted(Int32)
    /// It has ended, and the system does not tell how.
    case unknown
    /// It could not be started.
    case unstarted(Int32)

    internal var description: String {
      switch self {
      case .exit(let code): "exit \(code)"
      case .signal(let number): "signal \(number)"
      case .timeout, .interrupted: "broken off"
      case .unknown: "ended somehow"
      case .unstarted(let code): unsafe String(cString: strerror(code))
      }
    }
  }

  internal let program: String
  internal let arguments: [String]
  internal let environment: [String: String]
  /// The file for what it writes to either stream.
  internal let log: String

  /// Runs the program to its end.
  ///
  /// The child leads a process group of its own: where time runs out, or a signal asks this program to end
  /// (`EndingSignals.taken`), all that it started ends with it.
  ///
  /// - Parameter timeLimit: in seconds.
  /// - Returns: how it ended.
  internal func run(timeLimit: Double) -> End {
    var child: pid_t = 0
    let pause = 0.01
    var passed = 0.0
    var code = start(&child)
    // A program that has just been written is busy for as long as another child, not yet begun, holds it open.
    while code == ETXTBSY, passed < min(1, timeLimit) {
      _ = usleep(UInt32(pause * 1e6))
      passed += pause
      code = start(&child)
    }
    guard code == 0 else { return .unstarted(code) }
    var status: Int32 = 0
    while true {
      let ended = unsafe waitpid(child, &status, WNOHANG)
      if ended == child { break }
      // Children that the system does not keep for those who ask are gone once they have ended.
      if ended < 0, errno != EINTR { return .unknown }
      if let signal = EndingSignals.taken {
        Self.kill(child)
        return .interrupted(signal)
      }
      guard passed < timeLimit else {
        Self.kill(child)
        return .timeout
      }
      _ = usleep(UInt32(pause * 1e6))
      passed += pause
    }
    // As WIFEXITED and WTERMSIG have it, which are macros.
    return status & 0x7F == 0 ? .exit((status >> 8) & 0xFF) : .signal(status & 0x7F)
  }

  /// Ends a child and all that it started.
  private static func kill(_ child: pid_t) {
    _ = Glibc.kill(-child, SIGKILL)
    while waitpid(child, nil, 0) < 0, errno == EINTR {}
  }

  private func start(_ child: inout pid_t) -> Int32 {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(
      &actions, STDOUT_FILENO, log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    unsafe posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    // As a shell would start it, whatever this program ignores or its threads mask.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGCHLD, SIGPIPE] { unsafe sigaddset(&signals, signal) }
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    // Sorted, so that the child never sees another order.
    let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    var strings = CStrings()
    defer { strings.free() }
    return unsafe posix_spawn(
      &child, program, &actions, &attributes, strings.copy([program] + arguments),
      strings.copy(variables))
  }
}
