public import ArgumentParsing
public import Sensitivity

extension RankedIndex.Ranges: ExpressibleByArgument {}

/// What becomes of the ranges that indicators are scored on.
struct RangesOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What becomes of an indicator's range when the province passes its end: 'held', or 'moving' with "
        + "it, as the index widens it for an extreme never seen.", valueName: "ranges"))
  var ranges: RankedIndex.Ranges = .held
}
