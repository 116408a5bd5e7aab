import ArgumentParsing

/// The answer of a run that was drawn in parts.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Join the parts of a run that was drawn by several processes.",
    discussion: """
      A command that draws is split by --replicates: each process draws some of the
      replicates and writes a part, on one machine or on many. Here the parts are joined, in
      any order; the answer has the same bytes as that of one process. Parts that are not of
      one run, hold the same replicates twice, or leave some out are refused by name. The
      figures are read again: run it where the parts were drawn, or beside the same files.

      EXAMPLES:
        minhbach simulate plan.csv --rank 30 --draws 200000 --replicates 0:100000 --output 1.part
        minhbach simulate plan.csv --rank 30 --draws 200000 --replicates 100000:200000 --output 2.part
        minhbach merge 1.part 2.part
        minhbach merge parts/*.part --format csv --output answer.csv
      """)

  @Argument(help: ArgumentHelp("Files that --replicates has written.", valueName: "part"))
  var parts: [String]

  @OptionGroup var output: OutputOptions
  var streams = StandardStreams()

  func run() throws {
    let parts = try PartFile.run(parts.map(PartFile.init(contentsOf:)))
    guard let first = parts.first else { return }
    var command = try command(of: first)
    command.output = output
    command.streams = streams
    try command.answer(joining: parts)
  }

  /// The command that has written a part, as it was called.
  private func command(of part: PartFile) throws -> any SplittableCommand {
    let words = part.header.arguments
    guard let command = try? MinhBach.parseAsRoot(words) as? any SplittableCommand,
      command.draws == part.header.draws, command.seed == part.header.seed
    else { throw PartError.badCommand(part.path, words: words.joined(separator: " ")) }
    return command
  }
}
