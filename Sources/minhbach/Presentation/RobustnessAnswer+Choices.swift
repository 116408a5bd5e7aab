import Indices
import Reports
import Tables

extension RobustnessAnswer {
  /// One row per choice that differs from the index's own, and one per indicator.
  ///
  /// `mean_shift` is how many places the ranks of all units move on average by the choice alone. Of one
  /// unit also its rank with the choice, and the weights of its best and its worst rank.
  func choices(of unit: Int?) -> Table {
    Table(
      title: "robustness",
      columns: ["choice", "alternative"] + (unit == nil ? [] : ["rank", "rank_change"])
        + ["mean_shift", "mean_shift_error", "most_moved", "most_moved_shift", "weight"]
        + (unit == nil ? [] : ["least_weight", "greatest_weight", "best_weight", "worst_weight"]),
      rows: rows(of: unit).map { row in
        let effect = row.effect
        let most = effect?.mostMoved
        let rank = unit.flatMap { effect?.ranks[$0] }
        let weights = weights(of: row.indicator, unit: unit)
        return [.text(row.kind), .text(row.code)]
          + (unit.map { unit in
            [Cell(rank), Cell(rank.map { $0 - Double(study.ranks[unit]) })]
          } ?? [])
          + [
            Cell(effect?.meanShift), Cell(effect?.error),
            most.map { .text(words.unit(study.units[$0])) } ?? .empty,
            Cell(most.flatMap { effect?.shifts[$0] }), Cell(weights.own),
          ]
          + (unit == nil
            ? []
            : [
              Cell(weights.least), Cell(weights.greatest), Cell(weights.best), Cell(weights.worst),
            ])
      }, notes: notes(of: unit))
  }

  /// The same as people read it: what moves ranks most comes first.
  func displayOfChoices(of unit: Int?) -> Table {
    let language = words.words
    let places = language.decimals(1)
    let percent = language.percentage(decimals: 1)
    let title =
      unit.map { unit in
        Phrase(
          """
          \(words.unit(study.units[unit])), \(words.title): rank \(study.ranks[unit]) of \
          \(study.units.count). What choices of method do to it
          """)
      } ?? Phrase("\(words.title): what choices of method do to ranks")
    let ordered = rows(of: unit).enumerated().sorted { first, second in
      let (a, b) = (first.element.effect?.meanShift ?? -1, second.element.effect?.meanShift ?? -1)
      return (b, first.offset) < (a, second.offset)
    }.map(\.element)
    func text(_ share: Double?) -> Cell { share.map { .text(percent.string($0)) } ?? .empty }
    return Table(
      title: words.words(title),
      columns: words.words.columns("alone") + (unit == nil ? [] : words.words.columns("rank"))
        + words.words.columns("all move by", "most moves", "places", "weight")
        + (extremes.isEmpty ? [] : words.words.columns("for best rank", "for worst rank")),
      rows: ordered.map { row in
        let effect = row.effect
        let most = effect?.mostMoved
        let weights = weights(of: row.indicator, unit: unit)
        let rank = unit.flatMap { effect?.ranks[$0] }
        return [.text(row.name(words))]
          + (unit == nil
            ? [] : [rank.map { .text(places.string($0)) } ?? .empty])
          + [
            effect.map { .text(places.string($0.meanShift)) } ?? .empty,
            most.map { .text(words.unit(study.units[$0])) } ?? .empty,
            most.flatMap { effect?.shifts[$0] }.map { .text(places.string($0)) } ?? .empty,
            text(weights.own),
          ] + (extremes.isEmpty ? [] : [text(weights.best), text(weights.worst)])
      }, notes: notes(of: unit))
  }

  /// A choice, or an indicator that is not left out.
  private struct Row {
    let effect: MethodEffect?
    /// The number of the indicator that the row is about.
    let indicator: Int?
    let kind: String
    let code: String

    func name(_ words: RobustnessWords) -> String {
      effect.map { words.words(words.name($0.choice)) } ?? words.indicator(code)
    }
  }

  private func rows(of unit: Int?) -> [Row] {
    let codes = study.index.structure.indicators.map(\.code)
    var rows = uncertainty.effects.map { effect in
      let code = RobustnessWords.code(effect.choice)
      var indicator: Int?
      if case .without = effect.choice { indicator = codes.firstIndex(of: code) }
      return Row(
        effect: effect, indicator: indicator, kind: RobustnessWords.kind(effect.choice),
        code: code)
    }
    if unit != nil, !study.alternatives.leavesOneOut {
      rows += codes.indices.map { number in
        Row(effect: nil, indicator: number, kind: "indicator", code: codes[number])
      }
    }
    return rows
  }

  /// What an indicator weighs, and may weigh.
  private struct Weights {
    var own: Double?
    var least: Double?
    var greatest: Double?
    var best: Double?
    var worst: Double?
  }

  private func weights(of indicator: Int?, unit: Int?) -> Weights {
    guard let indicator else { return Weights() }
    let ends = unit.flatMap { extremes[$0] }
    let structure = study.index.structure
    return Weights(
      own: structure.weight(of: structure.indicators[indicator].code),
      least: box?.lower[indicator], greatest: box?.upper[indicator],
      best: ends?.best.weights[indicator], worst: ends?.worst.weights[indicator])
  }
}
