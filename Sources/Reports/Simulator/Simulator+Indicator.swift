extension Simulator {
  /// One input of the index, with the slider that moves it.
  public struct Indicator: Sendable, Hashable {
    /// Its code, as scenarios and links name it.
    public let code: String
    /// What people call it.
    public let label: String
    /// How its values are written.
    public let format: Format
    /// Its share of the index.
    public let weight: Double
    /// The range it is scored on.
    public let range: ClosedRange<Double>
    /// The scores of the worse and of the better end of the range.
    public let scale: ClosedRange<Double>
    /// Whether more is better.
    public let isRising: Bool
    /// Today's value.
    public let today: Double
    /// The value of the plan; nil where there is none.
    public let plan: Double?
    /// The values that can be.
    public let bounds: ClosedRange<Double>
    /// The distance between two places of the slider.
    public let step: Double
    /// The values of the rivals, in an order that all indicators share.
    public let rivals: [Double]

    /// Describes an input.
    ///
    /// - Parameters:
    ///   - code: its code.
    ///   - label: what people call it.
    ///   - format: how its values are written.
    ///   - weight: its share of the index.
    ///   - range: the range it is scored on.
    ///   - scale: the scores of the worse and of the better end of the range.
    ///   - isRising: whether more is better.
    ///   - today: today's value.
    ///   - plan: the value of the plan; nil where there is none.
    ///   - bounds: the values that can be; today's and the plan's are among them.
    ///   - step: the distance between two places of the slider, no finer than the digits that are written.
    ///   - rivals: the values of the rivals.
    /// - Precondition: All numbers are finite, range and scale are not empty, weight and step are above zero.
    public init(
      code: String, label: String, format: Format, weight: Double,
      range: ClosedRange<Double>, scale: ClosedRange<Double>, isRising: Bool, today: Double,
      plan: Double?, bounds: ClosedRange<Double>, step: Double, rivals: [Double]
    ) {
      precondition(
        range.lowerBound < range.upperBound && (range.upperBound - range.lowerBound).isFinite,
        "an indicator is scored on a range that is not empty")
      precondition(
        scale.lowerBound < scale.upperBound && (scale.upperBound - scale.lowerBound).isFinite,
        "the better end scores more than the worse")
      precondition(weight > 0 && weight.isFinite, "a weight is above zero")
      precondition(
        bounds.contains(today) && plan.map(bounds.contains) ?? true
          && (bounds.upperBound - bounds.lowerBound).isFinite,
        "today's value and the plan's are such as can be")
      precondition(
        step.isFinite && format.places(of: step) > 0.99, "a step shows in the digits written")
      precondition(rivals.allSatisfy(\.isFinite), "the rivals' values are finite")
      self.code = code
      self.label = label
      self.format = format
      self.weight = weight
      self.range = range
      self.scale = scale
      self.isRising = isRising
      self.today = today
      self.plan = plan
      self.bounds = bounds
      self.step = step
      self.rivals = rivals
    }
  }

  /// How the values of an indicator are written.
  public struct Format: Sendable, Hashable {
    /// The number of decimals.
    public let decimals: Int
    /// Whether shares are written as percentages, 0.725 as 72.5.
    public let isPercentage: Bool
    /// What follows the number: `%`, or a space and a unit.
    public let suffix: String

    /// Describes a way of writing.
    ///
    /// - Precondition: There are nine decimals at most.
    public init(decimals: Int, isPercentage: Bool = false, suffix: String = "") {
      precondition((0...9).contains(decimals), "numbers for people have up to nine decimals")
      self.decimals = decimals
      self.isPercentage = isPercentage
      self.suffix = suffix
    }

    /// How many units of the last digit written a difference is.
    fileprivate func places(of difference: Double) -> Double {
      (0..<decimals).reduce(isPercentage ? 100 * difference : difference) { size, _ in 10 * size }
    }
  }
}
