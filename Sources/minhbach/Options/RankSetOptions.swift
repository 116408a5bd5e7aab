import ArgumentParsing
import Statistics

/// How sets of ranks are drawn.
struct RankSetOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The most draws; no more are made once the third digit of each critical value stands.",
      valueName: "number"))
  var draws = 1_000_000

  @Flag(help: "Make all --draws, however soon the digits stand, as parts of a run do.")
  var allDraws = false

  @Option(help: "What the draws are repeated by.")
  var seed: UInt64 = 1

  @Option(help: "How many threads work. Default: as many as there are processors.")
  var threads: Int?

  func validate() throws {
    guard draws >= 1000, draws <= 100_000_000 else {
      throw ValidationError("--draws is a number from 1000 to 100000000.")
    }
    guard threads ?? 1 >= 1, threads ?? 1 <= 1024 else {
      throw ValidationError("--threads is a number from 1 to 1024.")
    }
  }

  /// The seed and the threads.
  var replicates: Replicates { Replicates(seed: seed, threads: threads) }
}
