public import Panels
public import Tables

/// How one year's sub-index follows from its indicators: weights, ranges and directions, as data.
///
/// The score of an indicator is 9 (x − minimum) / (maximum − minimum) + 1, or 11 less that where
/// lower is better; the sub-index is the weighted sum. With the ranges held fixed it is exactly
/// linear in the values: score = constant + Σ slope × value.
public struct ScoringRule: Sendable, Hashable {
  /// One indicator's part in the rule.
  public struct Component: Sendable, Hashable {
    /// The code of the indicator.
    public let indicator: String
    /// The group of indicators it is averaged with.
    public let dimension: String
    /// Its share of the sub-index; all shares add up to one.
    public let weight: Double
    /// The value at one end of the range; it scores 1, or 10 where lower is better.
    public let minimum: Double
    /// The value at the other end.
    public let maximum: Double
    /// Whether more is better.
    public let direction: Direction

    /// Describes a component.
    public init(
      indicator: String, dimension: String, weight: Double, minimum: Double, maximum: Double,
      direction: Direction
    ) {
      self.indicator = indicator
      self.dimension = dimension
      self.weight = weight
      self.minimum = minimum
      self.maximum = maximum
      self.direction = direction
    }

    /// What one unit more of the indicator adds to the sub-index; negative where lower is better.
    public var slope: Double { direction.sign * 9 * weight / (maximum - minimum) }

    /// The end of the range that scores 10.
    public var best: Double { direction == .positive ? maximum : minimum }

    /// The indicator's own score, 1 to 10 inside the range and beyond outside it.
    public func score(_ value: Double) -> Double {
      let rising = 9 * (value - minimum) / (maximum - minimum) + 1
      return direction == .positive ? rising : 11 - rising
    }
  }

  /// The year the rule holds for.
  public let year: Int
  /// The sub-index.
  public let subindex: String
  /// The components, in the order of the file.
  public let components: [Component]

  /// Checks and collects components.
  ///
  /// - Throws: `IndexError.badRule` when a weight is not positive, weights do not add up to one, a
  ///   range is empty or an indicator stands twice.
  public init(year: Int, subindex: String, components: [Component]) throws(IndexError) {
    func refuse(_ reason: String) -> IndexError { .badRule(year: year, reason) }
    var seen: Set<String> = []
    for component in components {
      guard seen.insert(component.indicator).inserted else {
        throw refuse("\(component.indicator) stands twice")
      }
      guard component.minimum < component.maximum, (component.maximum - component.minimum).isFinite
      else { throw refuse("the range of \(component.indicator) is empty") }
      guard component.weight > 0, component.weight.isFinite else {
        throw refuse("the weight of \(component.indicator) is not above zero")
      }
    }
    let sum = components.reduce(0) { $0 + $1.weight }
    // An analyst may type 0.0667 for a fifteenth: three of them miss by 1e-4 in a weight of one.
    guard abs(sum - 1) <= 1e-3 else { throw refuse("the weights add up to \(sum), not 1") }
    self.year = year
    self.subindex = subindex
    self.components = components
  }

  /// Reads a rule: indicator, dimension, weight, minimum, maximum and direction.
  ///
  /// - Throws: `TableError` or `PanelError`, naming the place, or `IndexError.badRule`.
  public init(year: Int, subindex: String, reading table: Table) throws {
    let records = try Records(
      table, required: ["indicator", "dimension", "weight", "minimum", "maximum", "direction"])
    try self.init(
      year: year, subindex: subindex,
      components: records.map { record in
        Component(
          indicator: try record.text("indicator"), dimension: try record.text("dimension"),
          weight: try record.number("weight"), minimum: try record.number("minimum"),
          maximum: try record.number("maximum"), direction: try record.choice("direction"))
      })
  }

  /// The codes of the indicators.
  public var indicators: [String] { components.map(\.indicator) }

  /// The range of each indicator, by code.
  public var ranges: [String: ClosedRange<Double>] {
    Dictionary(uniqueKeysWithValues: components.map { ($0.indicator, $0.minimum...$0.maximum) })
  }

  /// The sub-index of one province.
  ///
  /// - Parameter values: one value per component, in their order.
  /// - Returns: the score, 1 to 10 where every value is inside its range.
  public func score(_ values: [Double]) -> Double {
    precondition(values.count == components.count, "one value per component is needed")
    return zip(components, values).reduce(0) { $0 + $1.0.weight * $1.0.score($1.1) }
  }

  /// Whether scores under two rules can be set side by side.
  ///
  /// They can where the same indicators carry the same weights; ranges may have widened.
  public func isComparable(with other: ScoringRule) -> Bool {
    func weights(_ rule: ScoringRule) -> [String: Double] {
      Dictionary(uniqueKeysWithValues: rule.components.map { ($0.indicator, $0.weight) })
    }
    return subindex == other.subindex && weights(self) == weights(other)
  }
}
