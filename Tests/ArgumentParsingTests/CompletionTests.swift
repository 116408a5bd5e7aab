import ArgumentParsing
import Foundation
import Testing

struct CompletionTests {
  /// Runs a shell on a script and returns what it printed, both streams together.
  private static func run(_ shell: String, _ arguments: [String]) throws -> (String, Int32) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [shell] + arguments
    process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/tmp"]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (String(decoding: data, as: UTF8.self), process.terminationStatus)
  }

  private static func has(_ shell: String) -> Bool {
    ["/bin/", "/usr/bin/"].contains { FileManager.default.isExecutableFile(atPath: $0 + shell) }
  }

  /// Runs a body with a new folder that holds a file and a folder, whose names have spaces.
  private static func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let inner = folder.appending(path: "năm 2017")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    try Data().write(to: folder.appending(path: "PCI 2017.xlsx"))
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  /// Returns what bash offers for the last of the words, as it splits them.
  private static func bashReplies(_ words: [String]) throws -> [String] {
    try withFolder { folder in
      let script = folder.appending(path: ".script")
      try Data(Program.completionScript(for: .bash).utf8).write(to: script)
      let driver = """
        cd "$1"; source "$2"; shift 2
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
        _minhbach
        [[ ${#COMPREPLY[@]} -gt 0 ]] && printf '%s\\n' "${COMPREPLY[@]}"
        """
      let arguments = ["--norc", "-c", driver, "driver", folder.path(), script.path()]
      let (output, _) = try run("bash", arguments + ["minhbach"] + words)
      return output.split(separator: "\n").map(String.init)
    }
  }

  static let replies: [(words: [String], replies: [String])] = [
    ([""], ["score", "ingest", "store", "ending", "help"]),
    (["s"], ["score", "store"]),
    (["-"], ["--version", "-h", "--help"]),
    (["help", "in"], ["ingest"]),
    (["store", ""], ["check", "clean"]),
    (["store", "--path", "check", "c"], ["check", "clean"]),
    (["score", "--f"], ["--format"]),
    (["score", "--trac"], []),
    (["score", "--format", ""], ["table", "csv", "json"]),
    (["score", "--format", "=", "c"], ["csv"]),
    (["score", "--format", "="], ["table", "csv", "json"]),
    (["score", "--format=j"], ["--format=json"]),
    (["score", "--year", "-5", "--format", "t"], ["table"]),
    (["score", "Hà"], [#"Hà\ Nội"#, #"Hà\ Nam"#]),
    (["score", #"Hà\ N"#], [#"Hà\ Nội"#, #"Hà\ Nam"#]),
    (["score", "'Đ"], ["Đắk Nông"]),
    (["score", "--year", "2017", "-q", "Đ"], [#"Đắk\ Nông"#]),
    (["score", "Huế", ""], []),
    (["score", "--output", "P"], ["PCI 2017.xlsx"]),
    (["score", "-o", "P"], ["PCI 2017.xlsx"]),
    (["score", "--output=P"], ["--output=PCI 2017.xlsx"]),
    (["ingest", "P"], ["PCI 2017.xlsx"]),
    (["ingest", "a", "b", "P"], ["PCI 2017.xlsx"]),
    (["ingest", "--folder", ""], ["năm 2017"]),
    (["ingest", "--", "-"], []),
    (["ending", "o"], ["other-help"]),
  ]

  @Test(.enabled(if: has("bash")), arguments: replies)
  func bashOffersWhatCanFollow(words: [String], replies: [String]) throws {
    #expect(try Self.bashReplies(words) == replies)
  }

  @Test(arguments: [CompletionShell.bash, .zsh, .fish])
  func shellAcceptsItsScript(shell: CompletionShell) throws {
    guard Self.has(shell.rawValue) else { return }
    let scripts = [
      Program.completionScript(for: shell), Defaulting.completionScript(for: shell),
      Store.Clean.completionScript(for: shell),
    ]
    for script in scripts {
      try Self.withFolder { folder in
        let file = folder.appending(path: "script")
        try Data(script.utf8).write(to: file)
        let (output, status) = try Self.run(shell.rawValue, ["-n", file.path()])
        #expect(output == "")
        #expect(status == 0)
      }
    }
  }

  @Test(
    .enabled(if: has("fish")),
    arguments: [
      ("", ["ending", "help", "ingest", "score", "store"]),
      ("store --path check c", ["check", "clean"]),
      ("score --format ", ["csv", "json", "table"]),
      ("score --format=j", ["--format=json"]),
      ("score --for", ["--format"]),
      ("score Hà", ["Hà Nam", "Hà Nội"]),
      ("help in", ["ingest"]),
    ])
  func fishOffersWhatCanFollow(line: String, replies: [String]) throws {
    let offered = try Self.withFolder { folder in
      let file = folder.appending(path: ".script")
      try Data(Program.completionScript(for: .fish).utf8).write(to: file)
      let driver = "cd \(folder.path()); source .script; complete -C 'minhbach \(line)'"
      return try Self.run("fish", ["--no-config", "-c", driver]).0
    }
    let words = offered.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
    #expect(words.sorted() == replies)
  }

  @Test(arguments: [CompletionShell.bash, .zsh, .fish])
  func programPrintsItsScripts(shell: CompletionShell) {
    let script = Program.completionScript(for: shell)
    let option = "--generate-completion-script"
    for words in [
      [option, shell.rawValue], ["\(option)=\(shell)"], ["score", option, "\(shell)"],
    ] {
      let outcome = Program.outcome(arguments: words)
      #expect(outcome.standardOutput == script)
      #expect(outcome.exitCode == .success)
    }
    #expect(!script.contains("trace"))
  }

  @Test func zshScriptDescribesEveryProperty() {
    let script = Program.completionScript(for: .zsh)
    let lines: [String] = [
      "#compdef minhbach",
      "'(-y --year)-y[The year to score.]:year:_files' \\",
      "'(-y --year)--year=[The year to score.]:year:_files' \\",
      "'*--weight=[A weight, once per dimension.]:weight:_files' \\",
      "'(--format)--format=[How to write the answer.]:format:(table csv json)' \\",
      #"'::province:(Hà\ Nội Hà\ Nam Đắk\ Nông)'"#,
      "'(--folder)--folder=[The folder of the store.]:folder:_files -/' \\",
      "'*:files:_files'",
      "'score:Rebuild scores and ranks beside the published ones.'",
      "'check') _minhbach_store_check ;;",
    ]
    for line in lines {
      #expect(script.contains(line + "\n"), "\(line)")
    }
  }

  @Test func fishScriptDescribesEveryProperty() {
    let script = Program.completionScript(for: .fish)
    let start = "complete -c minhbach -n '__minhbach_at minhbach"
    let lines: [String] = [
      "\(start)' -f -a 'score' -d 'Rebuild scores and ranks beside the published ones.'",
      "\(start) score' -s y -l year -r -F -d 'The year to score.'",
      "\(start) score' -l format -r -f -a '\\'table\\' \\'csv\\' \\'json\\''"
        + " -d 'How to write the answer.'",
      "\(start) ingest' -F -d 'The files.'",
    ]
    for line in lines {
      #expect(script.contains(line + "\n"), "\(line)")
    }
  }
}
