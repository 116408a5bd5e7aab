import ArgumentParsing
import Indices
import Panels
import Reports
import Statistics
import Tables

/// The sampling errors of a year as other commands show them beside their answers.
struct SampledRanks {
  let figures: SampledFigures
  let estimates: ScoreEstimates
  /// The shrunk scores with their errors.
  let shrunk: ScoreEstimates
  /// Where the numbers of firms come from.
  let source: Phrase

  /// How sure the intervals are.
  static let level = 0.95

  /// Finds the errors of a year's scores.
  init(_ figures: SampledFigures, source: Phrase) throws {
    self.figures = figures
    self.source = source
    estimates = try ScoreEstimates(figures.scores, standardErrors: figures.scoreErrors)
    let shrunk = EmpiricalBayes(estimates.values, errors: estimates.standardErrors)
    self.shrunk = try shrunk.posterior()
  }

  /// The number of a province among those that are scored.
  func place(of province: Province) -> Int? { figures.place(of: province) }

  /// The standard error of a province's score.
  func error(of province: Province) -> Double? {
    place(of: province).map { estimates.standardErrors[$0] }
  }

  /// The ranks that a province may have, whatever the true scores are.
  func bounds(of province: Province) -> ClosedRange<Int>? {
    place(of: province).map {
      RankConfidenceSets.marginalBounds(of: $0, in: estimates, level: Self.level)
    }
  }

  /// The ranks that a province likely has.
  func likelyRanks(of province: Province) -> ClosedRange<Int>? {
    place(of: province).map {
      RankProbabilities.likelyRanks(of: $0, in: shrunk, level: Self.level)
    }
  }

  /// The ranks that all provinces likely have, by their keys.
  func likelyRanks() -> [String: ClosedRange<Int>] {
    let ranks = RankProbabilities(of: shrunk)
    return Dictionary(
      uniqueKeysWithValues: figures.provinces.enumerated().map { place, province in
        (province.key, ranks.likelyRanks(of: place, level: Self.level))
      })
  }

  /// The standard error of a figure, or of the score, of a province.
  func error(of code: String, _ province: Province) -> Double? {
    guard let place = place(of: province) else { return nil }
    if code == figures.rule.subindex { return estimates.standardErrors[place] }
    return figures.rule.indicators.firstIndex(of: code).map { figures.errors[place][$0] }
  }

  /// An interval for a figure, or for the score, of a province.
  func interval(of code: String, _ province: Province) -> ClosedRange<Double>? {
    guard let place = place(of: province) else { return nil }
    if code == figures.rule.subindex {
      let law = SamplingLaw.mean(spread: estimates.standardErrors[place])
      return law.interval(of: estimates.values[place], firms: 1, level: Self.level)
    }
    return figures.rule.indicators.firstIndex(of: code).map { indicator in
      figures.assumptions[indicator].law.interval(
        of: figures.values[place][indicator], firms: figures.firms[place][indicator] ?? 1,
        level: Self.level)
    }
  }

  /// The firms behind a figure of a province; nil of hard data and of the score.
  func firms(behind code: String, _ province: Province) -> Double? {
    guard let place = place(of: province) else { return nil }
    return figures.rule.indicators.firstIndex(of: code).flatMap { figures.firms[place][$0] }
  }

  /// How sure a province's rank is, in a sentence.
  func note(on province: Province) -> Phrase? {
    guard let place = place(of: province), let bounds = bounds(of: province),
      let likely = likelyRanks(of: province)
    else { return nil }
    let excluded =
      bounds.count == estimates.count
      ? Phrase("no rank is ruled out")
      : Phrase("ranks outside \(bounds.lowerBound) to \(bounds.upperBound) are ruled out")
    return Phrase(
      """
      Other firms might have answered otherwise (\(source)): the standard error of the score is \
      \(estimates.standardErrors[place], .decimals(2)); likely ranks, by shrunk scores, are \(likely.lowerBound) to \
      \(likely.upperBound), and whatever the true scores are, \(excluded), each at \(confidence: Self.level).
      """)
  }
}

extension SamplingOptions {
  /// The sampling errors of a year, or why there are none.
  ///
  /// - Parameters:
  ///   - data: what was loaded.
  ///   - options: where from.
  ///   - year: the year.
  ///   - subindex: the sub-index.
  ///   - rule: the file of a rule; nil for that of the year.
  /// - Returns: the errors; or a note where a law, a number of firms or a rule is not known.
  /// - Throws: what is wrong with a file that was named.
  func ranks(
    _ data: LoadedData, _ options: DataOptions, _ year: Int,
    of subindex: String = DataOptions.subindex, rule: String? = nil
  ) throws -> SampledAnswer {
    guard subindex == DataOptions.subindex else {
      guard isUntouched else { throw Self.untold }
      return .none(
        Phrase("Sampling errors are told of \(Phrase(code: DataOptions.subindex)) only."))
    }
    guard options.units == .former else {
      guard isUntouched else { throw Self.untold }
      return .none(
        Phrase(
          """
          Firms were asked in the former provinces: there is no sampling error of merged ones.
          """))
    }
    do {
      let counts = try firms(data, options, year)
      return .some(
        try SampledRanks(
          figures(of: year, data, rule: rule, counts), source: counts.source))
    } catch let error as IndexError where isUntouched {
      return .none(Phrase("No sampling error: \(verbatim: error)."))
    }
  }

  private static let untold = ValidationError(
    "--respondents, --sampling and --independent-errors are for transparency in the 63 provinces.")
}

/// Sampling errors, or why there are none.
enum SampledAnswer {
  case some(SampledRanks)
  case none(Phrase)

  /// The errors, if there are any.
  var ranks: SampledRanks? { if case .some(let ranks) = self { ranks } else { nil } }

  /// How sure a province's rank is, or why that is not told.
  func notes(on province: Province) -> [Phrase] {
    ranks.flatMap { $0.note(on: province) }.map { [$0] } ?? notes
  }

  /// Why there are none.
  var notes: [Phrase] { if case .none(let note) = self { [note] } else { [] } }
}

extension Table {
  /// The same with columns at the end, or before a column.
  ///
  /// - Parameters:
  ///   - columns: what they are called, and the cell of each row, counted from zero below the header.
  ///   - before: the column they go before; nil for the end.
  /// - Returns: a table of results with the same title and notes.
  func adding(
    _ columns: [(name: String, cell: (Int) -> Cell)], before: String? = nil
  ) -> Table {
    let names = header.map(\.description)
    let place = before.flatMap { names.firstIndex(of: $0) } ?? names.count
    return Table(
      title: title, columns: names.inserting(columns.map(\.name), at: place),
      rows: rows.dropFirst().enumerated().map { row, cells in
        cells.inserting(columns.map { $0.cell(row) }, at: place)
      }, notes: notes)
  }
}

extension Array {
  fileprivate func inserting(_ elements: [Element], at place: Int) -> [Element] {
    var array = self
    array.insert(contentsOf: elements, at: place)
    return array
  }
}
