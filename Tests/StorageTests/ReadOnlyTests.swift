import Foundation
import Glibc
import TestSupport
import Testing

@testable import Storage

/// A store in a folder, or in a file, that may only be read.
@Suite struct ReadOnlyTests {
  private let folder: TemporaryDirectory
  private let locked: String
  private let path: String

  init() throws {
    folder = try TemporaryDirectory()
    locked = folder.file("locked")
    path = locked + "/figures.sqlite"
    try FileManager.default.createDirectory(atPath: locked, withIntermediateDirectories: true)
    try PanelStore(path: path, creating: true).save(
      MadeUp.file("a", MadeUp.entry(2017, [[1], [2]])))
  }

  private var contents: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: locked).sorted() }
  }

  private func allow(file: mode_t, folder: mode_t) {
    for name in (try? contents) ?? [] {
      _ = unsafe chmod(locked + "/" + name, file)
    }
    _ = unsafe chmod(locked, folder)
  }

  /// Reads the store, and tells the number of figures or the error.
  private func read() throws -> String {
    let path = path
    return try unprivileged {
      do {
        return "\(try PanelStore(path: path).figures().count) figures"
      } catch {
        return "\(error)"
      }
    }
  }

  /// Writes to the store, and tells the error.
  private func write() throws -> String? {
    let path = path
    let file = try MadeUp.file("b", MadeUp.entry(2018, [[1], [2]]))
    return try unprivileged { message { try PanelStore(path: path, creating: true).save(file) } }
  }

  @Test(arguments: [mode_t(0o444), 0o666], [mode_t(0o555), 0o777])
  func aStoreIsReadWhereNothingMayBeWrittenAndNothingIsLeftBehind(
    file: mode_t, parent: mode_t
  ) throws {
    let before = try Data(contentsOf: URL(filePath: path))
    allow(file: file, folder: parent)
    defer { allow(file: 0o666, folder: 0o777) }
    #expect(try read() == "2 figures")
    #expect(try contents == ["figures.sqlite"])
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
  }

  @Test(arguments: [(mode_t(0o444), mode_t(0o555)), (0o444, 0o777), (0o666, 0o555)])
  func aStoreThatMayNotBeWrittenIsRefused(file: mode_t, parent: mode_t) throws {
    let before = try Data(contentsOf: URL(filePath: path))
    allow(file: file, folder: parent)
    defer { allow(file: 0o666, folder: 0o777) }
    #expect(
      try write() == "\(path): may not be written; change the permissions of the file and its "
        + "folder, or name a copy with --store")
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
  }

  @Test func aStoreCannotBeMadeInAFolderThatMayNotBeWritten() throws {
    allow(file: 0o666, folder: 0o555)
    defer { allow(file: 0o666, folder: 0o777) }
    let path = locked + "/new.sqlite"
    #expect(
      try unprivileged { message { _ = try PanelStore(path: path, creating: true) } }
        == "\(path): cannot be opened; check that its folder is there, and the permissions of both")
    #expect(try contents == ["figures.sqlite"])
  }

  @Test func aLogThatCannotBeMergedIsToldWithTheRemedy() throws {
    // The files of an open store are those a killed program leaves.
    let copy = folder.file("copy")
    do {
      let store = try PanelStore(path: path, creating: true)
      try store.save(MadeUp.file("b", MadeUp.entry(2018, [[1], [2]])))
      try FileManager.default.copyItem(atPath: locked, toPath: copy)
    }
    for name in ["figures.sqlite", "figures.sqlite-wal"] {
      try FileManager.default.removeIfThere(locked + "/" + name)
      try FileManager.default.copyItem(atPath: copy + "/" + name, toPath: locked + "/" + name)
    }
    allow(file: 0o444, folder: 0o555)
    defer { allow(file: 0o666, folder: 0o777) }
    #expect(
      try read() == "\(path): figures still wait in \(path)-wal; copy both files to a folder that "
        + "may be written, and read them there")
    allow(file: 0o666, folder: 0o777)
    #expect(try read() == "4 figures")
    #expect(try contents == ["figures.sqlite"])
  }

  @Test func aFileThatMayNotBeReadIsRefused() throws {
    allow(file: 0, folder: 0o777)
    defer { allow(file: 0o666, folder: 0o777) }
    #expect(
      try read()
        == "\(path): cannot be opened; check that its folder is there, and the permissions of both")
  }
}

extension FileManager {
  fileprivate func removeIfThere(_ path: String) throws {
    if fileExists(atPath: path) { try removeItem(atPath: path) }
  }
}
