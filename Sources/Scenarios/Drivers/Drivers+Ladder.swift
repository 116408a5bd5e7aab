public import Sensitivity
public import Tables

extension Drivers {
  /// The ladder of each indicator, in the order of the effects.
  public var ladders: [Ladder] {
    effects.map { Ladder(of: position(of: $0), in: index) }
  }

  /// One row per rung: the value at which an indicator alone gains or loses a place.
  ///
  /// `places` are counted from where the province stands, below zero for places lost; `change` is that of
  /// the value. Of each indicator the rungs to better values come first, the nearest before the farther.
  ///
  /// - Parameter ladders: the ladders.
  /// - Returns: the rungs of all.
  public func table(of ladders: [Ladder]) -> Table {
    Table(
      title: "ladder",
      columns: ["indicator", "rank", "places", "value", "change", "unit", "score"],
      rows: ladders.flatMap { ladder in
        (ladder.upward + ladder.downward).map { rung in
          [
            .text(ladder.input.name), Cell(rung.rank), Cell(rung.places), .number(rung.value),
            .number(rung.value - ladder.input.value), .text(units[ladder.input.name] ?? ""),
            .number(rung.score),
          ]
        }
      },
      notes: ladderNotes(of: ladders))
  }

  /// What is worth knowing of ladders.
  ///
  /// - Parameters:
  ///   - ladders: the ladders.
  ///   - name: how an indicator is called.
  /// - Returns: sentences.
  public func ladderNotes(
    of ladders: [Ladder], naming name: (String) -> String = { $0 }
  ) -> [Phrase] {
    let losing = ladders.filter { ladder in
      zip(ladder.upward, ladder.upward.dropFirst()).contains { $0.places > $1.places }
        || ladder.upward.first.map { $0.places < 0 } == true
    }.map { name($0.input.name) }
    return [
      standingNote,
      index.ranges == .held
        ? Phrase(
          """
          A ladder ends where the range of the indicator does: beyond, the index would widen it \
          (--ranges moving).
          """)
        : Phrase(
          """
          A ladder ends at the lowest and highest value there can be, and no farther than the range's \
          own width beyond its ends.
          """),
      Phrase("A place is gained where scores tie, to the precision that ranks go by."),
      losing.isEmpty
        ? nil
        : Phrase(
          """
          Better values of \(losing) lose places again, to provinces that are worse in it than the \
          rule's range is wide.
          """),
    ].compactMap(\.self) + boardNotes
  }
}
