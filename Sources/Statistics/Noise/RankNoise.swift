import CKernels

/// Ranks by a weighted sum of indicators with errors, whose ranges are taken anew in every draw.
///
/// In each draw every value gets a normal error, each indicator is scored by its range in that draw,
///
///     score = a + (b − a) (x − lowest) / (highest − lowest),    or a + b less that where lower is better,
///
/// the scores are added up by their weights, and all units are ranked. An indicator whose values are all equal
/// in a draw gives every unit the middle (a + b) / 2. Where ranges are held, `GaussianRanks` is faster.
///
/// Drawn errors have the digits of single precision, and go no further than 6.8 standard errors, which one in 10¹¹ would;
/// all that is made of them is of double precision.
public struct RankNoise: Sendable {
  /// The values of one indicator with their errors, and how it is scored.
  public struct Indicator: Sendable {
    /// The value of each unit.
    public let values: [Double]
    /// The standard error of each value; zero for what is known.
    public let errors: [Double]
    /// What its score counts in the sum.
    public let weight: Double
    /// Whether more is better.
    public let isRising: Bool
    /// The scores at the ends of its range.
    public let output: ClosedRange<Double>

    /// Takes an indicator.
    ///
    /// - Parameters:
    ///   - values: the value of each unit.
    ///   - errors: the standard error of each value; zero for what is known.
    ///   - weight: what its score counts in the sum.
    ///   - isRising: whether more is better.
    ///   - output: the scores at the ends of its range.
    /// - Precondition: there are as many errors as values.
    public init(
      values: [Double], errors: [Double], weight: Double, isRising: Bool,
      output: ClosedRange<Double> = 1...10
    ) {
      precondition(values.count == errors.count, "each value needs a standard error")
      precondition(weight.isFinite, "a weight is a finite number")
      self.values = values
      self.errors = errors
      self.weight = weight
      self.isRising = isRising
      self.output = output
    }
  }

  /// The indicators.
  public let indicators: [Indicator]
  /// The number of units.
  public let units: Int
  /// Two scores no further apart than this share the better rank.
  public let tolerance: Double
  private let network: SortingNetwork

  /// Takes indicators.
  ///
  /// - Parameters:
  ///   - indicators: one at least, all of the same units.
  ///   - tolerance: the largest difference of scores that is a tie.
  /// - Throws: `RankNoiseError` for the first number that cannot be.
  /// - Precondition: all indicators have the same number of units, and the tolerance is not negative.
  public init(_ indicators: [Indicator], tolerance: Double = 0) throws(RankNoiseError) {
    precondition(tolerance >= 0, "a tolerance cannot be negative")
    let units = indicators.first?.values.count ?? 0
    for (number, indicator) in indicators.enumerated() {
      precondition(indicator.values.count == units, "all indicators are of the same units")
      for unit in 0..<units {
        guard indicator.values[unit].isFinite else {
          throw .notFinite(indicator: number, unit: unit)
        }
        guard indicator.errors[unit].isFinite, indicator.errors[unit] >= 0 else {
          throw .noStandardError(indicator: number, unit: unit)
        }
      }
    }
    self.indicators = indicators
    self.units = units
    self.tolerance = tolerance
    network = SortingNetwork(places: units)
  }

  /// Draws errors and ranks.
  ///
  /// - Parameters:
  ///   - draws: how many.
  ///   - seed: what they are repeated by; the first of more draws are the same.
  ///   - threads: how many threads work at most; nil for as many as there are processors.
  /// - Returns: ranks and scores of each unit; the same bytes on any number of threads.
  /// - Precondition: there is a draw.
  public func ranks(draws: Int, seed: UInt64, threads: Int? = nil) -> DrawnRanks {
    ranks(draws: draws, seed: seed, normals: nil, threads: threads)
  }

  /// Ranks by given errors.
  ///
  /// - Parameters:
  ///   - normals: errors in units of their standard error: draws × units × indicators.
  ///   - threads: how many threads work at most; nil for as many as there are processors.
  /// - Returns: ranks and scores of each unit.
  /// - Precondition: there is a draw, and each has a number for each value.
  public func ranks(normals: [Double], threads: Int? = nil) -> DrawnRanks {
    let size = units * indicators.count
    precondition(
      size > 0 && normals.count.isMultiple(of: size), "every draw needs a number for each value")
    return ranks(draws: normals.count / size, seed: 0, normals: normals, threads: threads)
  }

  private func ranks(
    draws: Int, seed: UInt64, normals: [Double]?, threads: Int?
  ) -> DrawnRanks {
    precondition(draws > 0, "a distribution needs one draw at least")
    let scales = Scales(indicators)
    let centres = scales.scores(of: indicators, units: units)
    let tallies = Replicates(seed: seed, threads: threads).chunks(
      of: 0..<draws, length: RankTally.chunk(units: units)
    ) { chunk in
      tally(chunk, seed: seed, normals: normals, scales: scales, centres: centres)
    }
    return DrawnRanks(tallies, draws: draws, centres: centres)
  }

  private func tally(
    _ draws: Range<Int>, seed: UInt64, normals: [Double]?, scales: Scales, centres: [Double]
  ) -> RankTally {
    var tally = RankTally(units: units)
    let lanes = MINHBACH_LANES
    var room = [Double](repeating: 0, count: lanes * (4 * units + 8))
    let given = normals.map {
      Array($0[draws.lowerBound * scales.values.count..<draws.upperBound * scales.values.count])
    }
    unsafe network.comparators.withUnsafeBufferPointer { comparators in
      unsafe centres.withUnsafeBufferPointer { centres in
        var ranked = unsafe minhbach_ranked(
          seed: seed, units: units, tolerance: tolerance, comparators: comparators.baseAddress,
          comparator_count: comparators.count / 2, centres: centres.baseAddress,
          lowest: scales.lowest, highest: scales.highest)
        unsafe scales.withNoise { noise in
          unsafe tally.withSums { sums in
            if let given {
              unsafe minhbach_rank_noise(
                &ranked, noise, UInt64(draws.lowerBound), draws.count, given, sums, &room)
            } else {
              unsafe minhbach_rank_noise(
                &ranked, noise, UInt64(draws.lowerBound), draws.count, nil, sums, &room)
            }
          }
        }
      }
    }
    return tally
  }
}

/// What makes numbers no indicators with errors; indicators and units are told by number, from zero.
public enum RankNoiseError: Error, Hashable, CustomStringConvertible {
  /// The value is infinite or not a number.
  case notFinite(indicator: Int, unit: Int)
  /// The standard error is negative, infinite or not a number.
  case noStandardError(indicator: Int, unit: Int)

  public var description: String {
    switch self {
    case .notFinite(let indicator, let unit):
      "indicator \(indicator + 1), unit \(unit + 1): the value is not a finite number"
    case .noStandardError(let indicator, let unit):
      "indicator \(indicator + 1), unit \(unit + 1): the standard error is not a finite number of zero or more"
    }
  }
}
