import ArgumentParsing
import Scenarios

/// How it is found which indicators move a rank, as the command line names it.
enum SensitivityMethod: String, ExpressibleByArgument, CaseIterable {
  case all, local, ladder, pairs, sobol, morris, shapley, target

  /// The parts of a study that it asks for.
  var parts: DriverStudy.Parts {
    switch self {
    case .all: .all
    case .sobol: .variance
    case .morris: .screening
    case .shapley: .shapley
    case .target: .target
    case .local, .ladder, .pairs: []
    }
  }
}
