import Foundation
import Glibc
import Reports
import TestSupport
import Testing

/// What stands for a converter: a script, since LibreOffice may not be here.
@Suite struct ConverterTests {
  private let folder: TemporaryDirectory

  init() throws { folder = try TemporaryDirectory() }

  /// A converter that is a script; what is given to it stands in `$@`.
  private func converter(_ script: String, timeLimit: Double = 60) throws -> Converter {
    let path = folder.file("soffice")
    try "#!/bin/sh\n\(script)\n".write(toFile: path, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return try Converter(
      environment: ["PATH": folder.path + ":/usr/bin:/bin"], timeLimit: timeLimit)
  }

  /// The folder for what is made, and the document, as the last words name them.
  private static let words = """
    while [ $# -gt 1 ]; do case "$1" in --outdir) out="$2";; --convert-to) kind="${2%%:*}";; esac; shift; done
    """

  @Test func theEndingNamesTheKind() {
    #expect(DocumentFormat(path: "a/b.docx") == .docx)
    #expect(DocumentFormat(path: "Kế hoạch.PDF") == .pdf)
    #expect(DocumentFormat(path: "x.odt") == .odt)
    #expect(DocumentFormat(path: "x.html") == .html)
    #expect(DocumentFormat.allCases.filter { $0.converted == nil } == [.html])
    #expect(DocumentFormat(path: "dd.html/") == nil)
    #expect(DocumentFormat(path: "x.doc") == nil)
    #expect(DocumentFormat(path: "docx") == nil)
    #expect(DocumentFormat(path: "") == nil)
  }

  @Test func withoutAConverterThePackageIsNamed() {
    let error = #expect(throws: ConverterError.self) {
      try Converter(environment: ["PATH": folder.path])
    }
    #expect(error == .missing)
    #expect(
      error?.description
        == "there is no LibreOffice to make DOCX, ODT and PDF: install the Debian package "
        + "libreoffice-writer-nogui, or write the document as .html")
    #expect(throws: ConverterError.missing) { try Converter(environment: [:]) }
  }

  @Test func whatTheProgramWritesIsReturnedAndItsFolderIsGone() throws {
    let seen = folder.file("seen")
    let converter = try converter(
      Self.words + "\ncp \"$1\" \"$out/document.$kind\"; echo \"$HOME\" > '\(seen)'")
    #expect(try converter.convert("<p>Đắk Nông</p>", to: .docx) == Array("<p>Đắk Nông</p>".utf8))
    let home = try String(contentsOfFile: seen, encoding: .utf8).dropLast()
    #expect(home.contains("minhbach-"))
    #expect(!FileManager.default.fileExists(atPath: String(home)))
  }

  @Test func wordsReachTheProgramWithoutAShell() throws {
    let seen = folder.file("seen")
    let converter = try converter(
      "printf '%s\\n' \"$@\" >> '\(seen)'\n" + Self.words
        + "\ncp \"$1\" \"$out/document.$kind\"")
    _ = try converter.convert("$(touch x) `id`", to: .pdf)
    let words = try String(contentsOfFile: seen, encoding: .utf8).split(separator: "\n")
    #expect(words.contains("--infilter=HTML (StarWriter)"))
    #expect(words.contains("pdf:writer_pdf_Export"))
    #expect(words.first?.hasPrefix("-env:UserInstallation=file:///") == true)
  }

  @Test func aRunWithoutADocumentIsTold() throws {
    let silent = try converter("echo 'no export filter' >&2")
    let error = #expect(throws: ConverterError.self) { try silent.convert("", to: .odt) }
    #expect(
      error?.description
        == "\(silent.program) wrote no document (exit 0); is the Debian package libreoffice-writer-nogui "
        + "installed? It said: no export filter")
    let failed = try converter("exit 3")
    let second = #expect(throws: ConverterError.self) { try failed.convert("", to: .odt) }
    #expect(second?.description.contains("(exit 3)") == true)
    let killed = try converter("kill -9 $$")
    let third = #expect(throws: ConverterError.self) { try killed.convert("", to: .odt) }
    #expect(third?.description.contains("(signal 9)") == true)
  }

  @Test func aRunThatDoesNotEndIsBrokenOffWithAllItStarted() throws {
    let mark = folder.file("mark")
    // The inner program would leave a mark, were it not ended with the outer one.
    let converter = try converter("(sleep 2; touch '\(mark)') & wait", timeLimit: 0.3)
    #expect(throws: ConverterError.timeout(converter.program, seconds: 0.3)) {
      try converter.convert("", to: .docx)
    }
    Thread.sleep(forTimeInterval: 2.5)
    #expect(!FileManager.default.fileExists(atPath: mark))
  }

  @Test func aFolderOfTheNameIsNoProgram() throws {
    try FileManager.default.createDirectory(
      atPath: folder.file("first/soffice"), withIntermediateDirectories: true)
    let known = try converter("exit 0")
    let found = try Converter(environment: ["PATH": folder.file("first") + ":" + folder.path])
    #expect(found.program == known.program)
  }

  @Test func theProgramIsStartedAsAShellWouldStartIt() throws {
    let seen = folder.file("seen")
    // A test's thread may mask signals, and the test runner ignores some.
    let converter = try converter(
      "grep -E 'Sig(Blk|Ign)' /proc/self/status > '\(seen)'\n" + Self.words
        + "\ncp \"$1\" \"$out/document.$kind\"")
    signal(SIGPIPE, SIG_IGN)
    _ = try converter.convert("x", to: .docx)
    let lines = try String(contentsOfFile: seen, encoding: .utf8).split(separator: "\n")
    let masks = try lines.map { try #require(UInt64($0.suffix(16), radix: 16)) }
    #expect(masks.count == 2)
    #expect(masks.allSatisfy { $0 & (1 << UInt64(SIGCHLD - 1) | 1 << UInt64(SIGPIPE - 1)) == 0 })
    #expect(masks[0] == 0)
  }

  @Test func theLanguageOfTheDocumentIsToldToTheProgram() throws {
    let seen = folder.file("seen")
    _ = try converter(
      "cp \"$HOME/profile/user/registrymodifications.xcu\" '\(seen)'\n" + Self.words
        + "\ncp \"$1\" \"$out/document.$kind\"")
    let own = try Converter(
      environment: ["PATH": folder.path + ":/usr/bin:/bin"], language: "vi-VN")
    _ = try own.convert("x", to: .docx)
    let settings = try String(contentsOfFile: seen, encoding: .utf8)
    #expect(settings.components(separatedBy: "<value>vi-VN</value>").count == 3)
  }

  /// A text of one's own may come from elsewhere: a style sheet or a picture in it must call nobody.
  @Test(
    .enabled(if: InstalledProgram.libreOffice != nil, "LibreOffice (soffice) is not installed"),
    .timeLimit(.minutes(2)))
  func whatADocumentLinksToIsNotFetched() throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(listener) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = unsafe withUnsafeMutablePointer(to: &address) { address in
      unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        unsafe bind(listener, address, length) + listen(listener, 9)
          + getsockname(listener, address, &length)
      }
    }
    try #require(listener >= 0 && code == 0)
    let place = "http://127.0.0.1:\(UInt16(bigEndian: address.sin_port))"
    let document = try Converter(environment: ProcessInfo.processInfo.environment).convert(
      """
      <html><head><link rel="stylesheet" href="\(place)/a.css"></head>
      <body><p>a<img src="\(place)/a.png"></p></body></html>
      """, to: .odt)
    #expect(document.starts(with: [0x50, 0x4B]))
    // A call would wait to be taken.
    var call = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
    #expect(unsafe poll(&call, 1, 0) == 0)
  }
}
