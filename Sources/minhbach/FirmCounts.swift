import Indices
import MinhBachKit
import Panels
import Tables

/// How many firms stand behind the figures of a year, and where that is from.
struct FirmCounts {
  /// In words.
  let source: Phrase
  private let estimates: RespondentEstimates?
  private let given: Respondents?
  private let year: Int

  /// Estimates from the fractions among all figures of the year, beside counts that were given.
  init(estimates: RespondentEstimates, file: String?) {
    source =
      file.map { Phrase("their number by \($0), and else by the published fractions") }
      ?? Phrase("their number estimated from the published fractions")
    self.estimates = estimates
    given = nil
    year = estimates.year
  }

  /// Counts of a table.
  init(given: Respondents, year: Int, source: Phrase) {
    (self.source, self.given, self.year, estimates) = (source, given, year, nil)
  }

  /// The firms of a province behind an indicator, nil where that is not known.
  func firms(_ indicator: String, _ province: Province) -> Double? {
    estimates?.count(of: indicator, in: province.key)?.firms
      ?? given?.answers(to: indicator, in: province.key, year)
  }
}

extension SamplingOptions {
  /// The firms behind the figures of a year.
  ///
  /// Counts of --respondents go before estimates. Those of the bundled figures are bundled too, made by
  /// 'minhbach respondents'; of a store they are estimated anew, from all its figures of the year.
  ///
  /// - Parameters:
  ///   - data: what was loaded.
  ///   - options: where from.
  ///   - year: the year.
  /// - Returns: what is known of the year.
  /// - Throws: what is wrong with the file or the figures.
  func firms(_ data: LoadedData, _ options: DataOptions, _ year: Int) throws -> FirmCounts {
    let own = try respondents.map {
      try Respondents(
        reading: TableFile($0).table(), gazetteer: data.gazetteer, codebook: data.codebook)
    }
    if own == nil, options.store == nil {
      let bundled = try data.datasets.respondentEstimates(
        of: year, gazetteer: data.gazetteer, codebook: data.codebook)
      if let bundled {
        return FirmCounts(
          given: bundled, year: year,
          source: Phrase("their number estimated from the published fractions"))
      }
    }
    if let own, let file = respondents, !own.hasCounts(of: year) {
      throw IndexError.noCounts(file: file, year: year)
    }
    let all = try options.load(.all, years: year...year)
    return try FirmCounts(
      estimates: RespondentEstimates(
        of: year, in: [all.panel], respondents: own,
        followUps: data.datasets.followUps(codebook: data.codebook)), file: respondents)
  }

  /// The figures of a year with their errors.
  ///
  /// - Parameters:
  ///   - year: the year.
  ///   - data: what was loaded.
  ///   - rule: the file of a rule; nil for that of the year.
  ///   - counts: the firms behind the figures.
  /// - Returns: the figures of the indicators of the rule.
  /// - Throws: what is wrong with the figures, the rule or the assumptions.
  func figures(
    of year: Int, _ data: LoadedData, rule: String?, _ counts: FirmCounts
  ) throws -> SampledFigures {
    try SampledFigures(
      data.panel, rule: data.rule(year, of: DataOptions.subindex, from: rule),
      model: model(data), respondents: counts.firms)
  }
}
