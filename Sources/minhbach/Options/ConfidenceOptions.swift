import ArgumentParsing

/// How sure intervals are to be.
struct ConfidenceOptions: ParsableArguments {
  @Option(help: "How sure the intervals are to be.")
  var level = 0.95

  func validate() throws {
    guard level > 0, level < 1 else {
      throw ValidationError("--level is a number above 0 and below 1, such as 0.95.")
    }
  }
}
