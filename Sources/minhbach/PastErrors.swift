import Indices
import MinhBachKit
import Panels
import Tables

extension SamplingOptions {
  /// The sampling errors of the figures of a year and of all before it.
  ///
  /// The firms behind earlier years are those of the bundled estimates; of a store they tell as long as its figures
  /// are the published ones. Where a year has none, its figures are taken without an error.
  ///
  /// - Parameters:
  ///   - data: what was loaded.
  ///   - options: where from.
  ///   - year: the last year.
  /// - Returns: the errors, and where the firms of the last year come from; nil for units of several provinces,
  ///   in which nobody was asked.
  /// - Throws: what is wrong with a file that was named.
  func errors(
    _ data: LoadedData, _ options: DataOptions, through year: Int
  ) throws -> (errors: FigureErrors, source: Phrase)? {
    guard options.units == .former else { return nil }
    let last = try firms(data, options, year)
    let earlier = try Dictionary(
      uniqueKeysWithValues: data.panel.years.filter { $0 < year }.compactMap { year in
        try data.datasets.respondentEstimates(
          of: year, gazetteer: data.gazetteer, codebook: data.codebook
        ).map { (year, $0) }
      })
    return (
      FigureErrors(model: try model(data)) { indicator, province, past in
        past == year
          ? last.firms(indicator, province)
          : earlier[past]?.answers(to: indicator, in: province.key, past)
      }, last.source
    )
  }
}
