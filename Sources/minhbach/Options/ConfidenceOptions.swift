import ArgumentParsing

/// How sure intervals are to be.
struct ConfidenceOptions: ParsableArguments {
  @Option(help: "The confidence of intervals, between 0 and 1.")
  var level = 0.95

  func validate() throws {
    guard level > 0, level < 1 else {
      throw ValidationError("--level is a confidence between 0 and 1, such as 0.95.")
    }
  }
}
