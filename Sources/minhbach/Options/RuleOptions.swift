import ArgumentParsing

/// The rule that a command scores by.
struct RuleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The rule to score by, as a table. Default: the one that holds for the year.",
      valueName: "file"))
  var rule: String?
}
