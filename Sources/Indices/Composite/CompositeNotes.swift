import Tables

/// What a reader of composite scores should know, in sentences.
enum CompositeNotes {
  /// Tells which figures were put where one was missing, indicator by indicator.
  static func imputed(
    _ imputed: [CompositeScores.Imputed], by imputation: Imputation, withoutGroup: [String]
  ) -> [Phrase] {
    guard !imputed.isEmpty else { return [] }
    var units: [(indicator: String, units: [String])] = []
    for figure in imputed {
      if units.last?.indicator != figure.indicator { units.append((figure.indicator, [])) }
      units[units.count - 1].units.append(figure.unit)
    }
    let what =
      switch imputation {
      case .none: Phrase(verbatim: "")
      case .mean: Phrase("the mean of all units")
      case .median: Phrase("the median of all units")
      case .groupMean: Phrase("the mean of its group")
      case .groupMedian: Phrase("the median of its group")
      }
    let cells = list(units.map { Phrase("\($0.indicator) (\(list($0.units)))") })
    var notes = [
      imputed.count == 1
        ? Phrase("1 missing figure is filled by \(what): \(cells).")
        : Phrase("\(imputed.count) missing figures are filled by \(what): \(cells).")
    ]
    if !withoutGroup.isEmpty {
      notes.append(
        Phrase(
          "No unit of the group has a figure, so that all units stand in: \(list(withoutGroup))."))
    }
    return notes
  }

  /// Tells what was done about outliers.
  static func treated(_ treated: [CompositeScores.Treated]) -> [Phrase] {
    var moved: [Phrase] = []
    var logarithms: [String] = []
    var left: [String] = []
    for indicator in treated {
      switch indicator.outcome {
      case .winsorised: moved.append(Phrase("\(indicator.indicator) (\(list(indicator.units)))"))
      case .logarithm: logarithms.append(indicator.indicator)
      case .leftAsItWas: left.append(indicator.indicator)
      }
    }
    var notes: [Phrase] = []
    if !moved.isEmpty {
      notes.append(Phrase("Outliers drawn in to the next value: \(list(moved))."))
    }
    if !logarithms.isEmpty { notes.append(Phrase("Logarithms are taken of \(list(logarithms)).")) }
    if !left.isEmpty {
      notes.append(
        Phrase(
          """
          Left as they are, since drawing in \(Treatment.pointLimit) outliers does not suffice: \
          \(list(left)).
          """))
    }
    return notes
  }

  /// Tells of units that lack figures nothing was put in the place of.
  static func incomplete(_ units: [String]) -> [Phrase] {
    guard !units.isEmpty else { return [] }
    return [
      units.count == 1
        ? Phrase("\(units[0]) lacks figures: what is there shares the weight of what is missing.")
        : Phrase("\(list(units)) lack figures: what is there shares the weight of what is missing.")
    ]
  }

  /// Names, and of many how many more there are.
  private static func list(_ names: [String]) -> Phrase {
    list(names.map(Phrase.init(verbatim:)))
  }

  private static func list(_ names: [Phrase]) -> Phrase {
    let shown = Phrase.joined(Array(names.prefix(30)), by: ", ")
    return names.count > 30 ? Phrase("\(shown) and \(names.count - 30) more") : shown
  }
}
