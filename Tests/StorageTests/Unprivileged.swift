import Foundation
import Glibc
import Testing

/// Runs a closure on a thread of its own for which the permissions of files hold, also under root.
///
/// Linux keeps the user that files are opened as for each thread, see setfsuid(2).
func unprivileged<Result: Sendable>(_ body: @escaping @Sendable () -> Result) throws -> Result {
  guard geteuid() == 0 else { return body() }
  typealias Setter = @convention(c) (uid_t) -> Int32
  let group = unsafe try #require(dlsym(nil, "setfsgid"))
  let user = unsafe try #require(dlsym(nil, "setfsuid"))
  let setters = unsafe [group, user].map { unsafe unsafeBitCast($0, to: Setter.self) }
  let nobody: uid_t = 65534
  let answer = Answer<Result>()
  let done = DispatchSemaphore(value: 0)
  Thread.detachNewThread {
    for set in setters { _ = set(nobody) }
    answer.value = body()
    done.signal()
  }
  done.wait()
  return try #require(answer.value)
}

/// What a thread hands over; the semaphore orders the two.
private final class Answer<Value: Sendable>: @unchecked Sendable {
  var value: Value?
}
