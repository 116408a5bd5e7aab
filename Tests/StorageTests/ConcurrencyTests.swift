import Dispatch
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Storage

@Suite struct ConcurrencyTests {
  private let folder: TemporaryDirectory
  private let path: String

  init() throws {
    folder = try TemporaryDirectory()
    path = folder.file("figures.sqlite")
    try PanelStore(path: path, creating: true).save(
      MadeUp.file("a", MadeUp.entry(2017, [[1], [2]])))
  }

  @Test func aSecondWriterGivesUpWithAClearError() throws {
    let first = try Connection(path: path, access: .writing)
    try first.execute("BEGIN IMMEDIATE")
    let second = try PanelStore(path: path, creating: true, patience: 20)
    let file = try MadeUp.file("b", MadeUp.entry(2018, [[1], [2]]))
    #expect(
      message { try second.save(file) }
        == "\(path): another program is writing to the store; run again when it has ended")
    #expect(try second.figures().count == 2)
    try first.execute("COMMIT")
    try second.save(file)
    #expect(try second.figures().count == 4)
  }

  @Test func readersSeeTheStoreAsItWasWhileOneWrites() throws {
    let writer = try Connection(path: path, access: .writing)
    try writer.execute("BEGIN IMMEDIATE; DELETE FROM figures")
    #expect(try PanelStore(path: path, creating: false, patience: 0).figures().count == 2)
    try writer.execute("ROLLBACK")
  }

  /// Every one finds the store locked by others again and again, and none is turned away.
  @Test func writersWaitForOneAnother() throws {
    let fresh = folder.file("fresh.sqlite")
    let faults = Mutex<[String]>([])
    // The first to come makes the store.
    DispatchQueue.concurrentPerform(iterations: 8) { index in
      let fault = message {
        let store = try PanelStore(path: fresh, creating: true)
        let digit = Character(String(index))
        for year in [2001, 2002, 2003] {
          let reading = try MadeUp.entry(year + 3 * index, [[1], [2]])
          try store.save(MadeUp.file(digit, name: "\(index).xlsx", reading))
        }
      }
      if let fault { faults.withLock { $0.append(fault) } }
    }
    #expect(faults.withLock { $0 } == [])
    let store = try PanelStore(path: fresh)
    #expect(try store.figures().count == 8 * 3 * 2)
    #expect(try store.files().count == 8)
  }

  @Test func aFullDiskLeavesTheStoreAsItWas() throws {
    let store = try PanelStore(path: path, creating: true)
    let before = try store.figures()
    let pages = try store.connection.integer("PRAGMA page_count")
    try store.connection.execute("PRAGMA max_page_count = \(pages)")
    let figures = (0..<2000).map { ("province \($0)", Double($0)) }
    let file = try MadeUp.file("b", MadeUp.own(2018, "cost", figures))
    #expect(
      message { try store.save(file) } == "\(path): the disk is full; make room and run again")
    #expect(try store.figures() == before)
    #expect(try store.files().count == 1)
    try store.connection.execute("PRAGMA max_page_count = 1000000")
    try store.save(file)
    #expect(try store.figures().count == 2002)
  }

  @Test func anErrorInTheMiddleLeavesTheStoreAsItWas() throws {
    let store = try PanelStore(path: path, creating: true)
    let before = try store.figures()
    try store.connection.execute(
      "CREATE TRIGGER fault BEFORE INSERT ON remarks BEGIN SELECT raise(FAIL, 'fault'); END")
    let file = try MadeUp.file("b", MadeUp.entry(2017, [[9], [nil]]))
    #expect(message { try store.save(file) } == "\(path): fault")
    #expect(try store.figures() == before)
    #expect(try store.supersededFigures().isEmpty)
    #expect(try store.files().count == 1)
    try store.connection.execute("DROP TRIGGER fault")
    #expect(try store.save(file).replaced.count == 2)
  }
}
