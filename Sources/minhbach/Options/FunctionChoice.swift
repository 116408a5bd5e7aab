import ArgumentParsing
import Sensitivity

/// A published function, as the command line names it.
struct FunctionChoice: ExpressibleByArgument {
  let function: TestFunction

  init?(argument: String) {
    guard let function = TestFunction.named(argument) else { return nil }
    self.function = function
  }

  var defaultValueDescription: String { function.name }

  static var allValueStrings: [String] { TestFunction.all.map(\.name) }
}
