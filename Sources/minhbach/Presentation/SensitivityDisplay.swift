import Indices
import Panels
import Reports
import Scenarios
import Sensitivity
import Tables

extension Drivers {
  /// The effects as people read them: one line per indicator, places gained in three ways.
  func display(_ names: Names) -> Table {
    let rows = effects.map { effect -> [Cell] in
      let (input, code) = (effect.input, effect.input.name)
      // A value to be reached is rounded away from where the province stands.
      let outward: NumberFormat.Rounding = input.slope > 0 ? .up : .down
      let leaders = leaders[code] ?? []
      let leader =
        leaders.count > 1 ? "\(leaders.count) provinces" : leaders.first.map(names.province) ?? ""
      return [
        .text(names.indicator(code)), .text(names.value(input.value, of: code)),
        effect.nextPlace.map {
          .text(names.value($0.value, of: code, rounding: outward) + " (+\($0.places))")
        } ?? .empty,
        .text(
          names.value(effect.typical.value - input.value, of: code, isSigned: true)
            + (effect.isTypicalShortened ? " (end of range)" : "")),
        .text("+\(effect.typical.places)"),
        .text(names.value(input.best, of: code)), .text("+\(effect.reachingBest.places)"),
        .text(leader),
      ]
    }
    return Table(
      title: "\(names.province(province)), \(rule.subindex) \(rule.year): score "
        + NumberFormat.decimals(2).string(standing.score)
        + ", rank \(standing.rank) of \(standing.rivals.count + 1). "
        + "Which indicators move the rank most",
      columns: [
        "indicator", "value", "next place at", "one year's change", "places", "best", "places ",
        "who is best",
      ],
      rows: rows, notes: notes(naming: names.indicator))
  }
}
