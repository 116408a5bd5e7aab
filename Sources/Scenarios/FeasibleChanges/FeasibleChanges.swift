import Indices
public import Panels
import Statistics

/// What a year has brought to provinces that stood where one stands, indicator by indicator.
///
/// For each indicator the past yearly changes of provinces near the same position in the distribution (the
/// nearest third of all cases, 60 at the least), each less the median change of all provinces in that
/// year: what all share moves no rank. Who stands low gains more, part of it because a low figure is
/// partly bad luck in the sample: the law holds both.
public struct FeasibleChanges: Sendable {
  /// The province.
  public let province: Province
  /// The year it stands in.
  public let year: Int
  /// One law per indicator, in the order of the rule.
  public let laws: [FeasibleLaw]
  /// The changes that the laws are drawn from, with their correlations.
  public let past: PastChanges

  /// The share of cases that a good year leaves behind.
  static let goodShare = 0.9
  /// How sure the intervals are.
  public static let level = 0.95

  /// Draws the laws of a province from the past.
  ///
  /// - Parameters:
  ///   - province: the province.
  ///   - past: the past changes up to the year it stands in.
  ///   - panel: the figures they are of.
  /// - Throws: `IndexError` where the province has no value.
  public init(of province: Province, from past: PastChanges, in panel: Panel) throws {
    let rule = past.rule
    let values = try rule.values(of: province, in: panel)
    let row = panel.provinces.firstIndex { $0.key == province.key }
    self.province = province
    self.past = past
    year = rule.year
    laws = past.indicators.indices.map { place in
      let indicator = past.indicators[place]
      let column = panel.column(indicator.code, in: rule.year) ?? []
      let positions = IndicatorChanges.positions(in: column, indicator.direction)
      let position = row.flatMap { positions[$0] } ?? 0.5
      let near = past.changes[place].nearest(to: position).map {
        FeasibleCase(province: $0.province, net: $0.net, raw: $0.raw)
      }
      let spread = column.compactMap { $0 }.standardDeviation ?? 0
      return FeasibleLaw(
        of: indicator, value: values[place], position: position,
        near.isEmpty ? Self.borrowed(from: past.changes, at: position, spread: spread) : near,
        isBorrowed: near.isEmpty, past.samples)
    }
  }

  /// The changes of all indicators that have some near a position, in standard deviations among provinces.
  private static func borrowed(
    from past: [IndicatorChanges], at position: Double, spread: Double
  ) -> [FeasibleCase] {
    past.flatMap { $0.nearest(to: position) }.compactMap { known in
      known.spread.map { old in
        FeasibleCase(
          province: known.province, net: known.net / old * spread, raw: known.raw / old * spread)
      }
    }
  }

  /// The correlation of the net changes between indicators, as `PastChanges.correlation`.
  public var correlation: [[Double]] { past.correlation }

  /// The law of an indicator; nil for a code that the rule does not have.
  ///
  /// - Parameter code: the code of the indicator.
  public subscript(code: String) -> FeasibleLaw? { laws.first { $0.indicator == code } }
}

/// One past improvement that counts for a law.
struct FeasibleCase {
  let province: Int
  let net: Double
  let raw: Double
}

extension FeasibleLaw {
  /// Sums up the cases.
  fileprivate init(
    of indicator: Indicator, value: Double, position: Double, _ cases: [FeasibleCase],
    isBorrowed: Bool, _ samples: ProvinceSamples
  ) {
    let sign = indicator.direction.sign
    let (lowest, highest) = (indicator.limits.lowerBound, indicator.limits.upperBound)
    // The value is one of those there can be, so that no change at all always is.
    let room = sign > 0 ? lowest - value...highest - value : value - highest...value - lowest
    func clipped(_ improvement: Double) -> Double {
      min(max(improvement, room.lowerBound), room.upperBound)
    }
    let sorted = cases.sorted { ($0.net, $0.province) < ($1.net, $1.province) }
    let net = sorted.map { clipped($0.net) }
    let raw = cases.map { clipped($0.raw) }
    let draws = samples.quantiles(
      [0.5, FeasibleChanges.goodShare], of: net, provinces: sorted.map(\.province))
    self.indicator = indicator.code
    self.position = position
    // A value at the limit to the last digit, though the difference rounds.
    changes = net.map { min(max(value + sign * $0, lowest), highest) - value }.sorted()
    median = net.median ?? 0
    good = net.quantile(FeasibleChanges.goodShare) ?? 0
    medianInterval = Self.interval(of: draws.map { $0[0] }, around: median)
    goodInterval = Self.interval(of: draws.map { $0[1] }, around: good)
    rawMedian = raw.median ?? 0
    rawGood = raw.quantile(FeasibleChanges.goodShare) ?? 0
    goodDraws = draws.map { $0[1] }
    deviationDraws = samples.deviations(of: net, provinces: sorted.map(\.province))
    self.cases = isBorrowed ? 0 : cases.count
  }

  private static func interval(of draws: [Double], around value: Double) -> ClosedRange<Double> {
    let tail = (1 - FeasibleChanges.level) / 2
    let (low, high) = (draws.quantile(tail) ?? value, draws.quantile(1 - tail) ?? value)
    return low...max(low, high)
  }
}
