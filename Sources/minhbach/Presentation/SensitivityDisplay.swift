import Indices
import Panels
import Reports
import Scenarios
import Sensitivity
import Tables

extension Drivers {
  /// The effects as people read them: one line per indicator, places gained in three ways.
  func display(_ names: Names) -> Table {
    Table(
      title: "\(names.province(province)), \(rule.subindex) \(rule.year): score "
        + NumberFormat.decimals(2).string(standing.score)
        + ", rank \(standing.rank) of \(standing.rivals.count + 1). "
        + "Which indicators move the rank most",
      columns: [
        "indicator", "value", "score per", "next place at", "one year", "score", "places",
        "best \(rule.year)", "there", "who is best",
      ],
      rows: effects.map { row($0, names) }, notes: notes(naming: names.indicator))
  }

  private func row(_ effect: LocalSensitivity, _ names: Names) -> [Cell] {
    let (input, code) = (effect.input, effect.input.name)
    let leaders = leaders[code] ?? []
    let leader =
      leaders.count > 1 ? "\(leaders.count) provinces" : leaders.first.map(names.province) ?? ""
    var typical: [Cell] = [.empty, .empty, .empty]
    if let own = variation[code] {
      let marks = (own.isBorrowed ? "*" : "") + (effect.isTypicalShortened ? " (range ends)" : "")
      typical = [
        .text(names.change(effect.typical.value - input.value, of: code) + marks),
        .text(NumberFormat.decimals(3).string(effect.typical.score, isSigned: true)),
        .text("+\(effect.typical.places)"),
      ]
    }
    return [
      .text(names.indicator(code)), .text(names.value(input.value, of: code)),
      .text(names.slope(input.slope, of: code)), next(effect, names),
    ] + typical + [
      .text(names.value(input.best, of: code)), .text("+\(effect.reachingBest.places)"),
      .text(leader),
    ]
  }

  /// The value that gains a place, rounded away from where the province stands unless the range ends.
  private func next(_ effect: LocalSensitivity, _ names: Names) -> Cell {
    guard let next = effect.nextPlace else { return .empty }
    let (input, grid) = (effect.input, names.grid(of: effect.input.name))
    let isNearLimit = abs(input.limit - next.value) < grid
    let rounding: NumberFormat.Rounding = isNearLimit ? .nearest : input.slope > 0 ? .up : .down
    return .text(
      names.value(next.value, of: input.name, rounding: rounding) + " (+\(next.places))")
  }
}
