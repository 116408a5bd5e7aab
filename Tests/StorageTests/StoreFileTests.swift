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

  @Test func aStoreInAMissingFolderIsRefusedInSQLitesWords() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("none/new.sqlite")
    #expect(complaint(path, creating: true) == "\(path): unable to open database file")
    #expect(try folder.contents().isEmpty)
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
    do { try Connection(path: path, creating: true).execute(sql) }
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
    do { try Connection(path: path, creating: true).execute("PRAGMA user_version = 2") }
    let before = try bytes(path)
    #expect(
      complaint(path)
        == "\(path): written by a later version of minhbach (schema 2); use that one")
    #expect(throws: StorageError.tooNew(path: path, version: 2)) {
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
}
