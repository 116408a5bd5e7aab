/// Times one workload on files made by others, and writes what it found as JSON.
///
///     bench W1 --case long_1e7 --data FOLDER [--reps N] [--budget SECONDS] [--threads N] [--out FILE]
///
/// Exit codes: 0; 77 for a workload that is not offered; 64 for a wrong command line; 1 otherwise.
@main struct Bench {
  static func main() {
    do {
      let arguments = try Arguments(CommandLine.arguments.dropFirst())
      switch arguments.workload {
      case "W1": try LongTableWorkload(arguments).report().write(for: arguments)
      case "W2": try CompositeWorkload(arguments).report().write(for: arguments)
      case "W5": try ImportanceWorkload(arguments).report().write(for: arguments)
      case "W3": try FixedEffectsWorkload(arguments).report().write(for: arguments)
      case "W4" where arguments.name.hasPrefix("wild"):
        try WildBootstrapWorkload(arguments).report().write(for: arguments)
      case "W4": try ClusterBootstrapWorkload(arguments).report().write(for: arguments)
      case "W6": try LassoWorkload(arguments).report().write(for: arguments)
      case "FE": try AbsorptionWorkload(arguments).report().write(for: arguments)
      case "RP": try RankPathsWorkload(arguments).report().write(for: arguments)
      case "W7": try SobolWorkload(arguments).report().write(for: arguments)
      case "W8": try RankNoiseWorkload(arguments).report().write(for: arguments)
      case "W9": try RankSetsWorkload(arguments).report().write(for: arguments)
      case "W10" where arguments.name == "robust2":
        try RobustGoalWorkload(arguments).report().write(for: arguments)
      case "W10": try GoalWorkload(arguments).report().write(for: arguments)
      case "W12": try MethodWorkload(arguments).report().write(for: arguments)
      default: exit(77, "the workload \(arguments.workload) is not offered")
      }
    } catch {
      exit(error is Arguments.Mistake ? 64 : 1, "\(error)")
    }
  }
}
