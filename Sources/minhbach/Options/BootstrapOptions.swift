import ArgumentParsing
import Regression
import Statistics
import Tables

/// A bootstrap as the command line names it.
enum BootstrapChoice: String, ExpressibleByArgument, CaseIterable {
  case none, pairs, wild
  case wildWebb = "wild-webb"

  var kind: ClusterBootstrap? {
    switch self {
    case .none: nil
    case .pairs: .pairs
    case .wild: .wild(.rademacher)
    case .wildWebb: .wild(.webb)
    }
  }
}

/// How p-values are corrected for their number.
enum Adjustment: String, ExpressibleByArgument, CaseIterable {
  case none, holm
  case benjaminiHochberg = "benjamini-hochberg"
  case romanoWolf = "romano-wolf"
}

/// Draws that repeat a study by chance.
struct DrawOptions: ParsableArguments {
  @Option(help: "How many draws a bootstrap makes.")
  var draws = 9999

  @Option(help: "The seed: the same one gives the same draws.")
  var seed = 1

  @Option(help: "The most threads. Default: as many as there are processors.")
  var threads: Int?

  func validate() throws {
    guard (100...10_000_000).contains(draws) else {
      throw ValidationError("--draws is a number from 100 to 10000000.")
    }
    guard seed >= 0 else { throw ValidationError("--seed is a whole number, zero or more.") }
    guard threads ?? 1 >= 1 else { throw ValidationError("--threads is one or more.") }
  }

  var replicates: Replicates { Replicates(seed: UInt64(seed), threads: threads) }

  /// What the draws are repeated by.
  var settings: [(String, Cell)] { [("draws", Cell(draws)), ("seed", Cell(seed))] }
}

/// How a regression is bootstrapped and its p-values corrected.
struct BootstrapOptions: ParsableArguments {
  @Option(
    help: """
      Bootstrap the coefficients by cluster: draw clusters with their rows (pairs), or multiply residuals by \
      random signs (wild) or by Webb's six weights, the hypothesis imposed.
      """)
  var bootstrap: BootstrapChoice = .none

  @Option(
    help: "Correct p-values for their number; romano-wolf draws them by --bootstrap, or wild.")
  var adjust: Adjustment = .none

  @OptionGroup var chance: DrawOptions

  /// The bootstrap to make: one that was asked for, or that the correction needs.
  var kind: ClusterBootstrap? {
    bootstrap.kind ?? (adjust == .romanoWolf ? .wild(.rademacher) : nil)
  }

  /// Bootstraps a regression as the options say.
  ///
  /// - Throws: `ValidationError` where there are no clusters to draw.
  func run(
    _ estimation: Estimation, errors: ErrorKind, unit: String?, level: Double
  ) throws -> BootstrapInference? {
    guard let kind else { return nil }
    guard errors.clusters.count <= 1 else {
      throw ValidationError(
        "A bootstrap draws clusters of one column: name it by --errors cluster:COLUMN.")
    }
    guard let clusters = errors.clusters.first ?? unit else {
      throw ValidationError("A bootstrap draws clusters: add --unit, or --errors cluster:COLUMN.")
    }
    return try estimation.bootstrap(
      kind, clusters: clusters, draws: chance.draws, chance.replicates, level: level)
  }
}
