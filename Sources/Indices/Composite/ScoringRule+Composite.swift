public import Panels

extension ScoringRule {
  /// The code that the sub-index has as the index of its composite.
  ///
  /// The sub-index, unless an indicator or a dimension is called so.
  private var indexCode: String {
    let taken = Set(components.flatMap { [$0.indicator, $0.dimension] })
    return taken.contains(subindex) ? "\(subindex) index" : subindex
  }

  /// The rule as a composite index: indicators, dimensions, sub-index.
  ///
  /// Indicators are scored between the ends of their ranges on the rule's scale, and dimensions are weighted
  /// means. A dimension weighs what its indicators do together. A dimension that shares its name with
  /// an indicator gets the name with `dimension` behind it.
  ///
  /// - Returns: an index that gives every province the score of `score(_:)`, but for rounding.
  /// - Throws: `CompositeError.badStructure` where names clash all the same.
  public func composite() throws(CompositeError) -> CompositeIndex {
    let indicators = Set(components.map(\.indicator))
    func code(of dimension: String) -> String {
      indicators.contains(dimension) ? "\(dimension) dimension" : dimension
    }
    let structure = try IndexStructure(
      components.map { component in
        IndexStructure.Element(
          code: component.indicator, parent: code(of: component.dimension),
          weight: component.weight, level: 1, direction: component.direction,
          lower: component.minimum, upper: component.maximum)
      }
        + dimensions.map { dimension in
          IndexStructure.Element(
            code: code(of: dimension.name), parent: indexCode, weight: dimension.weight, level: 2)
        } + [IndexStructure.Element(code: indexCode, parent: nil, level: 3)])
    return CompositeIndex(
      structure: structure,
      normalisation: .goalposts(
        to: components.first?.scale ?? Goalposts.ofPCI, isCapped: false))
  }

  /// The figures that the rule scores, of the provinces that have them all.
  ///
  /// - Parameter panel: figures with the year of the rule.
  /// - Returns: a table whose units are the keys of provinces.
  /// - Throws: `PanelError.noFigures` for a year without figures.
  public func figures(of panel: Panel) throws -> IndicatorTable {
    let sample = try panel.sample(of: indicators, in: year)
    return IndicatorTable(
      units: sample.provinces.map(\.key), codes: indicators, columns: sample.columns,
      time: "\(year)")
  }
}
