import Foundation
import Glibc
import TestSupport
import Testing

@testable import Tables
@testable import minhbach

/// `minhbach plan --document` as a program among others: files, signals, time.
@Suite struct PlanDocumentRunTests {
  private static let plan = [
    "plan", "Đắk Nông", "--year", "2019", "--rank", "40", "--by", "2020", "--draws", "100",
    "--quiet",
  ]
  private let folder: TemporaryDirectory

  init() throws { folder = try TemporaryDirectory() }

  /// The variables of a run whose converter is a script, and whose temporary files can be looked at.
  private func environment(_ script: String) throws -> [String: String] {
    let path = folder.file("soffice")
    try TextFile.write("#!/bin/sh\n\(script)\n", to: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    try FileManager.default.createDirectory(
      atPath: folder.file("tmp"), withIntermediateDirectories: true)
    return ["PATH": folder.path + ":/usr/bin:/bin", "TMPDIR": folder.file("tmp")]
  }

  private func leftBehind() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.file("tmp"))
  }

  @Test func aFileOfOnesOwnIsNeverWrittenOver() throws {
    let own = folder.file("own.html")
    try TextFile.write("mine", to: own)
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("link.html"), withDestinationPath: own)
    let cases: [(String, [String])] = [
      (
        "--document and --template name the same file, \(own)",
        ["--document", own, "--template", own]
      ),
      (
        "--document and --template name the same file, \(own)",
        ["--document", own, "--template", folder.file("link.html")]
      ),
      (
        "--document and --output name the same file, \(own)",
        ["--document", own, "--output", own, "--format", "csv"]
      ),
      (
        "--document and --agencies name the same file, \(own)",
        ["--document", own, "--agencies", own]
      ),
      (
        "--output and --calendar name the same file, \(own)",
        ["--output", own, "--format", "csv", "--calendar", own]
      ),
    ]
    for (message, options) in cases {
      expectRefusal("Error: \(message).", code: 64, Self.plan + options)
    }
    expectRefusal(
      "Error: \(own) is there already: --write-template replaces no file.", code: 64,
      ["plan", "--write-template", own])
    expectRefusal(
      "Error: --write-template stands alone: it writes nothing else.", code: 64,
      ["plan", "--write-template", folder.file("new.html"), "--output", folder.file("x.csv")])
    try " \n".write(toFile: folder.file("blank.html"), atomically: true, encoding: .utf8)
    expectRefusal(
      "Error: blank.html: the template is empty", code: 65,
      Self.plan + [
        "--document", folder.file("paper.html"), "--template", folder.file("blank.html"),
      ])
    try FileManager.default.removeItem(atPath: folder.file("blank.html"))
    #expect(try String(contentsOfFile: own, encoding: .utf8) == "mine")
    #expect(try folder.contents() == ["link.html", "own.html"])
  }

  @Test(.timeLimit(.minutes(2)), arguments: [SIGINT, SIGTERM, SIGHUP])
  func aSignalEndsTheConverterAndLeavesNothingBehind(signal: Int32) throws {
    let (mark, late) = (folder.file("mark"), folder.file("late"))
    let (process, error) = try Program.start(
      try Program.path(), Self.plan + ["--document", folder.file("plan.docx")],
      environment: environment("(sleep 4; touch '\(late)') & echo $$ > '\(mark)'; wait"))
    while !FileManager.default.fileExists(atPath: mark), process.isRunning { usleep(10_000) }
    try #require(process.isRunning)
    kill(process.processIdentifier, signal)
    let message = String(
      decoding: error.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    // As a shell tells of one that a signal ended.
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 128 + signal)
    #expect(message == "Error: broken off by signal \(signal): no document was written\n")
    #expect(try leftBehind() == [])
    #expect(!FileManager.default.fileExists(atPath: folder.file("plan.docx")))
    Thread.sleep(forTimeInterval: 4.5)
    #expect(!FileManager.default.fileExists(atPath: late), "what the converter started goes on")
  }

  @Test func aSignalThatWhoeverStartsTheProgramIgnoresStaysIgnored() throws {
    let variables = try environment(Self.conversion(before: "kill -HUP $PPID; sleep 0.2"))
    let path = folder.file("plan.docx")
    let command = "trap '' HUP; exec \"$@\""
    let (process, _) = try Program.start(
      "/bin/sh", ["-c", command, "sh", try Program.path()] + Self.plan + ["--document", path],
      environment: variables)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(FileManager.default.fileExists(atPath: path))
  }

  /// As under some services and in some containers.
  @Test func aDocumentIsMadeAlsoWhereTheSystemForgetsChildren() throws {
    let variables = try environment(Self.conversion(before: ""))
    let path = folder.file("plan.docx")
    let (process, error) = try Program.start(
      "/usr/bin/python3",
      [
        "-c",
        "import os, signal, sys; signal.signal(signal.SIGCHLD, signal.SIG_IGN); os.execv(sys.argv[1], sys.argv[1:])",
        try Program.path(),
      ] + Self.plan + ["--document", path], environment: variables)
    let message = String(
      decoding: error.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(message)")
    #expect(FileManager.default.contents(atPath: path)?.isEmpty == false)
    #expect(try leftBehind() == [])
  }

  /// A converter that gives the document as it is.
  private static func conversion(before: String) -> String {
    """
    \(before)
    while [ $# -gt 1 ]; do case "$1" in --outdir) out="$2";; --convert-to) kind="${2%%:*}";; esac; shift; done
    cp "$1" "$out/document.$kind"
    """
  }

  @Test(
    .enabled(
      if: InstalledProgram.libreOffice != nil,
      "no LibreOffice: apt-get install libreoffice-writer-nogui"),
    arguments: ["docx", "pdf"])
  func theTimeOfMakingIsThatOfTheEnvironment(ending: String) throws {
    func bytes(_ name: String, _ time: String) throws -> Data {
      let path = folder.file("\(name).\(ending)")
      let run = try Program.run(
        Self.plan + ["--document", path],
        environment: [
          "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "SOURCE_DATE_EPOCH": time,
        ])
      #expect(run.code == 0, "\(run.error)")
      return try #require(FileManager.default.contents(atPath: path))
    }
    let one = try bytes("a", "1600000000")
    // The times of archives are told in two seconds.
    Thread.sleep(forTimeInterval: 2.1)
    #expect(try bytes("b", "1600000000") == one)
    #expect(try bytes("c", "1500000000") != one)
  }
}
