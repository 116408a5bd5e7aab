public import Tables
import Panels

/// One end of an indicator's range, and how it came to be known.
public struct RangeEnd: Sendable, Hashable {
  /// How an end came to be known.
  public enum Origin: Sendable, Hashable {
    /// The index fixes it (the codebook's scale).
    case fixed
    /// It is an extreme of that year, to all its digits.
    case seen(year: Int)
    /// It is an extreme of that year, typed with so many decimals.
    case typed(year: Int, decimals: Int)
    /// It is an extreme of that year, cut off after so many decimals.
    case cutOff(year: Int, decimals: Int)
    /// No value can lie beyond it: a share's 0 or 1, a count's 0.
    case natural
    /// It follows from the slope and the constant, once everything else is known.
    case solved
    /// It was given with the question.
    case given
  }

  /// The end itself.
  public let value: Double
  /// How it came to be known.
  public let origin: Origin
}

extension RangeEnd.Origin: CustomStringConvertible {
  /// `fixed`, `seen 2012`, `typed 2010 (4 decimals)`, `cut off 2013 (3 decimals)`, `natural`,
  /// `solved` or `given`.
  public var description: String { phrase.text }

  /// The same, to be said in other languages.
  public var phrase: Phrase {
    switch self {
    case .fixed: Phrase("fixed")
    case .seen(let year): Phrase("seen \(year)")
    case .typed(let year, let count): Phrase("typed \(year) (\(counting: count, "decimal"))")
    case .cutOff(let year, let count): Phrase("cut off \(year) (\(counting: count, "decimal"))")
    case .natural: Phrase("natural")
    case .solved: Phrase("solved")
    case .given: Phrase("given")
    }
  }
}

/// The ends that an indicator's range may have in a year, each with how far-fetched it is.
struct RangeEnds {
  /// One possible end.
  struct Candidate {
    let end: RangeEnd
    /// 0 for the extreme of all years so far; more, the more has to be supposed.
    let cost: Double
  }

  /// The possible lower ends, the likelier first.
  let lower: [Candidate]
  /// The possible upper ends, the likelier first.
  let upper: [Candidate]

  /// Collects the ends from what was seen up to a year.
  ///
  /// - Parameters:
  ///   - indicator: the indicator.
  ///   - history: the lowest and highest value of each year up to the one asked about, by year.
  ///   - year: the year asked about.
  ///   - before: the ends found for the year before.
  ///   - given: a range that is known from elsewhere; then it is the only one.
  init(
    of indicator: Indicator, history: [Int: ClosedRange<Double>], year: Int,
    before: (lower: RangeEnd, upper: RangeEnd)?, given: ClosedRange<Double>?
  ) {
    // The sub-indices of a total run from 1 to 10, whatever was seen of them.
    if let known = given ?? (indicator.isScore ? Goalposts.ofPCI : nil) {
      let origin: RangeEnd.Origin = given == nil ? .fixed : .given
      lower = [Candidate(end: RangeEnd(value: known.lowerBound, origin: origin), cost: 0)]
      upper = [Candidate(end: RangeEnd(value: known.upperBound, origin: origin), cost: 0)]
      return
    }
    let own = history[year] ?? 0...0
    var (lower, upper) = (Collection(), Collection())
    // A range is carried from year to year; it is no longer one that this year's values leave.
    if let before {
      lower.add(before.lower, cost: before.lower.value <= own.lowerBound ? 0.2 : 1.5)
      upper.add(before.upper, cost: before.upper.value >= own.upperBound ? 0.2 : 1.5)
    }
    if let scale = indicator.scale {
      lower.add(RangeEnd(value: scale.lowerBound, origin: .fixed), cost: 0)
      upper.add(RangeEnd(value: scale.upperBound, origin: .fixed), cost: 0)
    }
    // Where the index fixes a scale, a range that is none of it is the exception: 2006's website score.
    let exception: Double = indicator.scale == nil ? 0 : 3
    lower.add(extremes: history.mapValues(\.lowerBound), by: min, year: year, cost: exception)
    upper.add(extremes: history.mapValues(\.upperBound), by: max, year: year, cost: exception)
    if indicator.unit == .share {
      lower.add(RangeEnd(value: 0, origin: .natural), cost: 1.5)
      upper.add(RangeEnd(value: 1, origin: .natural), cost: 1.5)
    } else if own.lowerBound >= 0 {
      lower.add(RangeEnd(value: 0, origin: .natural), cost: 2)
    }
    self.lower = lower.sorted()
    self.upper = upper.sorted()
  }

  /// Ends by their value, each at its least cost.
  private struct Collection {
    private var candidates: [Double: Candidate] = [:]

    mutating func add(_ end: RangeEnd, cost: Double) {
      if let known = candidates[end.value], known.cost <= cost { return }
      candidates[end.value] = Candidate(end: end, cost: cost)
    }

    /// Adds the extremes of all years: the one of all so far costs nothing more, the year's own, as in a new
    /// rule, a little, an older one most.
    mutating func add(
      extremes: [Int: Double], by further: (Double, Double) -> Double, year: Int, cost: Double
    ) {
      let furthest = extremes.values.reduce(extremes.values.first ?? 0, further)
      for (seen, value) in extremes.sorted(by: { $0.key < $1.key }) {
        add(
          extreme: value, of: seen,
          cost: cost + (value == furthest ? 0 : seen == year ? 0.7 : 1.5))
      }
    }

    /// Adds an extreme with all its digits, typed rounded, and cut off.
    ///
    /// Four decimals are what the published tables of the early years show; fewer are rarer.
    mutating func add(extreme value: Double, of year: Int, cost: Double) {
      add(RangeEnd(value: value, origin: .seen(year: year)), cost: cost)
      for (decimals, power, more) in [(4, 1e4, 0.7), (2, 1e2, 1.0), (3, 1e3, 1.2), (1, 10, 2.0)] {
        let rounded = (value * power).rounded() / power
        let cut = (value * power + (value < 0 ? -1e-9 : 1e-9)).rounded(.towardZero) / power
        add(
          RangeEnd(value: rounded, origin: .typed(year: year, decimals: decimals)),
          cost: cost + more)
        if cut != rounded {
          add(
            RangeEnd(value: cut, origin: .cutOff(year: year, decimals: decimals)),
            cost: cost + more + 0.6)
        }
      }
    }

    func sorted() -> [Candidate] {
      candidates.values.sorted { ($0.cost, $0.end.value) < ($1.cost, $1.end.value) }
    }
  }
}

extension Indicator {
  /// The values an end of the range can have at all, given those of a year.
  func possibleValues(seen: ClosedRange<Double>) -> ClosedRange<Double> {
    if let scale { return scale }
    let least = seen.lowerBound >= 0 ? 0 : -Double.infinity
    // Of answers from 1 to 5, as all means here are.
    let most: Double = unit == .share ? 1 : unit == .mean ? 5 : .infinity
    return least...max(most, seen.upperBound)
  }
}
