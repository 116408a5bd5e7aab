import Indices
import Panels
import TestSupport

/// An index that was never published, made as the published ones are, with its rules known.
///
/// Shares of firms in 63 provinces over two to five years, stored with 32 bits; weights that are a
/// share of whole fives per cent, split evenly inside a dimension; ranges that widen with each new
/// extreme, some of their ends typed with four decimals; scores stored with 32 bits.
struct MadeUpIndex {
  static let subindex = "madeup"

  /// How an index is made.
  struct Recipe {
    var indicators = 3...8
    var years = 2...5
    /// How often a new extreme is typed with four decimals instead of taken with all its digits.
    var typing = 0.5
    /// Whether ranges began before the first year, from years whose figures are lost.
    var hasLostYears = false
  }

  let panel: Panel
  /// The true rules, by year ascending.
  let rules: [ScoringRule]

  init(seed: UInt64, by recipe: Recipe = Recipe()) throws {
    var generator = SplitMix64(seed: seed)
    let count = Int.random(in: recipe.indicators, using: &generator)
    let years = (0..<Int.random(in: recipe.years, using: &generator)).map { 2010 + $0 }
    let weights = Self.weights(of: count, using: &generator)
    let provinces = (10..<73).map { Province(key: "p\($0)", nameVi: "P\($0)", nameEn: "P\($0)") }
    let indicators = (0..<count).map { position in
      Indicator(
        code: "i\(position)", subindex: Self.subindex, nameVi: "I", nameEn: "I", unit: .share,
        direction: Bool.random(using: &generator) ? .positive : .reversed, years: 2000...2030)
    }
    var figures: [Figure] = []
    var rules: [ScoringRule] = []
    var ranges: [ClosedRange<Double>?] = indicators.map { _ in nil }
    let levels = indicators.map { _ in Double.random(in: 0.3...0.7, using: &generator) }
    for year in (recipe.hasLostYears ? [2009] : []) + years {
      var columns: [[Double]] = []
      for position in indicators.indices {
        let column = provinces.map { _ in
          // The sum of three: most provinces are near the middle.
          let spread = (0..<3).reduce(0.0) { sum, _ in
            sum + Double.random(in: -0.09...0.09, using: &generator)
          }
          return Double(Float(levels[position] + spread))
        }
        columns.append(column)
        ranges[position] = Self.widened(
          ranges[position], by: column, typing: recipe.typing, using: &generator)
      }
      guard year >= 2010 else { continue }
      let rule = try ScoringRule(
        year: year, subindex: Self.subindex,
        components: indicators.enumerated().map { position, indicator in
          let range = ranges[position] ?? 0...1
          return ScoringRule.Component(
            indicator: indicator.code, dimension: "d", weight: weights[position],
            minimum: range.lowerBound, maximum: range.upperBound, direction: indicator.direction)
        })
      rules.append(rule)
      for (row, province) in provinces.enumerated() {
        let values = columns.map { $0[row] }
        for (indicator, value) in zip(indicators.map(\.code), values) {
          figures.append(
            Figure(
              province: province.key, year: year, indicator: indicator, value: value, source: ""))
        }
        figures.append(
          Figure(
            province: province.key, year: year, indicator: Self.subindex,
            value: Double(Float(rule.score(values))), source: ""))
      }
    }
    let score = Indicator(
      code: Self.subindex, subindex: Self.subindex, kind: .subindex, nameVi: "S", nameEn: "S",
      unit: .score, direction: .positive, years: 2000...2030)
    panel = try Panel(
      figures, gazetteer: Gazetteer(provinces), codebook: Codebook([score] + indicators))
    self.rules = rules
  }

  /// Shares of whole fives per cent for one to four dimensions, each split evenly.
  private static func weights(
    of count: Int, using generator: inout SplitMix64
  ) -> [Double] {
    let dimensions = Int.random(in: 1...min(4, count), using: &generator)
    var fives = [Int](repeating: 1, count: dimensions)
    for _ in 0..<20 - dimensions {
      fives[Int.random(in: 0..<dimensions, using: &generator)] += 1
    }
    // Every dimension has an indicator; the others go anywhere.
    let places = (0..<count).map {
      $0 < dimensions ? $0 : Int.random(in: 0..<dimensions, using: &generator)
    }
    return places.map { place in
      Double(fives[place]) / 20 / Double(places.count { $0 == place })
    }
  }

  private static func widened(
    _ range: ClosedRange<Double>?, by column: [Double], typing: Double,
    using generator: inout SplitMix64
  ) -> ClosedRange<Double> {
    func end(_ value: Double) -> Double {
      Double.random(in: 0..<1, using: &generator) < typing
        ? (value * 1e4).rounded() / 1e4 : value
    }
    let (lowest, highest) = (column.min() ?? 0, column.max() ?? 1)
    guard let range else { return end(lowest)...end(highest) }
    return
      (lowest < range.lowerBound ? end(lowest) : range.lowerBound)...(highest
      > range.upperBound ? end(highest) : range.upperBound)
  }
}

/// What was learned of made-up indices, beside their true rules.
struct SearchRecord {
  /// Years learned.
  var years = 0
  /// Years whose every constant is said to be proved.
  var proved = 0
  /// Constants said to be proved, and those of them that are wrong.
  var claims = 0
  var wrong: [String] = []

  /// Learns every year of an index.
  mutating func add(_ index: MadeUpIndex, seed: UInt64) {
    for calibration in Calibration.history(of: index.panel, subindex: MadeUpIndex.subindex) {
      guard let rule = index.rules.first(where: { $0.year == calibration.year }) else { continue }
      years += 1
      if calibration.standing == .exact { proved += 1 }
      for entry in calibration.coefficients where entry.certainty == .proved {
        claims += 1
        guard let known = rule.components.first(where: { $0.indicator == entry.indicator }),
          let weight = entry.weight, let lower = entry.minimum, let upper = entry.maximum
        else {
          wrong.append("\(seed) \(calibration.year) \(entry.indicator): nothing")
          continue
        }
        // Scores of 32 bits tell a range to about a millionth of its width.
        let doubt = 1e-5 * (known.maximum - known.minimum)
        if abs(weight - known.weight) > 1e-9 || abs(lower.value - known.minimum) > doubt
          || abs(upper.value - known.maximum) > doubt
        {
          wrong.append(
            "\(seed) \(calibration.year) \(entry.indicator): \(weight) of \(lower.value) "
              + "\(lower.origin) to \(upper.value) \(upper.origin), not \(known.weight) of "
              + "\(known.minimum) to \(known.maximum) [\(calibration.standing)]")
        }
      }
    }
  }
}
