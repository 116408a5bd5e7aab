import Indices
import Panels
import Sensitivity
import Statistics

/// What the answer of one year said to one province, and what simpler answers would have said.
///
/// Of figures up to the year alone: an analyst of that year could have had it.
struct PastAnswer: Equatable {
  /// The number of the province in the panel.
  let province: Int
  /// The year.
  let year: Int
  /// The rank and score of the year, by its rule.
  let rank: Int
  /// The numbers of the indicators, the first to move the rank first.
  let order: [Int]
  /// A good year of each indicator.
  let good: [Double]
  /// The net improvement that half of the cases exceeded.
  let median: [Double]
  /// What one case in ten exceeded wherever it stood; nil where an indicator has no past of its own.
  let goodAnywhere: [Double?]
  /// The share of others that the province is better than, by indicator.
  let position: [Double]
  /// What one unit for the better adds to the score.
  let slope: [Double]
  /// The size of what each simpler answer goes by.
  let sizes: [BacktestAnswer: [Double]]

  /// How far each indicator is among the three that an answer names: from 0 to 1.
  ///
  /// Where several tie for the last place, each has its share of it.
  ///
  /// - Parameter answer: the answer.
  /// - Returns: one number per indicator, three in sum.
  func named(by answer: BacktestAnswer) -> [Double] {
    switch answer {
    case .named: order.indices.map { order.prefix(Self.count).contains($0) ? 1 : 0 }
    case .last: order.indices.map { order.suffix(Self.count).contains($0) ? 1 : 0 }
    case .variance, .weight, .weightedGap, .lastMovers: Self.largest(sizes[answer] ?? [])
    case .random, .all, .hindsight:
      order.map { _ in Double(Self.count) / Double(order.count) }
    }
  }

  /// How many indicators an answer names.
  static let count = 3

  /// How far each size is among the three largest, ties having equal shares.
  static func largest(_ sizes: [Double]) -> [Double] {
    let sorted = sizes.sorted(by: >)
    guard sorted.count > count else { return sizes.map { _ in 1 } }
    let bar = sorted[count - 1]
    let above = sizes.count { $0 > bar }
    let tied = sizes.count { $0 == bar }
    return sizes.map {
      $0 > bar ? 1 : $0 == bar ? Double(count - above) / Double(tied) : 0
    }
  }
}

extension PastAnswer {
  /// Asks for the answer of a province.
  ///
  /// - Parameters:
  ///   - province: its number in the panel.
  ///   - past: the past changes up to the year.
  ///   - panel: the figures.
  /// - Throws: `IndexError` where the province cannot be scored, `PanelError`.
  init(of province: Int, from past: PastChanges, in panel: Panel) throws {
    let gains = try ProvinceGains(of: panel.provinces[province], from: past, in: panel)
    let (laws, rule) = (gains.feasible.laws, past.rule)
    let inputs = gains.index.inputs
    let slope = inputs.map { abs($0.slope) }
    self.init(
      province: province, year: rule.year, rank: gains.index.rank, order: gains.order,
      good: laws.map(\.good), median: laws.map(\.median),
      goodAnywhere: past.changes.map { $0.cases.map(\.net).quantile(FeasibleChanges.goodShare) },
      position: laws.map(\.position), slope: slope,
      sizes: [
        .variance: laws.indices.map { slope[$0] * (laws[$0].changes.standardDeviation ?? 0) },
        .weight: rule.components.map(\.weight),
        .weightedGap: inputs.indices.map { place in
          let best = panel.best(of: rule.components[place], in: [rule.year])
          return slope[place] * abs((best ?? inputs[place].value) - inputs[place].value)
        },
        // What is not known to have moved goes for unmoved.
        .lastMovers: laws.indices.map { place in
          let last = past.changes[place].cases.first {
            $0.province == province && $0.year == rule.year - 1
          }
          return slope[place] * abs(last?.net ?? 0)
        },
      ])
  }
}
