import Indices
import Panels
import Reports
import Statistics
import Tables

/// The sampling errors of some years, beside the change of a province from one to another.
struct SampledChange {
  let province: Province
  private let years: [Int: SampledRanks]
  /// Why there are none, year by year, each reason once.
  private let reasons: [Phrase]

  /// Finds the errors of the years.
  init(
    of province: Province, in years: [Int], _ options: SamplingOptions, _ data: LoadedData,
    _ source: DataOptions, _ subindex: String
  ) throws {
    var found: [Int: SampledRanks] = [:]
    var reasons: [Phrase] = []
    for year in Set(years).sorted() {
      let answer = try options.ranks(data, source, year, of: subindex)
      found[year] = answer.ranks
      reasons += answer.notes.filter { !reasons.contains($0) }
    }
    self.province = province
    self.years = found
    self.reasons = reasons
  }

  /// The standard error of what an indicator of the province did to the score between two years.
  ///
  /// That of the difference of both values, times what a unit of it did: the mean of both rules' slopes
  /// where the value stayed the same.
  func error(of part: Decomposition.Part, from: Int, to: Int) -> Double? {
    guard let code = part.cause.indicator, let before = years[from], let after = years[to],
      let first = before.error(of: code, province), let second = after.error(of: code, province)
    else { return nil }
    let error = (first * first + second * second).squareRoot()
    if let values = part.values, values.to != values.from {
      return abs(part.score / (values.to - values.from)) * error
    }
    let slopes = [before, after].compactMap { ranks in
      ranks.figures.rule.components.first { $0.indicator == code }?.slope
    }
    return abs(slopes.reduce(0, +) / Double(max(slopes.count, 1))) * error
  }

  /// The standard error of the change of the score between two years.
  func error(from: Int, to: Int) -> Double? {
    guard let first = years[from]?.error(of: province), let second = years[to]?.error(of: province)
    else { return nil }
    return (first * first + second * second).squareRoot()
  }

  /// How much of the change between two years may be sampling, in sentences.
  func notes(from: Int, to: Int) throws -> [Phrase] {
    guard let before = years[from], let after = years[to],
      let early = before.likelyRanks(of: province), let late = after.likelyRanks(of: province)
    else { return reasons }
    let ranks =
      Phrase(
        """
        Other firms might have answered otherwise (\(after.source)): likely ranks are \
        \(early.lowerBound) to \(early.upperBound) in \(from) and \(late.lowerBound) to \
        \(late.upperBound) in \(to), at \(confidence: SampledRanks.level).
        """)
    guard after.figures.rule.isComparable(with: before.figures.rule),
      let place = after.place(of: province),
      let change = try ScoreChanges(from: before.figures, to: after.figures).entries[place]
    else { return [ranks] }
    let two = NumberFormat.decimals(2)
    return [
      ranks,
      Phrase(
        """
        Net of the mean change of all, the score changed by \(change.change, two, isSigned: true) \
        ± \(change.error, two) (one standard error; p = \(change.pValue, .decimals(3)) if nothing \
        but the sample changed); given how all changes scatter, the true score has risen beside \
        the others with a probability of \(change.probabilityOfRise, .percentage(decimals: 0)).
        """),
    ]
  }
}

extension [RankChange] {
  /// The parts with the standard errors of what the province's own indicators did to the score.
  func table(_ sampled: SampledChange) throws -> Table {
    let parts = flatMap { change in
      ([change.whole] + (change.shared.map { [$0] } ?? [])).flatMap { decomposition in
        decomposition.parts.map { (change.years.before.year, change.years.after.year, $0) }
      }
    }
    var table = table().adding([
      (
        "score_change_error",
        { row in
          let (from, to, part) = parts[row]
          return Cell(sampled.error(of: part, from: from, to: to))
        }
      )
    ])
    table.notes += try notes(sampled)
    return table
  }

  /// How much of each change may be sampling; for a chain of years, of the change from first to last.
  func notes(_ sampled: SampledChange) throws -> [Phrase] {
    guard let first = first?.years.before.year, let last = last?.years.after.year else { return [] }
    return try sampled.notes(from: first, to: last)
  }
}
