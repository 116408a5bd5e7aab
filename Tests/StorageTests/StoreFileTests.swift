import Foundation
import TestSupport
import Testing

@testable import Storage

@Suite struct StoreFileTests {
  private func complaint(_ path: String, creating: Bool = false) -> String? {
    message { _ = try PanelStore(path: path, creating: creating).figures() }
  }

  private func bytes(_ path: String) throws -> Data {
    try Data(contentsOf: URL(filePath: path))
  }

  @Test func aMissingFileIsRefusedAndNeverMade() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("none.sqlite")
    #expect(
      complaint(path)
        == "\(path): no such store; make one with 'minhbach ingest FILE… --store \(path)'")
    #expect(throws: StorageError.missing(path: path)) { _ = try PanelStore(path: path).figures() }
    #expect(try folder.contents().isEmpty)
  }

  @Test func aFileIsMadeOnlyWhenAskedFor() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("new.sqlite")
    #expect(complaint(path, creating: true) == nil)
    #expect(try folder.contents() == ["new.sqlite"])
    let before = try bytes(path)
    #expect(complaint(path) == nil)
    #expect(complaint(path, creating: true) == nil)
    #expect(try bytes(path) == before)
  }

  @Test func aStoreInAMissingFolderIsRefused() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("none/new.sqlite")
    #expect(
      complaint(path, creating: true)
        == "\(path): cannot be opened; check that its folder is there, and the permissions of both")
    #expect(complaint(path)?.hasPrefix("\(path): no such store") == true)
    #expect(try folder.contents().isEmpty)
  }

  /// A view that never ends, and a trigger that takes away what is saved.
  @Test(arguments: [
    "ALTER TABLE figures RENAME TO own; CREATE VIEW figures AS WITH RECURSIVE endless(year) AS "
      + "(SELECT 1 UNION ALL SELECT year FROM endless) SELECT * FROM endless",
    "CREATE TRIGGER thief AFTER INSERT ON figures BEGIN DELETE FROM figures; END",
  ])
  func aStoreThatActsByItselfIsRefused(_ sql: String) throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("store.sqlite")
    #expect(complaint(path, creating: true) == nil)
    try Connection(path: path, access: .writing).execute(sql)
    for creating in [false, true] {
      #expect(
        complaint(path, creating: creating)
          == "\(path): not a store of minhbach; name another file with --store")
    }
  }

  // SQLite itself takes a file of one byte as empty: two are the least.
  @Test(arguments: [2, 20, 1000, 10_000])
  func aFileThatIsNoDatabaseIsRefusedAndLeftAlone(_ size: Int) throws {
    let folder = try TemporaryDirectory()
    let content = (0..<size).map { UInt8(ascii: "a") + UInt8($0 % 26) }
    let path = try folder.write(content, as: "text.csv")
    for creating in [false, true] {
      #expect(
        complaint(path, creating: creating)
          == "\(path): not a store of minhbach; name another file with --store")
    }
    #expect(try bytes(path) == Data(content))
    #expect(try folder.contents() == ["text.csv"])
  }

  @Test(arguments: [
    "CREATE TABLE figures (year INTEGER)",
    "CREATE TABLE figures (year INTEGER); PRAGMA user_version = 1",
    "PRAGMA application_id = 7", "PRAGMA application_id = 7; PRAGMA user_version = 1",
    "PRAGMA application_id = 0x6D6E6862; PRAGMA user_version = -1",
  ])
  func aForeignDatabaseIsRefusedAndLeftAlone(_ sql: String) throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("foreign.sqlite")
    do { try Connection(path: path, access: .writing).execute(sql) }
    let before = try bytes(path)
    #expect(!before.isEmpty)
    for creating in [false, true] {
      #expect(
        complaint(path, creating: creating)
          == "\(path): not a store of minhbach; name another file with --store")
    }
    #expect(try bytes(path) == before)
  }

  @Test func aNewerSchemaIsRefusedAndLeftAlone() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("newer.sqlite")
    #expect(complaint(path, creating: true) == nil)
    do { try Connection(path: path, access: .writing).execute("PRAGMA user_version = 3") }
    let before = try bytes(path)
    #expect(
      complaint(path)
        == "\(path): written by a later version of minhbach (schema 3); use that one")
    #expect(throws: StorageError.tooNew(path: path, version: 3)) {
      _ = try PanelStore(path: path).figures()
    }
    #expect(try bytes(path) == before)
  }

  @Test func aDamagedStoreIsRefused() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("damaged.sqlite")
    #expect(complaint(path, creating: true) == nil)
    var content = try bytes(path)
    // The header of 100 bytes stays; the pages behind it do not.
    for index in 100..<content.count { content[index] = 0xFF }
    try content.write(to: URL(filePath: path))
    #expect(
      complaint(path)
        == "\(path): the store is damaged; make it anew with 'minhbach ingest FILE… --store NEW'")
  }

  @Test func anEmptyFileBecomesAStoreOnlyWhenOneIsMade() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write([], as: "empty.sqlite")
    #expect(
      complaint(path)
        == "\(path): the store is empty; fill it with 'minhbach ingest FILE… --store \(path)'")
    #expect(try bytes(path).isEmpty)
    #expect(complaint(path, creating: true) == nil)
    #expect(complaint(path) == nil)
  }

  @Test func tablesAreStrictAndReferencesHold() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("new.sqlite")
    #expect(complaint(path, creating: true) == nil)
    let connection = try Connection(path: path, access: .writing)
    #expect(
      message { try connection.execute("INSERT INTO files (name, sha256) VALUES (x'00', NULL)") }
        == "\(path): cannot store BLOB value in TEXT column files.name")
    let figure = "VALUES (2017, 'cost', 'kontum', 1, 7, NULL, NULL, '')"
    #expect(
      message { try connection.execute("INSERT INTO figures \(figure)") }
        == "\(path): FOREIGN KEY constraint failed")
    let names = try connection.rows("SELECT name FROM sqlite_schema WHERE type = 'table'") {
      $0.text(0)
    }
    #expect(Set(names) == ["files", "figures", "superseded", "remarks"])
    #expect(
      try connection.integer("SELECT count(*) FROM pragma_table_list WHERE strict") == names.count)
  }

  @Test func aStoreKeepsALogOnlyWhileItIsOpen() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("figures.sqlite")
    do {
      let store = try PanelStore(path: path, creating: true)
      try store.save(MadeUp.file("a", MadeUp.entry(2017, [[1], [2]])))
      #expect(
        try folder.contents() == ["figures.sqlite", "figures.sqlite-shm", "figures.sqlite-wal"])
      // What has been saved is in the file already: a copy of it alone is whole.
      try bytes(path).write(to: URL(filePath: folder.file("copy.sqlite")))
      #expect(try PanelStore(path: folder.file("copy.sqlite")).figures() == store.figures())
    }
    #expect(try folder.contents() == ["copy.sqlite", "figures.sqlite"])
    let before = try bytes(path)
    #expect(try PanelStore(path: path).figures().count == 2)
    #expect(try bytes(path) == before)
    #expect(try folder.contents() == ["copy.sqlite", "figures.sqlite"])
  }

  @Test func readingNeverWrites() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("figures.sqlite")
    try PanelStore(path: path, creating: true).save(
      MadeUp.file("a", MadeUp.entry(2017, [[1], [2]])))
    let store = try PanelStore(path: path)
    #expect(
      message { try store.save(MadeUp.file("b", MadeUp.entry(2018, [[1], [2]]))) }
        == "\(path): may not be written; change the permissions of the file and its folder, "
        + "or name a copy with --store")
    #expect(try store.figures().count == 2)
  }

  @Test func aFrozenStoreIsReadWhateverItsNameLooksLike() throws {
    let folder = try TemporaryDirectory()
    for name in ["Đắk Nông.sqlite", "a?b#c%41.sqlite", "a b&mode=rw", "file:x"] {
      let path = folder.file(name)
      try PanelStore(path: path, creating: true).save(
        MadeUp.file("a", MadeUp.entry(2017, [[1], [2]])))
      let connection = try Connection(path: path, access: .frozen)
      #expect(try connection.integer("SELECT count(*) FROM figures") == 2)
      #expect(try !folder.contents().contains { $0.hasSuffix("-shm") })
    }
  }

  @Test func aStoreThatIsNotThereHoldsNothingWhereThatMayBe() throws {
    let folder = try TemporaryDirectory()
    let empty = try folder.write([], as: "empty.sqlite")
    for path in [folder.file("none.sqlite"), empty] {
      #expect(try PanelStore.ifAny(path: path).figures().isEmpty)
    }
    #expect(try folder.contents() == ["empty.sqlite"])
    let text = try folder.write(Array("not a store at all".utf8), as: "text")
    #expect(throws: StorageError.notAStore(path: text)) { _ = try PanelStore.ifAny(path: text) }
  }
}
