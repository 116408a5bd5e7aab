public import Indices
public import Panels
public import Sensitivity

extension ScoringRule {
  /// A province's place in the index as a function of its own values, all others' values held still.
  ///
  /// Scores have the digits of `scoreboard(of:)`.
  ///
  /// - Parameters:
  ///   - province: the province.
  ///   - panel: the figures.
  ///   - ranges: what becomes of the rule's ranges when the province passes an end.
  /// - Returns: one input per component, in their order, with all other scored provinces as rivals.
  /// - Throws: `IndexError` where the province cannot be scored, `PanelError`.
  public func rankedIndex(
    of province: Province, in panel: Panel, ranges: RankedIndex.Ranges = .held
  ) throws -> RankedIndex {
    let board = try scoreboard(of: panel)
    let values = try values(of: province, in: panel)
    let rivals = try rivals(of: province, in: panel)
    let rows = try rivals.map { try self.values(of: $0, in: panel) }
    let inputs = components.indices.map { position in
      let component = components[position]
      return RankedIndex.Input(
        name: component.indicator, value: values[position], rivals: rows.map { $0[position] },
        range: component.minimum...component.maximum, weight: component.weight,
        output: component.scale, isRising: component.direction == .positive,
        limits: panel.indicator(component.indicator)?.limits
          ?? component.minimum...component.maximum)
    }
    precondition(rivals.count + 1 == board.rows.count, "all others that are scored are rivals")
    return RankedIndex(inputs: inputs, ranges: ranges, ranking: .ofScores)
  }

  /// The other provinces that are scored, in the order of the panel.
  internal func rivals(of province: Province, in panel: Panel) throws -> [Province] {
    try panel.sample(of: indicators, in: year).provinces.filter { $0.key != province.key }
  }
}
