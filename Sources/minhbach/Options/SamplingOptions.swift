import ArgumentParsing
import Indices
import MinhBachKit
import Panels
import Tables

/// What is assumed of the firms behind the figures.
struct SamplingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many firms answered: a table of province, year, firms and, where it is of one question, "
        + "indicator, as 'minhbach respondents' writes it. Default: estimated from the published "
        + "fractions.", valueName: "file"))
  var respondents: String?

  @Option(
    help: ArgumentHelp(
      "What is assumed of sampling, as 'minhbach sampling --model' writes it. Default: the bundled "
        + "assumptions.", valueName: "file"))
  var sampling: String?

  @Flag(help: "Take the errors of all indicators of a province for independent.")
  var independentErrors = false

  func validate() throws {
    if respondents == "" { throw ValidationError("--respondents names no file.") }
    if sampling == "" { throw ValidationError("--sampling names no file.") }
  }

  /// The model.
  ///
  /// - Parameter data: where the bundled one is.
  /// - Returns: that of --sampling, or the bundled one.
  /// - Throws: what is wrong with the file.
  func model(_ data: LoadedData) throws -> SamplingModel {
    let model = try SamplingModel(
      reading: try sampling.map { try TableFile($0).table() }
        ?? data.datasets.table("sampling/data.csv"))
    for entry in model.entries { _ = try data.codebook.indicator(entry.indicator) }
    for pair in model.correlations {
      _ = try (data.codebook.indicator(pair.first), data.codebook.indicator(pair.second))
    }
    return independentErrors ? model.withoutCorrelations : model
  }
}
