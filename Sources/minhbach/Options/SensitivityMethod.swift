import ArgumentParsing

/// How it is found which indicators move a rank, as the command line names it.
enum SensitivityMethod: String, ExpressibleByArgument, CaseIterable {
  case all, local, ladder, pairs, sobol, morris, shapley, target
}
