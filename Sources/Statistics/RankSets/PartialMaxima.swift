import CKernels

/// What some of the draws of errors tell of every critical value that simultaneous rank sets may ask for, in a form that joins
/// with the others without error.
///
/// Step by step, critical values are asked of fewer and fewer differences: of the end of one order (`DifferenceOrder`).
/// The largest of a draw's differences from place m on changes but a few times as m grows, so that all of them are known
/// by the records: going from the end to the beginning, each difference larger than all after it. Quantiles
/// near the level need the largest maxima alone; what is below a floor, far below every critical value that a first few
/// draws give, is only counted.
public struct PartialMaxima: Sendable {
  /// The replicates that were drawn.
  public let replicates: Range<Int>
  /// What is smaller is left out.
  let floor: Double
  /// How many records each draw has that has any.
  let lengths: [Int]
  /// The places of the records in the order of differences: draw by draw, falling.
  let places: [Int]
  /// The standardised differences there, rising.
  let values: [Double]
}

/// The draws behind simultaneous rank sets, ready to be made, at once or in parts that are joined.
public struct RankSetDraws: Sendable {
  /// The scores with their errors.
  public let estimates: ScoreEstimates
  /// What is asked for: simultaneous sets by a fixed number of draws.
  public let settings: RankConfidenceSets.Settings
  /// The number of draws in all.
  public let draws: Int
  let order: DifferenceOrder
  let floor: Double

  /// Draws so many first, to know how small a maximum may matter.
  private static let firstDraws = 20_000
  /// How many of their Monte Carlo errors the floor lies below the smallest critical value of the first draws.
  ///
  /// What falls below it even so is drawn anew when parts are joined.
  private static let distance = 8.0

  /// Prepares the draws.
  ///
  /// - Parameters:
  ///   - estimates: the scores with their errors.
  ///   - settings: what is asked for; how many draws it says does not count.
  ///   - draws: how many there are in all.
  /// - Precondition: the sets are simultaneous, and there is a draw.
  public init(
    of estimates: ScoreEstimates, settings: RankConfidenceSets.Settings, draws: Int
  ) {
    precondition(settings.kind == .simultaneous, "parts are of simultaneous sets")
    precondition(draws > 0, "a quantile needs a draw")
    self.estimates = estimates
    self.draws = draws
    self.settings = settings
    order = DifferenceOrder(estimates)
    var search = RankSetSearch(
      estimates: estimates, settings: settings,
      drawn: DrawnMaxima(
        estimates: estimates, source: .seed(settings.seed), threads: settings.threads))
    search.find(draws: min(draws, Self.firstDraws))
    let values = search.paths.joined().flatMap(\.criticalValues).filter { $0.standardError > 0 }
    floor =
      values.map { $0.value - Self.distance * $0.standardError }.min() ?? .greatestFiniteMagnitude
  }

  /// Makes some of the draws.
  ///
  /// - Parameter range: the numbers of the replicates.
  /// - Returns: what joins with the rest.
  /// - Precondition: the range lies among the draws.
  public func part(_ range: Range<Int>) -> PartialMaxima {
    precondition(
      range.lowerBound >= 0 && range.upperBound <= draws, "a part is one of the draws there are")
    let drawn = DrawnMaxima(
      estimates: estimates, source: .seed(settings.seed), threads: settings.threads)
    let found = drawn.records(range, order: order, floor: floor)
    return PartialMaxima(
      replicates: range, floor: floor, lengths: found.flatMap(\.lengths),
      places: found.flatMap(\.places), values: found.flatMap(\.values))
  }

  /// Reads a part back that was written down as rows.
  ///
  /// - Parameters:
  ///   - range: the numbers of its replicates.
  ///   - rows: its rows.
  /// - Returns: the part.
  /// - Throws: `PartialResultError` where a row is not what was written.
  public func part(
    _ range: Range<Int>, reading rows: [NumberRow]
  ) throws(PartialResultError) -> PartialMaxima {
    var reader = NumberRowReader(rows)
    guard try reader.take("floor", count: 1) == [floor] else { throw reader.fault("the floor") }
    let lengths = try reader.takeCounts("lengths")
    guard lengths.count <= range.count,
      lengths.allSatisfy({ (1...max(1, order.count)).contains($0) })
    else { throw reader.fault("lengths of \(range.count) draws at most") }
    let count = lengths.reduce(0, +)
    let places = try reader.takeCounts("places", count: count)
    guard places.allSatisfy({ $0 < order.count }) else { throw reader.fault("places") }
    let values = try reader.take("values", count: count)
    try reader.end()
    return PartialMaxima(
      replicates: range, floor: floor, lengths: lengths, places: places, values: values)
  }

  /// All numbers that the draws are made from, and the level: draws with the same ones are the same.
  public var determinants: [Double] {
    estimates.values + order.factors
      + (0..<estimates.count).map { estimates.standardErrors[$0] }
      + [settings.level, settings.stepdown ? 1 : 0, floor]
  }
}

extension PartialMaxima {
  /// Everything in it as rows of numbers: the floor; how many records each draw has that has any; their places; their
  /// values.
  public var rows: [NumberRow] {
    [
      NumberRow("floor", [floor]), NumberRow("lengths", lengths.map(Double.init)),
      NumberRow("places", places.map(Double.init)), NumberRow("values", values),
    ]
  }

  /// The largest differences of draws from a place on, as far as they reach the floor.
  ///
  /// - Parameter first: the place in the order of differences.
  /// - Returns: a number for each draw that has one, in the order of draws.
  func maxima(from first: Int) -> [Double] {
    var maxima: [Double] = []
    maxima.reserveCapacity(lengths.count)
    var start = 0
    for length in lengths {
      var found: Double?
      // The last record that is not before the place.
      for record in start..<start + length where places[record] >= first { found = values[record] }
      if let found { maxima.append(found) }
      start += length
    }
    return maxima
  }
}

/// The draws of parts that have been joined.
struct JoinedMaxima: Sendable {
  let parts: [PartialMaxima]
  let order: DifferenceOrder
  let draws: Int

  /// The critical value of a family of differences.
  ///
  /// - Parameters:
  ///   - family: pairs of units.
  ///   - level: the share of draws below.
  /// - Returns: nil where what was kept does not tell it.
  func criticalValue(of family: [ComparedPair], level: Double) -> CriticalValue? {
    guard let first = order.start(of: family) else { return nil }
    return CriticalValue(
      largest: parts.flatMap { $0.maxima(from: first) }, of: draws, level: level)
  }
}

extension RankConfidenceSets {
  /// Finds simultaneous sets by draws that were made in parts.
  ///
  /// - Parameters:
  ///   - draws: the draws.
  ///   - parts: parts that hold all of them, in their order.
  /// - Precondition: each part begins where the one before it ends.
  public init(_ draws: RankSetDraws, joining parts: [PartialMaxima]) {
    precondition(
      zip(parts, parts.dropFirst()).allSatisfy {
        $0.replicates.upperBound == $1.replicates.lowerBound
      } && parts.first?.replicates.lowerBound == 0
        && parts.last?.replicates.upperBound == draws.draws, "parts follow one another")
    var settings = draws.settings
    settings.draws = .fixed(draws.draws)
    var drawn = DrawnMaxima(
      estimates: draws.estimates, source: .seed(settings.seed), threads: settings.threads)
    drawn.joined = JoinedMaxima(parts: parts, order: draws.order, draws: draws.draws)
    var search = RankSetSearch(estimates: draws.estimates, settings: settings, drawn: drawn)
    search.find(draws: draws.draws)
    self.init(search)
  }
}
