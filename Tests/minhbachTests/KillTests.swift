import Foundation
import Glibc
import Panels
import TestSupport
import Testing

@testable import Storage

/// The program itself, killed while it stores files.
///
/// No signal handler runs and nothing is flushed: what the store then holds is what a power cut of
/// the program alone would leave.
@Suite(.serialized) struct KillTests {
  private let folder: TemporaryDirectory
  private let files: [String]
  /// The figures of each file: the indicators of all provinces in one year.
  private let figuresPerFile: Int

  init() throws {
    let folder = try TemporaryDirectory()
    self.folder = folder
    let codes = try Bundled.codebook().indicators.filter { $0.subindex == Bundled.subindex }
      .map(\.code)
    let names = try Bundled.gazetteer().provinces(in: 2017).map(\.nameVi)
    figuresPerFile = codes.count * names.count
    files = try (0..<3).map { index in
      var text = "province,year," + codes.joined(separator: ",") + "\n"
      // One is a value that every indicator can have.
      let values = codes.map { _ in "1" }.joined(separator: ",")
      for name in names { text += "\(name),\(2001 + index),\(values)\n" }
      return try folder.write(Array(text.utf8), as: "\(index).csv")
    }
  }

  @Test(.timeLimit(.minutes(5)))
  func killedAtAnyMomentTheStoreHoldsEachFileWholeOrNotAtAll() throws {
    // Runs that are left alone tell how long the program takes, and from when on it writes; the
    // shortest counts, so that others who use the processor do not move the moments past the end.
    var (duration, writing) = (Duration.seconds(1000), Duration.zero)
    for attempt in 0..<3 {
      let whole = folder.file("whole\(attempt).sqlite")
      let started = ContinuousClock.now
      let process = try start(whole)
      while !FileManager.default.fileExists(atPath: whole), process.isRunning { usleep(200) }
      let appeared = ContinuousClock.now - started
      process.waitUntilExit()
      let ended = ContinuousClock.now - started
      try #require(process.terminationStatus == 0)
      #expect(try filesStored(in: whole) == 3)
      if ended < duration { (duration, writing) = (ended, ended - appeared) }
    }

    for step in 0..<50 {
      // Half of the moments are spread over the whole run; half from when the store appears, for
      // reading takes longer than writing. Where the program was done before, an earlier one is taken.
      var share = Double(step) / 50
      var attempt = 0
      while try !killed(at: share, of: step.isMultiple(of: 2) ? (duration, false) : (writing, true))
      {
        share *= 0.7
        attempt += 1
        try #require(attempt < 50, "the program is always done before it can be killed")
      }
    }
  }

  /// Starts the program, kills it, and looks at the store; false where it was done before the kill.
  private func killed(
    at share: Double, of span: (duration: Duration, fromStore: Bool)
  ) throws -> Bool {
    let store = folder.file("\(UUID()).sqlite")
    let process = try start(store)
    if span.fromStore {
      while !FileManager.default.fileExists(atPath: store), process.isRunning { usleep(200) }
    }
    pause(span.duration * share)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try filesStored(in: store)
    return process.terminationReason == .uncaughtSignal
  }

  @Test func afterAKillTheSameCommandFinishesTheWork() throws {
    let store = folder.file("store.sqlite")
    let process = try start(store)
    while !FileManager.default.fileExists(atPath: store), process.isRunning { usleep(200) }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    let again = try start(store)
    again.waitUntilExit()
    #expect(again.terminationStatus == 0)
    #expect(try filesStored(in: store) == 3)
    #expect(
      try folder.contents() == ["0.csv", "1.csv", "2.csv", "store.sqlite"],
      "a log that was left behind has been merged")
  }

  /// The number of files stored, each of them whole and in order, in a store without a fault.
  @discardableResult
  private func filesStored(in path: String) throws -> Int {
    let store = try PanelStore.ifAny(path: path)
    #expect(try store.connection.rows("PRAGMA integrity_check") { $0.text(0) } == ["ok"])
    #expect(try store.connection.rows("PRAGMA foreign_key_check") { $0.text(0) } == [])
    let found = try store.connection.rows(
      "SELECT files.name, count(year) FROM files LEFT JOIN figures ON files.id = file_id "
        + "GROUP BY files.id ORDER BY files.id"
    ) { "\($0.text(0)): \($0.integer(1))" }
    let whole = files.indices.map { "\($0).csv: \(figuresPerFile)" }
    #expect(found == Array(whole.prefix(found.count)))
    return found.count
  }

  private func start(_ store: String) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: try Program.path())
    process.arguments = ["ingest"] + files + ["--store", store, "--quiet"]
    process.environment = ["MINHBACH_DATA": Bundled.checkout + "/datasets"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  private func pause(_ duration: Duration) {
    let (seconds, attoseconds) = duration.components
    usleep(UInt32(max(0, seconds * 1_000_000 + attoseconds / 1_000_000_000_000)))
  }
}
