/// What a reader of composite scores should know, in sentences.
enum CompositeNotes {
  /// Tells which figures were put where one was missing, indicator by indicator.
  static func imputed(
    _ imputed: [CompositeScores.Imputed], by imputation: Imputation, withoutGroup: [String]
  ) -> [String] {
    guard !imputed.isEmpty else { return [] }
    var units: [(indicator: String, units: [String])] = []
    for figure in imputed {
      if units.last?.indicator != figure.indicator { units.append((figure.indicator, [])) }
      units[units.count - 1].units.append(figure.unit)
    }
    let what =
      switch imputation {
      case .none: ""
      case .mean: "the mean of all units"
      case .median: "the median of all units"
      case .groupMean: "the mean of its group"
      case .groupMedian: "the median of its group"
      }
    let cells = imputed.count == 1 ? "1 missing figure is" : "\(imputed.count) missing figures are"
    var notes = [
      "\(cells) filled by \(what): "
        + list(units.map { "\($0.indicator) (\(list($0.units)))" }) + "."
    ]
    if !withoutGroup.isEmpty {
      notes.append(
        "No unit of the group has a figure, so that all units stand in: \(list(withoutGroup)).")
    }
    return notes
  }

  /// Tells what was done about outliers.
  static func treated(_ treated: [CompositeScores.Treated]) -> [String] {
    var moved: [String] = []
    var logarithms: [String] = []
    var left: [String] = []
    for indicator in treated {
      switch indicator.outcome {
      case .winsorised: moved.append("\(indicator.indicator) (\(list(indicator.units)))")
      case .logarithm: logarithms.append(indicator.indicator)
      case .leftAsItWas: left.append(indicator.indicator)
      }
    }
    var notes: [String] = []
    if !moved.isEmpty { notes.append("Outliers drawn in to the next value: \(list(moved)).") }
    if !logarithms.isEmpty { notes.append("Logarithms are taken of \(list(logarithms)).") }
    if !left.isEmpty {
      notes.append(
        "Left as they are, since drawing in \(Treatment.pointLimit) outliers does not suffice: "
          + "\(list(left)).")
    }
    return notes
  }

  /// Tells of units that lack figures nothing was put in the place of.
  static func incomplete(_ units: [String]) -> [String] {
    guard !units.isEmpty else { return [] }
    let units = units.count == 1 ? "\(units[0]) lacks figures" : "\(list(units)) lack figures"
    return [
      "\(units): what is there shares the weight of what is missing."
    ]
  }

  /// Names, and of many how many more there are.
  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(30).joined(separator: ", ")
    return names.count > 30 ? "\(shown) and \(names.count - 30) more" : shown
  }
}
