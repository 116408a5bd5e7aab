import ArgumentParsing

/// A small program in the manner of the real one, for all the tests.
struct Program: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "minhbach",
    abstract: "Learn which sub-indicators move a province's rank.",
    version: "1.2.3",
    subcommands: [Score.self, Ingest.self, Store.self, Ending.self])
}

enum Format: String, ExpressibleByArgument, CaseIterable {
  case table, csv, json
}

struct OutputOptions: ParsableArguments {
  @Option(help: "How to write the answer.") var format: Format = .table
  @Option(name: .shortAndLong, help: "Write to this file.") var output: String?
  @Flag(name: .shortAndLong, help: "Say nothing on the way.") var quiet = false
  var streams = StandardStreams()

  func validate() throws {
    if output == "" { throw ValidationError("The output file needs a name.") }
  }
}

struct Score: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Rebuild scores and ranks beside the published ones.",
    discussion: """
      Examples:
        minhbach score "Đắk Nông" --year 2017
        minhbach score --year 2017 --format csv --output scores-of-all-provinces-in-2017.csv
      """)

  @Argument(
    help: "The province, in any spelling.", completion: .list(["Hà Nội", "Hà Nam", "Đắk Nông"]))
  var province: String?
  @Option(name: .shortAndLong, help: "The year to score.") var year: Int
  @Option(help: "The seed of the random numbers, on which every draw depends.")
  var seed: UInt64 = 1
  @Option(help: "A weight, once per dimension.") var weight: [Double] = []
  @Flag(name: [.customShort("x"), .customLong("exact")], help: "Keep all digits.")
  var isExact = false
  @Option(help: .hidden) var trace: String?
  @OptionGroup var output: OutputOptions

  func run() throws {
    output.streams.writeError("scoring\n")
    try output.streams.writeOutput("\(province ?? "all") \(year) \(seed) \(output.format)\n")
  }
}

struct Ingest: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Read files into the store.")

  @Argument(help: "The files.") var files: [String]
  @Flag(name: .short, help: "Show every cell.") var verbose = false
  @Option(name: .customShort("s"), help: "The sheet.") var sheet: String?
  @Option(help: "The folder of the store.", completion: .directory) var folder: String = "."
  var streams = StandardStreams()

  func run() throws {
    try streams.writeOutput(files.joined(separator: "|") + "\n")
  }
}

struct Store: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Look after the store.", version: "store 7", subcommands: [Check.self, Clean.self])

  @Option(help: "The store.") var path: String = "minhbach.db"

  func validate() throws {
    if path == "" { throw ValidationError("The store needs a path.") }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Find faults.")
    @Argument(help: "The least severity.") var severity: Int = 0
  }

  struct Clean: ParsableCommand {
    func run() throws {}
  }
}

/// Ends in the way its argument says.
struct Ending: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "End in a chosen way.")

  enum Way: String, ExpressibleByArgument, CaseIterable {
    case plain, code, usage, silent, help, otherHelp = "other-help", message
  }

  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  struct MissingFile: ExitCodeProviding, CustomStringConvertible {
    let description = "PCI.xlsx: no such file"
    let exitCode = ExitCode(66)
  }

  @Argument(help: "The way.") var way: Way
  @Flag(help: "Fail while checking.") var early = false

  func validate() throws {
    if early { try end() }
  }

  func run() throws {
    try end()
  }

  private func end() throws {
    switch way {
    case .plain: throw Fault(description: "the matrix is singular")
    case .code: throw MissingFile()
    case .usage: throw ValidationError("Choose another way.")
    case .silent: throw ExitCode(7)
    case .help: throw CleanExit.helpRequest()
    case .otherHelp: throw CleanExit.helpRequest(Store.Check.self)
    case .message: throw CleanExit.message("Nothing to do.")
    }
  }
}

/// A program whose subcommand need not be named.
struct Defaulting: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "defaulting", subcommands: [Show.self, Edit.self], defaultSubcommand: Show.self)

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show a page.")
    @Option(help: "The page.") var page: Int = 1
    @Argument(help: "The book.") var book: String = "atlas"
    var streams = StandardStreams()

    func run() throws {
      try streams.writeOutput("\(book) \(page)\n")
    }
  }

  struct Edit: ParsableCommand {}
}
