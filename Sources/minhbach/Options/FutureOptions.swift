public import ArgumentParsing
public import Scenarios
import Statistics
import Tables

extension RivalModelChoice: ExpressibleByArgument {}

extension Simulation.Ranges: ExpressibleByArgument {}

/// How futures are drawn.
struct FutureOptions: ParsableArguments {
  @Option(
    help: """
      How provinces' figures move: panel (a regression: back towards the mean and the own past), resampled (past
      changes drawn again), drift (own trends), held (nobody moves).
      """)
  var rivals: RivalModelChoice = .panel

  @Option(help: ArgumentHelp("How many futures are drawn.", valueName: "number"))
  var draws = 20_000

  @Option(help: "What everything drawn is repeated by.")
  var seed: UInt64 = 1

  @Option(help: "How many threads work. Default: as many as there are processors.")
  var threads: Int?

  @OptionGroup var sampling: SamplingOptions

  /// Scores of one province in each draw and year are kept: some hundred megabytes at most.
  private static let mostDraws = 2_000_000

  func validate() throws {
    guard (100...Self.mostDraws).contains(draws) else {
      throw ValidationError("--draws is a number from 100 to \(Self.mostDraws).")
    }
    guard threads ?? 1 >= 1, threads ?? 1 <= 1024 else {
      throw ValidationError("--threads is a number from 1 to 1024.")
    }
  }

  /// The seed and the threads.
  var replicates: Replicates { Replicates(seed: seed, threads: threads) }

  /// What the answer is repeated by.
  var settings: [(String, Cell)] {
    [
      ("rivals", .text(rivals.rawValue)), ("draws", Cell(draws)), ("seed", .number(Double(seed))),
    ]
  }
}
