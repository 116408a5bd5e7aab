import Dispatch
import Glibc
import Synchronization

/// Independent repetitions of a piece of work, shared among threads.
///
/// The one place where methods run in parallel. Each replicate has its own generator, known by the seed
/// and its number; work is cut into chunks whose size does not depend on the number of threads, and
/// results are placed by index. The same seed gives the same bytes on one thread or many.
public struct Replicates: Sendable, Hashable {
  /// What the study is repeated by.
  public let seed: UInt64
  /// How many threads work at most.
  public let threads: Int

  /// The number of processors of this machine.
  public static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Prepares replicates.
  ///
  /// - Parameters:
  ///   - seed: what the study is repeated by.
  ///   - threads: how many threads work at most; nil for as many as there are processors.
  /// - Precondition: there is at least one thread.
  public init(seed: UInt64, threads: Int? = nil) {
    precondition(threads ?? 1 >= 1, "work needs one thread at least")
    self.seed = seed
    self.threads = threads ?? Self.processors
  }

  /// The generator of one replicate.
  ///
  /// - Parameter replicate: its number, from zero.
  /// - Returns: the same numbers each time it is asked for.
  public func generator(_ replicate: Int) -> ReplicateGenerator {
    ReplicateGenerator(seed: seed, replicate: replicate)
  }

  /// Does a piece of work once for each replicate of a range.
  ///
  /// - Parameters:
  ///   - replicates: the numbers of the replicates.
  ///   - work: what is done with the number of a replicate and its random numbers.
  /// - Returns: one result per replicate, in their order.
  /// - Throws: the error of the first replicate that fails.
  public func map<Result: Sendable, Failure: Error>(
    _ replicates: Range<Int>,
    _ work: @Sendable (Int, inout ReplicateGenerator) throws(Failure) -> Result
  ) throws(Failure) -> [Result] {
    let parts = try chunks(of: replicates) { (chunk: Range<Int>) throws(Failure) in
      var results: [Result] = []
      results.reserveCapacity(chunk.count)
      for replicate in chunk {
        var random = generator(replicate)
        results.append(try work(replicate, &random))
      }
      return results
    }
    return parts.flatMap { $0 }
  }

  /// Cuts a range into chunks and works on them in parallel.
  ///
  /// For work that wants room of its own, or sums up what it finds: the chunk is the unit.
  ///
  /// - Parameters:
  ///   - range: what is cut.
  ///   - length: the length of a chunk, the last excepted; a chunk should take 50 µs or more.
  ///   - work: what is done with a chunk.
  /// - Returns: one result per chunk, in their order.
  /// - Throws: the error of the first chunk that fails.
  /// - Precondition: the length is above zero.
  public func chunks<Result: Sendable, Failure: Error>(
    of range: Range<Int>, length: Int = 64,
    _ work: @Sendable (Range<Int>) throws(Failure) -> Result
  ) throws(Failure) -> [Result] {
    precondition(length > 0, "a chunk cannot be empty")
    let chunks = stride(from: range.lowerBound, to: range.upperBound, by: length)
      .map { $0..<min($0 + length, range.upperBound) }
    let results = Mutex<[Swift.Result<Result, Failure>?]>(
      Array(repeating: nil, count: chunks.count))
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: min(threads, chunks.count)) { _ in
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < chunks.count else { break }
        let result: Swift.Result<Result, Failure>
        do throws(Failure) {
          result = .success(try work(chunks[index]))
        } catch {
          result = .failure(error)
        }
        results.withLock { $0[index] = result }
      }
    }
    var found: [Result] = []
    found.reserveCapacity(chunks.count)
    for result in results.withLock({ $0 }) {
      // concurrentPerform returns when every chunk has been worked on.
      guard let result else { preconditionFailure("a chunk was left out") }
      found.append(try result.get())
    }
    return found
  }
}
