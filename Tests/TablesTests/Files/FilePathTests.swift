import FoundationEssentials
import TestSupport
import Testing

@testable import Tables

/// Paths: their endings, where they lead, and which are programs.
@Suite struct FilePathTests {
  @Test(arguments: [
    ("a/b.docx", "docx"), ("Kế hoạch.PDF", "pdf"), ("a.b/c.tar.gz", "gz"), ("data.d/x", nil),
    ("x", nil), ("", nil), ("dd.html/", nil), ("x.", ""), (".csv", "csv"), ("a/.csv", "csv"),
  ])
  func theEndingIsThatOfTheNameAlone(path: String, ending: String?) {
    #expect(path.fileEnding == ending)
  }

  @Test func twoPathsToOneFileAreKnown() throws {
    let folder = try TemporaryDirectory()
    let files = FileManager.default
    let path = try folder.write([1], as: "x.html")
    try files.createSymbolicLink(atPath: folder.file("link.html"), withDestinationPath: path)
    try files.createSymbolicLink(atPath: folder.file("here"), withDestinationPath: folder.path)
    #expect(FilePlace(path) == FilePlace(folder.file("link.html")))
    #expect(FilePlace(path) == FilePlace(folder.file("./here/./here//x.html")))
    #expect(FilePlace(path) != FilePlace(folder.file("y.html")))
    // Also where nothing is there yet.
    #expect(FilePlace(folder.file("new/y.html")) == FilePlace(folder.file("here/new/./y.html")))
    #expect(FilePlace(folder.file("new/../y.html")) == FilePlace(folder.file("y.html")))
    let working = files.currentDirectoryPath
    #expect(FilePlace("y.html") == FilePlace(working + "/y.html"))
    #expect(FilePlace("/") == FilePlace("/.."))
    #expect(FilePlace(path).holdsFile)
    #expect(FilePlace(folder.file("link.html")).holdsFile)
    #expect(!FilePlace(folder.path).holdsFile)
    #expect(!FilePlace(folder.file("y.html")).holdsFile)
    #expect(!FilePlace("/dev/null").holdsFile)
  }

  @Test func onlyARegularFileThatMayBeRunIsAProgram() throws {
    let folder = try TemporaryDirectory()
    let files = FileManager.default
    for name in ["a", "b", "c"] {
      try files.createDirectory(
        atPath: folder.file(name), withIntermediateDirectories: true)
    }
    // A folder may be entered, which the system calls executing it.
    try files.createDirectory(
      atPath: folder.file("a/tool"), withIntermediateDirectories: true)
    _ = try folder.write([1], as: "b/tool")
    let program = try folder.write([1], as: "c/tool")
    try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    let folders = ["a", "b", "c"].map(folder.file).joined(separator: ":")
    #expect(ExecutableFile.path(of: ["none", "tool"], in: folders) == program)
    #expect(ExecutableFile.path(of: ["tool"], in: folder.file("a")) == nil)
    #expect(ExecutableFile.path(of: ["tool"], in: "") == nil)
  }

  @Test func bytesAreWrittenInOneStepThroughLinksAndToNoFolder() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("new/plan.html")
    try WholeFile.write([0, 255], to: path)
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("link.html"), withDestinationPath: path)
    try WholeFile.write([3], to: folder.file("link.html"))
    #expect(try InputFile.bytes(of: path) == [3])
    #expect(try folder.contents() == ["link.html", "new"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("new")).count == 1)
    for wrong in [folder.file("dd.html/"), path + "/under.html", folder.path] {
      #expect(throws: TableError.self) { try WholeFile.write([1], to: wrong) }
    }
    #expect(try folder.contents() == ["link.html", "new"])
  }
}
