public import ArgumentParsing
public import Sensitivity
import Statistics
import Tables

extension FirstOrderEstimator: ExpressibleByArgument {}

/// How a model is asked for its global indices.
struct GlobalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Points of Sobol's sequence: the most, where they are doubled until the order stands; so many, with "
        + "--function. Best a power of two.", valueName: "number"))
  var draws = usualDraws

  @Option(help: "What everything drawn is repeated by.")
  var seed: UInt64 = 1

  @Option(help: "How many threads work. Default: as many as there are processors.")
  var threads: Int?

  @Option(help: "How first-order indices are estimated.")
  var estimator: FirstOrderEstimator = .saltelli

  @Option(
    help: ArgumentHelp("How often points are drawn again for intervals.", valueName: "number"))
  var resamples = 1000

  @Option(
    help: ArgumentHelp(
      "Morris's walks: up to 100 are chosen to lie far apart among 500, more are drawn at random.",
      valueName: "number"))
  var walks = 1000

  @Flag(help: "Tell the indices of pairs, too.")
  var secondOrder = false

  @OptionGroup var confidence: ConfidenceOptions

  private static let usualDraws = 1 << 14

  /// The most numbers asked for at once, so that memory stays below some gigabytes.
  private static let mostNumbers = 1 << 26

  func validate() throws {
    guard (16...1 << 22).contains(draws) else {
      throw ValidationError("--draws is a number from 16 to \(1 << 22).")
    }
    guard (100...100_000).contains(resamples) else {
      throw ValidationError("--resamples is a number from 100 to 100000.")
    }
    guard (2...1_000_000).contains(walks) else {
      throw ValidationError("--walks is a number from 2 to 1000000.")
    }
    guard threads ?? 1 >= 1, threads ?? 1 <= 1024 else {
      throw ValidationError("--threads is a number from 1 to 1024.")
    }
  }

  /// Checks that the points of so many inputs fit into memory.
  ///
  /// - Throws: `ValidationError` where they do not.
  func check(inputs: Int) throws {
    let most = Self.mostNumbers / (4 * (inputs + 2))
    guard draws <= most else {
      throw ValidationError("--draws is at most \(most) with \(inputs) inputs.")
    }
  }

  /// Among how many walks those of Morris are chosen.
  var candidateWalks: Int { walks <= 100 ? 500 : walks }

  /// The seed and the threads.
  var replicates: Replicates { Replicates(seed: seed, threads: threads) }

  /// Whether nothing was said of how a model is asked.
  var isModelUntouched: Bool {
    draws == Self.usualDraws && estimator == .saltelli && !secondOrder
  }

  /// How indices are estimated.
  var indices: SobolIndices.Options {
    var options = SobolIndices.Options()
    options.estimator = estimator
    options.resamples = resamples
    options.level = confidence.level
    return options
  }

  /// What the answer is repeated by.
  var settings: [(String, Cell)] {
    [
      ("draws", Cell(draws)), ("seed", .number(Double(seed))),
      ("estimator", .text(estimator.rawValue)), ("resamples", Cell(resamples)),
      ("level", .number(confidence.level)),
    ]
  }
}
