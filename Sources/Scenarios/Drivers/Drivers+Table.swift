import Panels
public import Tables
import Sensitivity

extension Drivers {
  /// One row per indicator: what moving it alone does.
  ///
  /// `next_value` is the value at which the next place is gained, `variation` one standard deviation of
  /// the net yearly change, `best` the best value of any province in the year and `median` that in the
  /// middle. `places_per_unit` counts one percentage point of a share and one unit of all else.
  /// `feasible_median` and `feasible_good` are the net improvements of a year that half and one in ten of
  /// the cases near the same position exceeded, `raw_good` the latter with what the country shared; above
  /// zero is for the better. `feasible_cases` is zero where they are borrowed.
  ///
  /// - Parameter places: an interval for the places of a good year, one per effect.
  /// - Returns: the effects in their order.
  public func table(_ places: [ClosedRange<Int>?] = []) -> Table {
    Table(
      title: "sensitivity",
      columns: [
        "indicator", "value", "unit", "score_per_unit", "next_value", "next_change", "next_places",
        "variation", "variation_changes", "variation_value", "variation_score", "variation_places",
        "best", "best_province", "best_score", "best_places", "places_per_unit", "median",
        "median_places", "feasible_median", "feasible_good", "feasible_good_low",
        "feasible_good_high", "raw_good", "feasible_cases", "places_feasible_year",
        "places_feasible_year_low", "places_feasible_year_high", "places_feasible_median",
      ],
      rows: effects.enumerated().map { place, effect in
        cells(effect) + feasibleCells(effect, place < places.count ? places[place] : nil)
      },
      notes: notes(naming: { $0 }, on: Self.allMoves)
        + (variation.isEmpty
          ? []
          : [
            Phrase(
              """
              variation is one standard deviation of past yearly changes, each less the median change \
              of all provinces in that year.
              """)
          ]))
  }

  private func cells(_ effect: LocalSensitivity) -> [Cell] {
    let (input, next) = (effect.input, effect.nextPlace)
    let own = variation[input.name]
    let position = position(of: effect)
    let steps = steps[position]
    return [
      .text(input.name), .number(input.value), .text(units[input.name] ?? ""),
      .number(input.slope), Cell(next?.value), Cell(next.map { $0.value - input.value }),
      Cell(next.map { Double($0.places) }), Cell(own?.standardDeviation),
      Cell(own.map { Double($0.changes) }), Cell(own.map { _ in effect.typical.value }),
      Cell(own.map { _ in effect.typical.score }),
      Cell(own.map { _ in Double(effect.typical.places) }),
      .number(steps.best),
      .text(leaders[position].map(\.nameVi).joined(separator: "; ")),
      .number(effect.reachingBest.score), Cell(effect.reachingBest.places),
      Cell(effect.unit.places), .number(steps.median), Cell(effect.reachingMedian.places),
    ]
  }

  private func feasibleCells(
    _ effect: LocalSensitivity, _ places: ClosedRange<Int>?
  ) -> [Cell] {
    let law = feasible?[effect.input.name]
    return [
      Cell(law?.median), Cell(law?.good), Cell(law?.goodInterval.lowerBound),
      Cell(law?.goodInterval.upperBound), Cell(law?.rawGood), Cell(law.map { Double($0.cases) }),
      Cell(effect.good.map { Double($0.places) }), Cell(places.map { Double($0.lowerBound) }),
      Cell(places.map { Double($0.upperBound) }),
      Cell(law.map { Double(medianYearPlaces(effect, $0)) }),
    ]
  }

  /// The places that the median year gains, or loses.
  private func medianYearPlaces(_ effect: LocalSensitivity, _ law: FeasibleLaw) -> Int {
    var values = index.values
    values[position(of: effect)] = effect.input.improved(by: law.median, index.ranges)
    return index.rank - index.rank(at: values)
  }
}
