public import Sensitivity
public import Tables

extension Drivers {
  /// Every pair of indicators, each changed by a good year, in the order of `InputPair.all`.
  ///
  /// - Returns: nothing in the first year there is.
  public var pairs: [InputPair] {
    guard feasible != nil else { return [] }
    return InputPair.all(of: index, changedTo: goodValues)
  }

  /// The value of each input after a good year, in the order of the rule.
  private var goodValues: [Double] {
    index.inputs.map { input in
      effects.first { $0.input.name == input.name }?.good?.value ?? input.value
    }
  }

  /// The change of an input by a good year.
  ///
  /// - Parameter position: the number of the input.
  /// - Returns: the change of its value.
  public func goodChange(of position: Int) -> Double {
    goodValues[position] - index.values[position]
  }

  /// One row per pair: what both gain by a good year each, alone and together.
  ///
  /// `extra` is what they gain together beyond the sum of what each gains alone.
  ///
  /// - Parameter pairs: the pairs.
  /// - Returns: the pairs in their order.
  public func table(of pairs: [InputPair]) -> Table {
    Table(
      title: "pairs",
      columns: [
        "first", "second", "first_change", "second_change", "first_places", "second_places",
        "places_together", "extra",
      ],
      rows: pairs.map { pair in
        [
          .text(index.inputs[pair.first].name), .text(index.inputs[pair.second].name),
          .number(goodChange(of: pair.first)), .number(goodChange(of: pair.second)),
          Cell(pair.firstPlaces), Cell(pair.secondPlaces), Cell(pair.placesTogether),
          Cell(pair.extra),
        ]
      },
      notes: pairNotes(of: pairs))
  }

  /// What is worth knowing of pairs.
  ///
  /// - Parameters:
  ///   - pairs: the pairs.
  ///   - name: how an indicator is called.
  /// - Returns: sentences.
  public func pairNotes(
    of pairs: [InputPair], naming name: (String) -> String = { $0 }
  ) -> [Phrase] {
    guard feasible != nil else { return goodYearNotes(naming: name) + boardNotes }
    let more = pairs.count { $0.extra > 0 }
    let joint = pairs.count(where: \.isJointOnly)
    return [
      Phrase(
        """
        Of \(pairs.count) pairs, \(more) gain more places together than both alone, and \(joint) gain \
        together where neither gains a place alone. A rank goes by whole places: what falls short of \
        the next province alone may reach it together.
        """),
      standingNote,
    ] + goodYearNotes(naming: name) + boardNotes
  }
}
