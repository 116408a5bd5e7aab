public import Tables
import Indices
import Sensitivity

extension Drivers {
  /// What is worth knowing: ties, ranges, borrowed changes, shortened steps, how ranks have moved.
  ///
  /// - Parameter name: how an indicator is called; by its code if nothing else is said.
  /// - Returns: sentences.
  public func notes(naming name: (String) -> String = { $0 }) -> [Phrase] {
    notes(naming: name, on: Self.shownMoves)
  }

  /// The same, told of some of the moves.
  internal func notes(naming name: (String) -> String, on moves: [NamedMove]) -> [Phrase] {
    [standingNote, rangesNote(naming: name, on: moves)] + goodYearNotes(naming: name)
      + history.notes + boardNotes
  }

  /// A move with what it is called.
  internal typealias NamedMove = (
    name: Phrase, move: (LocalSensitivity) -> LocalSensitivity.Move?
  )

  /// The moves whose places are worth a sentence for everyone.
  private static var shownMoves: [NamedMove] {
    [
      (Phrase("a good year"), { $0.good }), (Phrase("the median"), { $0.reachingMedian }),
      (Phrase("the best"), { $0.reachingBest }),
    ]
  }

  /// All moves that a table of the effects has.
  internal static var allMoves: [NamedMove] {
    shownMoves + [
      (Phrase("one unit"), { $0.unit }), (Phrase("one standard deviation"), { $0.typical }),
      (Phrase("the next place"), { $0.nextPlace }),
    ]
  }

  /// Where the province stands, and what is held.
  public var standingNote: Phrase {
    .sentences([
      index.ranges == .held
        ? Phrase("Rivals and ranges are held as in \(rule.year).")
        : Phrase(
          """
          Rivals' values are held as in \(rule.year); a range widens where this province passes its \
          end, and all scores with it.
          """),
      standing.ties == 0
        ? Phrase("Of \(rivals.count + 1) provinces, this one ranks \(standing.rank), alone.")
        : Phrase(
          """
          Of \(rivals.count + 1) provinces, this one ranks \(standing.rank), a rank it shares with \
          \(standing.ties) more.
          """),
      Phrase(
        """
        Equal scores share the better rank: drawing level with the next province gains its place.
        """),
    ])
  }

  /// Where it would matter if ranges did otherwise.
  private func rangesNote(naming name: (String) -> String, on moves: [NamedMove]) -> Phrase {
    let differences = zip(effects, effectsOtherwise).compactMap { effect, other -> Phrase? in
      let words = moves.compactMap { entry -> Phrase? in
        let places = (entry.move(effect)?.places ?? 0, entry.move(other)?.places ?? 0)
        return places.0 == places.1
          ? nil : Phrase("\(entry.name) \(places.1) instead of \(places.0)")
      }
      return words.isEmpty
        ? nil : Phrase("\(name(effect.input.name)) (\(words))")
    }
    let ranges =
      index.ranges == .held ? Phrase("ranges moved with an extreme") : Phrase("ranges were held")
    return differences.isEmpty
      ? Phrase("If \(ranges), all these places would be the same.")
      : Phrase("If \(ranges), places gained would differ: \(differences, separator: "; ").")
  }

  /// What the changes of a year rest on, and what is wrong with the year.
  ///
  /// - Parameter name: how an indicator is called.
  /// - Returns: sentences.
  public func inputNotes(naming name: (String) -> String) -> [Phrase] {
    goodYearNotes(naming: name) + boardNotes
  }

  /// What a good year is, and where it is borrowed or shortened.
  internal func goodYearNotes(naming name: (String) -> String) -> [Phrase] {
    guard let feasible else {
      return [
        Phrase(verbatim: "\(ScenarioError.noHistory(subindex: rule.subindex, year: rule.year))")
      ]
    }
    let shortened = effects.filter { $0.isGoodShortened && $0.good?.places != nil }
      .map { name($0.input.name) }
    let cases = feasible.laws.filter { !$0.isBorrowed }.map(\.cases)
    let counts = (cases.min() ?? 0, cases.max() ?? 0)
    let number =
      counts.0 == counts.1 ? Phrase(verbatim: "\(counts.0)") : Phrase("\(counts.0) to \(counts.1)")
    return [
      Phrase(
        """
        A good year is the improvement that one case in ten exceeded, each less the median change of \
        all provinces in that year (what all share moves no rank), among the past yearly changes of \
        provinces that stood nearest this one's place in the indicator: a third of all, 60 at the \
        least; here \(number). Part of it is the luck of samples.
        """),
      Self.borrowedNote(
        on: feasible.laws.filter(\.isBorrowed).map { name($0.indicator) }, rule.year),
      shortened.isEmpty
        ? nil
        : Phrase(
          """
          † The range, or what can be, ends within a good year for \(shortened): places are those \
          gained there.
          """),
    ].compactMap(\.self)
  }

  private static func borrowedNote(on names: [String], _ year: Int) -> Phrase? {
    names.isEmpty
      ? nil
      : Phrase(
        """
        * No two years to \(year) for \(names): the changes are those of the other indicators near \
        the same place, in spreads among provinces.
        """)
  }
}
