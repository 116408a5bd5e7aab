import Statistics
import TestSupport
import Testing

@Suite struct ReplicatesTests {
  @Test(arguments: [0, 1, 2, 63, 64, 65, 1000])
  func anyNumberOfThreadsGivesTheSameBits(_ count: Int) {
    func study(threads: Int) -> [UInt64] {
      Replicates(seed: 7, threads: threads).map(0..<count) { replicate, random in
        // Replicates of unequal length, so that threads overtake one another.
        (0..<replicate % 17).reduce(random.uniform()) { sum, _ in sum + random.uniform() }
      }.map(\.bitPattern)
    }
    let serial = study(threads: 1)
    #expect(serial.count == count)
    for threads in [2, 3, 8] { #expect(study(threads: threads) == serial) }
  }

  @Test func aReplicateDoesNotDependOnWhatElseIsAskedFor() {
    let replicates = Replicates(seed: 3)
    let all = replicates.map(0..<200) { _, random in random.next() }
    #expect(replicates.map(150..<160) { _, random in random.next() } == Array(all[150..<160]))
    var random = replicates.generator(199)
    #expect(random.next() == all[199])
    #expect(Replicates(seed: 4).map(0..<200) { _, random in random.next() } != all)
  }

  @Test(arguments: [1, 2, 7, 100, 1000])
  func chunksCoverTheRangeOnceAndInOrder(_ length: Int) {
    for threads in [1, 2, 5] {
      let chunks = Replicates(seed: 0, threads: threads).chunks(of: 3..<103, length: length) { $0 }
      #expect(chunks.flatMap { Array($0) } == Array(3..<103))
      #expect(chunks.dropLast().allSatisfy { $0.count == length })
    }
    #expect(Replicates(seed: 0).chunks(of: 5..<5, length: length) { $0 } == [])
  }

  private struct Refusal: Error, Equatable {
    let replicate: Int
  }

  @Test(arguments: [1, 2, 8])
  func theFirstFailureInOrderIsTheOneThatIsTold(_ threads: Int) {
    let replicates = Replicates(seed: 1, threads: threads)
    #expect(throws: Refusal(replicate: 90)) {
      try replicates.map(0..<1000) { (replicate, _) throws(Refusal) in
        if replicate >= 90 { throw Refusal(replicate: replicate) }
        return replicate
      }
    }
  }

  @Test func mistakesTrap() async {
    await #expect(processExitsWith: .failure) { _ = Replicates(seed: 1, threads: 0) }
    await #expect(processExitsWith: .failure) {
      _ = Replicates(seed: 1).chunks(of: 0..<3, length: 0) { $0 }
    }
  }
}
