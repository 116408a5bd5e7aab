import LinearAlgebra
public import Panels

/// How much of the changes from year to year is sampling, indicator by indicator.
///
/// A change is net of that year's mean change over the provinces. Its variance is that of the true change
/// and those of both figures' errors; the share of sampling is Σ (e² + e′²) over the sum of squares. Near 100 %
/// means that the figures changed as they would had nothing but the sample changed; above, that the
/// assumed errors are too large, or chance. So the changes test the assumptions of the model too.
public struct YearlyChanges: Sendable {
  /// What is found of one indicator.
  public struct Entry: Sendable, Hashable {
    /// The code of the indicator.
    public let indicator: String
    /// The later years of the pairs.
    public let years: [Int]
    /// The number of changes: provinces × pairs of years, as far as they compare.
    public let changes: Int
    /// The middle one of the firms behind the figures; nil for hard data.
    public let medianFirms: Double?
    /// The root mean square of the net changes, in the indicator's unit.
    public let change: Double
    /// The root mean square of the changes that sampling alone would make.
    public let sampling: Double
    /// The share of sampling in the square of the changes.
    public let share: Double
    /// Its standard error, the changes of one province being taken together.
    public let shareError: Double
  }

  /// How the changes of two indicators go together, each divided by what sampling would make of it.
  public struct Pair: Sendable, Hashable {
    /// The code of the one.
    public let first: String
    /// The code of the other.
    public let second: String
    /// The number of changes.
    public let changes: Int
    /// Their correlation.
    public let correlation: Double
    /// Its standard error, the changes of one province being taken together.
    public let error: Double
    /// What the model assumes of their errors.
    public let assumed: Double
  }

  /// The indicators that changed between comparable years, in the order of the latest rule.
  public let entries: [Entry]
  /// All pairs of them that are asked of firms.
  public let pairs: [Pair]

  /// A change of one indicator.
  private struct Change {
    let province: String
    let year: Int
    var value: Double
    let variance: Double
    let firms: [Double]
  }

  /// Collects the changes of years that follow one another.
  ///
  /// - Parameters:
  ///   - years: the figures of some years.
  ///   - panel: where they are from; its codebook says what compares.
  public init(_ years: [SampledFigures], in panel: Panel) {
    let years = years.sorted { $0.rule.year < $1.rule.year }
    let codes = years.reversed().reduce(into: [String]()) { codes, figures in
      codes += figures.rule.indicators.filter { !codes.contains($0) }
    }
    let changes = codes.map { code in
      zip(years, years.dropFirst()).flatMap { Self.changes(of: code, from: $0, to: $1, panel) }
    }
    entries = zip(codes, changes).compactMap { Self.entry($0, $1) }
    let model = years.last
    var pairs: [Pair] = []
    for first in codes.indices {
      for second in codes.indices.dropFirst(first + 1) {
        let assumed =
          model.flatMap { figures in
            figures.rule.indicators.firstIndex(of: codes[first]).flatMap { row in
              figures.rule.indicators.firstIndex(of: codes[second]).map {
                figures.correlations[row, $0]
              }
            }
          } ?? 0
        if let pair = Self.pair(
          codes[first], codes[second], changes[first], changes[second], assumed)
        {
          pairs.append(pair)
        }
      }
    }
    self.pairs = pairs
  }

  /// The changes of one indicator between two years, net of their mean.
  private static func changes(
    of code: String, from earlier: SampledFigures, to later: SampledFigures, _ panel: Panel
  ) -> [Change] {
    guard later.rule.year == earlier.rule.year + 1, let indicator = panel.indicator(code),
      let before = earlier.rule.indicators.firstIndex(of: code),
      let after = later.rule.indicators.firstIndex(of: code)
    else { return [] }
    var changes: [Change] = []
    for (row, province) in later.provinces.enumerated()
    where panel.isComparable(indicator, of: province, withYearBefore: later.rule.year) {
      guard let place = earlier.place(of: province) else { continue }
      let errors = (earlier.errors[place][before], later.errors[row][after])
      changes.append(
        Change(
          province: province.key, year: later.rule.year,
          value: later.values[row][after] - earlier.values[place][before],
          variance: errors.0 * errors.0 + errors.1 * errors.1,
          firms: [earlier.firms[place][before], later.firms[row][after]].compactMap { $0 }))
    }
    guard changes.count > 1 else { return [] }
    let mean = changes.reduce(0) { $0 + $1.value } / Double(changes.count)
    // Taking the mean away takes one change's worth of scatter.
    let factor = (Double(changes.count) / Double(changes.count - 1)).squareRoot()
    for place in changes.indices { changes[place].value = factor * (changes[place].value - mean) }
    return changes
  }

  private static func entry(_ code: String, _ changes: [Change]) -> Entry? {
    guard !changes.isEmpty else { return nil }
    let count = Double(changes.count)
    let squares = changes.reduce(0) { $0 + $1.value * $1.value }
    let expected = changes.reduce(0) { $0 + $1.variance }
    let share = squares > 0 ? expected / squares : 0
    let error = clustered(changes) { $0.variance - share * $0.value * $0.value }
    let firms = changes.flatMap(\.firms).sorted()
    return Entry(
      indicator: code, years: Set(changes.map(\.year)).sorted(), changes: changes.count,
      medianFirms: firms.isEmpty ? nil : firms[firms.count / 2],
      change: (squares / count).squareRoot(), sampling: (expected / count).squareRoot(),
      share: share, shareError: squares > 0 ? error / squares : 0)
  }

  private static func pair(
    _ first: String, _ second: String, _ one: [Change], _ other: [Change], _ assumed: Double
  ) -> Pair? {
    struct Key: Hashable {
      let province: String
      let year: Int
    }
    let matches = Dictionary(
      uniqueKeysWithValues: other.map { (Key(province: $0.province, year: $0.year), $0) })
    var products: [(province: String, x: Double, y: Double)] = []
    for change in one where change.variance > 0 {
      guard let match = matches[Key(province: change.province, year: change.year)],
        match.variance > 0
      else { continue }
      products.append(
        (
          change.province, change.value / change.variance.squareRoot(),
          match.value / match.variance.squareRoot()
        ))
    }
    let x = products.reduce(0) { $0 + $1.x * $1.x }
    let y = products.reduce(0) { $0 + $1.y * $1.y }
    guard products.count > 2, x > 0, y > 0 else { return nil }
    let correlation = products.reduce(0) { $0 + $1.x * $1.y } / (x * y).squareRoot()
    // The influence of a change on the correlation: x y − r (x² + y²) / 2, each of unit variance.
    let count = Double(products.count)
    var sums: [String: Double] = [:]
    for product in products {
      let (u, v) = (product.x / (x / count).squareRoot(), product.y / (y / count).squareRoot())
      sums[product.province, default: 0] += u * v - correlation * (u * u + v * v) / 2
    }
    let error = sums.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * $1.value }.squareRoot()
    return Pair(
      first: first, second: second, changes: products.count, correlation: correlation,
      error: error / count, assumed: assumed)
  }

  /// The root of the sum of squares of what the changes of each province sum to.
  private static func clustered(_ changes: [Change], _ part: (Change) -> Double) -> Double {
    var sums: [String: Double] = [:]
    for change in changes { sums[change.province, default: 0] += part(change) }
    return sums.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * $1.value }.squareRoot()
  }
}
