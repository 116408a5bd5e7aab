import ArgumentParsing
import Indices
import Panels
import Reports
import Statistics
import Tables

/// The figures of a year with their sampling errors, and what those rest on.
struct SampledYear {
  let data: LoadedData
  let figures: SampledFigures
  /// Where the numbers of firms come from, in words.
  let source: Phrase
  /// Which provinces are not scored, and what is doubtful of the scores.
  let boardNotes: [Phrase]

  /// The number of a province among those that are scored.
  ///
  /// - Parameter name: the province, in any spelling.
  /// - Returns: its place in the figures.
  /// - Throws: an unknown name, or why the province has no score.
  func place(of name: String) throws -> Int {
    let province = try data.gazetteer.province(named: name)
    _ = try figures.rule.values(of: province, in: data.panel)
    guard let place = figures.place(of: province) else {
      throw IndexError.notRanked(province: province.nameVi, year: figures.rule.year)
    }
    return place
  }

  /// What the standard errors rest on, in words.
  func notes(_ names: Names) -> [Phrase] {
    let asked = figures.assumptions.indices.filter { figures.assumptions[$0].law != .exact }
    let counts = asked.map { indicator -> (Int, Double) in
      let firms = figures.firms.compactMap { $0[indicator] }.sorted()
      return (indicator, firms.isEmpty ? 0 : firms[firms.count / 2])
    }
    var notes: [Phrase] = []
    if let most = counts.max(by: { $0.1 < $1.1 }), let least = counts.min(by: { $0.1 < $1.1 }) {
      let whole = NumberFormat.decimals(0)
      notes.append(
        Phrase(
          """
          Standard errors are those of samples of firms (\(source)): half of the provinces have \
          \(least.1, whole) answers or fewer on \(names.indicator(code(least.0))), and \
          \(most.1, whole) or fewer on \(names.indicator(code(most.0))).
          """))
    }
    notes.append(
      Phrase(
        """
        Shares are binomial; means of answers, medians and correlations of errors are assumed as \
        'minhbach sampling' tells; hard data has no error.
        """))
    if let effect = effectOfCorrelations { notes.append(effect) }
    return notes + boardNotes
  }

  private func code(_ indicator: Int) -> String { figures.assumptions[indicator].indicator }

  /// What the assumed correlations do to the standard errors.
  private var effectOfCorrelations: Phrase? {
    let ratios = figures.provinces.indices.map { province -> Double in
      let independent = zip(figures.rule.components, figures.errors[province]).reduce(0) {
        $0 + $1.0.slope * $1.1 * $1.0.slope * $1.1
      }
      let own = figures.variances(of: province).reduce(0, +)
      return own > 0 ? (independent / own).squareRoot() - 1 : 0
    }.sorted()
    guard let middle = ratios.isEmpty ? nil : ratios[ratios.count / 2], abs(middle) > 1e-12 else {
      return nil
    }
    let percent = NumberFormat.percentage(decimals: 1)
    return Phrase(
      """
      With independent errors (--independent-errors) the standard errors of scores would be \
      \(abs(middle), percent) \(middle < 0 ? Phrase("smaller") : Phrase("larger")) in the middle.
      """)
  }
}

extension SamplingOptions {
  /// Whether nothing was said of sampling.
  var isUntouched: Bool { respondents == nil && sampling == nil && !independentErrors }

  /// The figures of a year, or of the latest that can be scored, with their errors.
  ///
  /// - Parameters:
  ///   - options: where the figures are from.
  ///   - year: the year; nil for the latest.
  ///   - rule: the file of a rule; nil for that of the year.
  /// - Returns: the figures of the indicators of the rule.
  /// - Throws: what is wrong with the figures, the rule or the assumptions.
  func load(_ options: DataOptions, year: Int?, rule: String?) throws -> SampledYear {
    let data = try options.load()
    try options.requireFormerUnits()
    let year = try data.year(year)
    let counts = try firms(data, options, year)
    let figures = try figures(of: year, data, rule: rule, counts)
    return SampledYear(
      data: data, figures: figures, source: counts.source,
      boardNotes: try figures.rule.scoreboard(of: data.panel).notes)
  }
}

extension DataOptions {
  /// Checks that the provinces are those that firms were asked in.
  func requireFormerUnits() throws {
    guard units == .former else {
      throw ValidationError("Firms were asked in the former provinces: leave out --units 34.")
    }
  }
}
