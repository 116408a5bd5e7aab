public import Tables
import Panels

extension ScoringRule {
  /// Reads a rule: indicator, dimension, weight, minimum, maximum and direction.
  ///
  /// `scale_minimum` and `scale_maximum` may name another scale than 1 to 10. Other columns, as
  /// those that tell how a constant was found, are passed over. Between semicolons or tabs decimals may
  /// follow a comma, as a Vietnamese spreadsheet program writes them.
  ///
  /// - Parameters:
  ///   - year: the year it holds for.
  ///   - subindex: the sub-index.
  ///   - standing: how well it is known.
  ///   - table: a row for each indicator.
  /// - Throws: `TableError` or `PanelError`, naming the place, or `IndexError.badRule`.
  public init(
    year: Int, subindex: String, standing: Standing = .exact, reading table: Table
  ) throws {
    let records = try Records(
      table, required: ["indicator", "dimension", "weight", "minimum", "maximum", "direction"])
    let grammar = try NumberGrammar(of: table)
    let published = Goalposts.ofPCI
    try self.init(
      year: year, subindex: subindex, standing: standing,
      components: records.map { record in
        let lowest =
          try record.optionalConstant("scale_minimum", by: grammar) ?? published.lowerBound
        let highest =
          try record.optionalConstant("scale_maximum", by: grammar) ?? published.upperBound
        guard lowest < highest else {
          throw PanelError.badEntry(
            record.location("scale_maximum"), "a number above scale_minimum, \(lowest)")
        }
        return Component(
          indicator: try record.text("indicator"), dimension: try record.text("dimension"),
          weight: try record.constant("weight", by: grammar),
          minimum: try record.constant("minimum", by: grammar),
          maximum: try record.constant("maximum", by: grammar),
          direction: try record.choice("direction"),
          scale: lowest...highest)
      })
  }

  /// The rule as `init(year:subindex:standing:reading:)` reads it.
  ///
  /// - Parameter calibration: the calibration the rule comes from, to say how each end of a range was
  ///   found.
  /// - Returns: a row for each indicator.
  public func table(found calibration: Calibration? = nil) -> Table {
    let published = Goalposts.ofPCI
    let isPublished = components.allSatisfy { $0.scale == published }
    let columns = ["indicator", "dimension", "weight", "minimum", "maximum", "direction"]
    return Table(
      title: "\(subindex) \(year)",
      columns: columns + (isPublished ? [] : ["scale_minimum", "scale_maximum"])
        + (calibration == nil ? [] : ["minimum_found", "maximum_found"]),
      rows: components.map { component in
        let cells: [Cell] = [
          .text(component.indicator), .text(component.dimension), .number(component.weight),
          .number(component.minimum), .number(component.maximum),
          .text(component.direction.rawValue),
        ]
        return cells
          + (isPublished
            ? [] : [.number(component.scale.lowerBound), .number(component.scale.upperBound)])
          + (calibration?.origins(of: component.indicator) ?? [])
      })
  }
}

extension Calibration {
  /// How the lower and the upper end of an indicator's range were found.
  fileprivate func origins(of indicator: String) -> [Cell] {
    let entry = coefficients.first { $0.indicator == indicator }
    return [entry?.minimum, entry?.maximum].map { Cell($0?.origin.description ?? "") }
  }
}

extension Record {
  /// A number that must be there; what is none is told as of any other table.
  func constant(_ column: String, by grammar: NumberGrammar) throws -> Double {
    guard case .number(let value, isPercentage: false) = number(column, by: grammar) else {
      return try number(column)
    }
    return value
  }

  /// A number, or nil for an empty cell.
  fileprivate func optionalConstant(
    _ column: String, by grammar: NumberGrammar
  ) throws -> Double? {
    optionalText(column) == nil ? nil : try constant(column, by: grammar)
  }
}
