import CKernels

/// Ranks, year by year, by weighted sums of indicators that move by a law, on ranges that figures widen.
///
/// Of each draw and year: figures are drawn (`PathLaw`) and held within their limits; the range of each
/// indicator takes in the figures of all units of that year and stays so wide; the score is Σ weight ×
/// (a + (b − a) (x − lowest) / (highest − lowest)), or a + b less that where lower is better; and all units are
/// ranked.
public struct RankPaths: Sendable {
  /// How an indicator is scored.
  public struct Indicator: Sendable, Hashable {
    /// What its score counts in the sum.
    public let weight: Double
    /// Whether more is better.
    public let isRising: Bool
    /// The scores at the ends of its range.
    public let output: ClosedRange<Double>
    /// The range before the first year.
    public let range: ClosedRange<Double>
    /// What figures cannot go beyond.
    public let limits: ClosedRange<Double>
    /// Whether figures beyond the range widen it.
    public let isWidened: Bool

    /// Describes an indicator.
    ///
    /// - Parameters:
    ///   - weight: what its score counts in the sum.
    ///   - isRising: whether more is better.
    ///   - output: the scores at the ends of its range.
    ///   - range: the range before the first year.
    ///   - limits: what figures cannot go beyond; infinite where nothing is.
    ///   - isWidened: whether figures beyond the range widen it.
    /// - Precondition: the range is finite and not empty, the weight a finite number.
    public init(
      weight: Double, isRising: Bool, output: ClosedRange<Double> = 1...10,
      range: ClosedRange<Double>, limits: ClosedRange<Double>, isWidened: Bool = true
    ) {
      precondition(weight.isFinite, "a weight is a finite number")
      precondition(
        range.lowerBound < range.upperBound && (range.upperBound - range.lowerBound).isFinite,
        "a range that scores are told by is not empty")
      self.weight = weight
      self.isRising = isRising
      self.output = output
      self.range = range
      self.limits = limits
      self.isWidened = isWidened
    }

    /// The score of a figure on the range as it is.
    func score(_ value: Double) -> Double {
      start + span * (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    }

    /// What the whole range is worth.
    var span: Double {
      let width = weight * (output.upperBound - output.lowerBound)
      return isRising ? width : -width
    }

    /// What the lower end of the range gives.
    var start: Double { weight * (isRising ? output.lowerBound : output.upperBound) }
  }

  /// A place among all units but one, whose score is to be known.
  public struct Place: Sendable, Hashable {
    /// The unit that is left out.
    public let unit: Int
    /// The place, 1 for the highest score.
    public let place: Int

    /// Names a place.
    ///
    /// - Parameters:
    ///   - unit: the unit that is left out.
    ///   - place: the place, 1 for the highest score.
    public init(among unit: Int, _ place: Int) {
      self.unit = unit
      self.place = place
    }
  }

  /// The indicators.
  public let indicators: [Indicator]
  /// How their figures move.
  public let law: PathLaw
  /// Two scores no further apart than this share the better rank.
  public let tolerance: Double
  let network: SortingNetwork
  let numbers: Numbers

  /// Takes indicators and the law they move by.
  ///
  /// - Parameters:
  ///   - indicators: how each is scored.
  ///   - law: how figures move.
  ///   - tolerance: the largest difference of scores that is a tie.
  /// - Precondition: the law is of so many indicators, its numbers are finite, and the tolerance is not negative.
  public init(_ indicators: [Indicator], law: PathLaw, tolerance: Double = 0) {
    precondition(indicators.count == law.indicators, "the law is of other indicators")
    precondition(tolerance >= 0, "a tolerance cannot be negative")
    precondition(
      law.means.allSatisfy(\.isFinite) && law.factors.allSatisfy(\.isFinite),
      "a law consists of finite numbers")
    self.indicators = indicators
    self.law = law
    self.tolerance = tolerance
    network = SortingNetwork(places: law.units)
    numbers = Numbers(indicators, law)
  }

  /// Draws paths and ranks.
  ///
  /// - Parameters:
  ///   - draws: how many.
  ///   - watched: units whose scores are written down, draw by draw.
  ///   - places: places among others whose scores are written down.
  ///   - replicates: what they are repeated by, and how many threads work; the first of more draws are the same.
  /// - Returns: ranks and scores of each unit and year; the same bytes on any number of threads.
  /// - Precondition: there is a draw, and units and places are some that there are.
  public func ranks(
    draws: Int, watching watched: [Int] = [], places: [Place] = [], replicates: Replicates
  ) -> DrawnPaths {
    precondition(draws > 0, "a distribution needs one draw at least")
    return joined([
      part(0..<draws, of: draws, watching: watched, places: places, replicates: replicates)
    ])
  }
}
