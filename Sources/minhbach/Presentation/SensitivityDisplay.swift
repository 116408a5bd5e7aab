import Indices
import Panels
import Reports
import Scenarios
import Sensitivity
import Tables

extension Drivers {
  /// Where the province stands, the beginning of every title.
  func heading(_ names: Names) -> Phrase {
    Phrase(
      """
      \(names.province(province)), \(names.subindex(rule.subindex)) \(rule.year): score \
      \(standing.score, .decimals(2)), rank \(standing.rank) of \(rivals.count + 1)
      """)
  }

  /// The effects as people read them: one line per indicator, places gained in three ways.
  ///
  /// - Parameters:
  ///   - names: how indicators are called.
  ///   - places: an interval for the places of a good year, one per effect.
  /// - Returns: the effects in their order.
  func display(_ names: Names, _ places: [ClosedRange<Int>?]) -> Table {
    Table(
      title: names.words("\(heading(names)). Which indicators move the rank most"),
      columns: names.words.columns(
        "indicator", "value", "next place", "good year", "places", "likely", "median", "there",
        "best \(rule.year)", "there"),
      rows: zip(effects, places).map { row($0, $1, names) }, notes: notes(naming: names.indicator))
  }

  private func row(
    _ effect: LocalSensitivity, _ places: ClosedRange<Int>?, _ names: Names
  ) -> [Cell] {
    let (input, code) = (effect.input, effect.input.name)
    let steps = steps[position(of: effect)]
    var good: [Cell] = [.empty, .empty, .empty]
    if let move = effect.good, let law = feasible?[code] {
      let marks = (law.isBorrowed ? "*" : "") + (effect.isGoodShortened ? "†" : "")
      good = [
        .text(names.change(move.value - input.value, of: code) + marks),
        .text(.signed(move.places)),
        .text(
          places.map {
            names.words("\(String.signed($0.lowerBound)) to \(String.signed($0.upperBound))")
          } ?? ""),
      ]
    }
    return [
      .text(names.indicator(code)), .text(names.value(input.value, of: code)), next(effect, names),
    ] + good + [
      .text(names.value(steps.median, of: code)),
      .text(.signed(effect.reachingMedian.places)),
      .text(names.value(steps.best, of: code)),
      .text(.signed(effect.reachingBest.places)),
    ]
  }

  /// The value that gains a place, rounded away from where the province stands unless the range ends.
  private func next(_ effect: LocalSensitivity, _ names: Names) -> Cell {
    guard let next = effect.nextPlace else { return .empty }
    let (input, grid) = (effect.input, names.grid(of: effect.input.name))
    let isNearLimit = abs(input.best(effect.ranges) - next.value) < grid
    let rounding: NumberFormat.Rounding = isNearLimit ? .nearest : input.isRising ? .up : .down
    return .text(
      names.value(next.value, of: input.name, rounding: rounding)
        + " (\(String.signed(next.places)))")
  }
}

extension String {
  /// A number of places with its sign; nothing gained as +0.
  static func signed(_ places: Int) -> String {
    places < 0 ? "−\(-places)" : "+\(places)"
  }
}
