import Indices
import Panels
import Reports
import Statistics
import Tables

extension RankGap {
  /// The parts as people read them, the largest first.
  func display(_ names: Names, _ sampled: SampledAnswer) -> Table {
    let words = names.words
    let other =
      switch other {
      case .province(let province): names.province(province)
      case .median: words("the median")
      }
    return Table(
      title: words("\(names.province(province)) → \(other), \(rule.year): \(gap.headline)"),
      columns: words.columns("with the other's") + [names.province(province), other]
        + words.columns("gap", "score", "places"),
      rows: gap.partsBySize.map { row($0, names) } + [
        [
          .text(words("All")), .empty, .empty, .empty, Decomposition.score(gap.score, words),
          Decomposition.places(Double(gap.places), words),
        ]
      ],
      notes: notes() + samplingNotes(sampled))
  }

  private func row(_ part: Decomposition.Part, _ names: Names) -> [Cell] {
    var values: [Cell] = [.empty, .empty, .empty]
    if let code = part.cause.indicator, let both = part.values {
      values = [
        .text(names.value(both.from, of: code)), .text(names.value(both.to, of: code)),
        .text(names.change(both.to - both.from, of: code)),
      ]
    }
    return [.text(part.cause.title(names, rule: rule.year))] + values + [
      Decomposition.score(part.score, names.words), Decomposition.places(part.places, names.words),
    ]
  }

  /// The table with the standard errors of the parts.
  func table(_ sampled: SampledAnswer) -> Table {
    let parts = gap.parts
    var table = table().adding([
      ("score_change_error", { row in Cell(error(of: parts[row], sampled.ranks)) })
    ])
    table.notes += samplingNotes(sampled)
    return table
  }

  /// The standard error of what the gap in an indicator does to the score: that of both provinces, or of one
  /// beside the median, which is nearly certain.
  private func error(of part: Decomposition.Part, _ sampled: SampledRanks?) -> Double? {
    guard let code = part.cause.indicator, let sampled,
      let slope = rule.components.first(where: { $0.indicator == code })?.slope,
      let own = sampled.error(of: code, province)
    else { return nil }
    guard case .province(let rival) = other else { return abs(slope) * own }
    return sampled.error(of: code, rival).map { abs(slope) * (own * own + $0 * $0).squareRoot() }
  }

  /// How sure the standing of both is.
  private func samplingNotes(_ sampled: SampledAnswer) -> [Phrase] {
    guard case .province(let rival) = other, let ranks = sampled.ranks,
      let own = ranks.place(of: province), let its = ranks.place(of: rival)
    else { return sampled.notes(on: province) }
    let lead = ranks.estimates.values[its] - ranks.estimates.values[own]
    let error = ranks.estimates.differenceError(own, its)
    let above = ranks.shrunk.probability(of: its, above: own)
    return sampled.notes(on: province) + [
      Phrase(
        """
        \(rival.nameVi) truly stands above \(province.nameVi) with a probability of \
        \(above, .percentage(decimals: 0)): the gap is \(lead, .decimals(2), isSigned: true) ± \
        \(error, .decimals(2)) (one standard error).
        """)
    ]
  }
}
