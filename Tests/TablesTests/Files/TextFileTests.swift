import FoundationEssentials
import TestSupport
import Testing

@testable import Tables

@Suite struct TextFileTests {
  private func text(at path: String) throws -> String {
    String(decoding: try InputFile.bytes(of: path), as: UTF8.self)
  }

  @Test func missingFoldersAreCreated() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("a/b/Kết quả.txt")
    try TextFile.write("Huế\n", to: path)
    #expect(try text(at: path) == "Huế\n")
  }

  @Test func anExistingFileIsReplacedAndNothingElseLeft() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("x.txt")
    try TextFile.write("a much longer first text", to: path)
    try TextFile.write("second", to: path)
    #expect(try text(at: path) == "second")
    #expect(try folder.contents() == ["x.txt"])
  }

  @Test func aLinkStaysALink() throws {
    let folder = try TemporaryDirectory()
    try TextFile.write("first", to: folder.file("target.txt"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("link.txt"), withDestinationPath: folder.file("target.txt"))
    try TextFile.write("second", to: folder.file("link.txt"))
    #expect(try text(at: folder.file("target.txt")) == "second")
    #expect(try folder.contents() == ["link.txt", "target.txt"])
  }

  @Test func theOldFilesPermissionsStay() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("x.txt")
    try TextFile.write("first", to: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    try TextFile.write("second", to: path)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func aDeviceIsWrittenInPlace() throws {
    try TextFile.write("nothing", to: "/dev/null")
    #expect(try InputFile.bytes(of: "/dev/null") == [])
  }

  @Test func aPathThatCannotBeWrittenIsNamed() throws {
    let folder = try TemporaryDirectory()
    try TextFile.write("x", to: folder.file("x.txt"))
    let below = folder.file("x.txt/y.txt")
    #expect(
      message { try TextFile.write("", to: below) }
        == "\(below) cannot be written: Not a directory")
    #expect(
      message { try TextFile.write("", to: folder.path) }
        == "\(folder.path) cannot be written: it is a folder")
    #expect(
      message { try TextFile.write("", to: folder.path + "/") }
        == "\(folder.path)/ cannot be written: the path names no file")
    #expect(
      message { try TextFile.write("", to: "-") }
        == "- cannot be written: no file is needed for the standard output; ./- is a file of that name"
    )
    #expect(
      message { try TextFile.write("", to: "") }
        == " cannot be written: the path names no file")
  }

  @Test func aLongNameStillFindsATemporaryOne() throws {
    let folder = try TemporaryDirectory()
    let name = String(repeating: "\u{1EBF}", count: 84)
    try TextFile.write("x", to: folder.file(name))
    #expect(try folder.contents() == [name])
  }

  @Test func filesAreReadUpToALimit() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write([UInt8](repeating: 1, count: 2 << 20), as: "x")
    #expect(try InputFile.bytes(of: path, limit: 2 << 20).count == 2 << 20)
    #expect(throws: TableError.unreadableFile(path, reason: "it is larger than 1 MiB; split it")) {
      try InputFile.bytes(of: path, limit: 1 << 20)
    }
  }
}
