public import Panels

/// How one year's index follows from its indicators: weights, ranges and directions, as data.
///
/// The score of an indicator is 9 (x − minimum) / (maximum − minimum) + 1, or 11 less that where
/// lower is better; the sub-index is the weighted sum. With the ranges held fixed it is exactly
/// linear in the values: score = constant + Σ slope × value. Another scale than 1 to 10 stretches
/// both alike: the total of the index is the rule whose indicators are the sub-indices, whose
/// ranges are 1 to 10 and whose scale is 10 to 100.
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
    /// The scores of the worst and the best end of the range; 1 to 10 in the index.
    public let scale: ClosedRange<Double>

    /// Describes a component.
    public init(
      indicator: String, dimension: String, weight: Double, minimum: Double, maximum: Double,
      direction: Direction, scale: ClosedRange<Double> = Goalposts.ofPCI
    ) {
      self.indicator = indicator
      self.dimension = dimension
      self.weight = weight
      self.minimum = minimum
      self.maximum = maximum
      self.direction = direction
      self.scale = scale
    }

    /// What one unit more of the indicator adds to the sub-index; negative where lower is better.
    public var slope: Double { goalposts.slope(weight: weight) }

    /// The range as what the indicator is scored between.
    public var goalposts: Goalposts {
      Goalposts(unchecked: minimum, maximum, direction: direction, output: scale)
    }

    /// The end of the range that scores highest.
    public var best: Double { direction == .positive ? maximum : minimum }

    /// The indicator's own score, on the scale inside the range and beyond outside it.
    public func score(_ value: Double) -> Double { goalposts.score(value) }
  }

  /// How well a rule is known.
  public enum Standing: String, Sendable, Hashable, CaseIterable {
    /// It gives every published score back to the precision with which scores are stored.
    case exact
    /// It is fitted: something that is not published enters the scores, and it misses them.
    case approximate
  }

  /// The year the rule holds for.
  public let year: Int
  /// The sub-index, or `pci` for the total.
  public let subindex: String
  /// How well the rule is known.
  public let standing: Standing
  /// The components, in the order of the file.
  public let components: [Component]

  /// Checks and collects components.
  ///
  /// - Throws: `IndexError.badRule` when a weight is not positive, weights do not add up to one, a
  ///   range is empty or an indicator stands twice.
  public init(
    year: Int, subindex: String, standing: Standing = .exact, components: [Component]
  ) throws(IndexError) {
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
      guard component.scale.lowerBound < component.scale.upperBound,
        component.scale == components[0].scale
      else { throw refuse("\(component.indicator) is scored on a scale of its own") }
    }
    let sum = components.reduce(0) { $0 + $1.weight }
    // An analyst may type 0.0667 for a fifteenth: three of them miss by 1e-4 in a weight of one.
    guard abs(sum - 1) <= 1e-3 else { throw refuse("the weights add up to \(sum), not 1") }
    self.year = year
    self.subindex = subindex
    self.standing = standing
    self.components = components
  }

  /// How far a score can be off because the weights were typed rounded: what they lack of one, at most
  /// times the highest score.
  public var roundingOfWeights: Double {
    let sum = components.reduce(0) { $0 + $1.weight }
    let highest = components.first?.scale.upperBound ?? 0
    // Fifteenths do not add up to one in binary either.
    return abs(1 - sum) < 1e-9 ? 0 : abs(1 - sum) * highest
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
  /// They can where the same indicators carry the same weights; ranges may have widened. Fitted
  /// weights are estimates of one another where both years have the same indicators.
  public func isComparable(with other: ScoringRule) -> Bool {
    func weights(_ rule: ScoringRule) -> [String: Double] {
      Dictionary(uniqueKeysWithValues: rule.components.map { ($0.indicator, $0.weight) })
    }
    guard subindex == other.subindex, standing == other.standing else { return false }
    return standing == .approximate
      ? Set(indicators) == Set(other.indicators) : weights(self) == weights(other)
  }

  /// The dimensions in their order, with the weight of each in the sub-index.
  public var dimensions: [(name: String, weight: Double)] {
    var dimensions: [(name: String, weight: Double)] = []
    for component in components {
      if let known = dimensions.firstIndex(where: { $0.name == component.dimension }) {
        dimensions[known].weight += component.weight
      } else {
        dimensions.append((component.dimension, component.weight))
      }
    }
    return dimensions
  }
}
