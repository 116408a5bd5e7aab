/// What provinces set out to do: figures of indicators in years to come.
///
/// A figure is what the province truly reaches, what it reaches at least (where it would come to do better by itself, it
/// does), or what it reaches beyond what would come by itself. Between the rule's year and the first year given, and between years given, a figure goes in equal steps; after
/// the last one it stays. What is not given moves as the model of rivals says, for the province as for any other.
public struct Scenario: Sendable, Hashable {
  /// One figure in one year.
  public struct Entry: Sendable, Hashable {
    /// The key of the province.
    public let province: String
    /// The code of the indicator.
    public let indicator: String
    /// The year.
    public let year: Int
    /// The figure, in the unit of the codebook; of what comes beyond, the difference.
    public let value: Double
    /// What the figure is.
    public let kind: Kind

    /// Describes an entry.
    ///
    /// - Parameters:
    ///   - province: the key of the province.
    ///   - indicator: the code of the indicator.
    ///   - year: the year.
    ///   - value: the figure; of what comes beyond, the difference.
    ///   - kind: what the figure is.
    public init(
      province: String, indicator: String, year: Int, value: Double, kind: Kind = .exactly
    ) {
      self.province = province
      self.indicator = indicator
      self.year = year
      self.value = value
      self.kind = kind
    }
  }

  /// What a figure is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// What the province truly reaches.
    case exactly
    /// What it reaches or betters.
    case atLeast
    /// What it reaches beyond what would come by itself, such as what the whole country gains.
    case beyond
  }

  /// The figures of an indicator of a province, year by year.
  public struct Path: Sendable, Hashable {
    /// One figure for each year to come.
    public let values: [Double]
    /// What the figures are.
    public let kind: Kind
  }

  /// The entries, by province, indicator and year in the order they were given.
  public let entries: [Entry]

  /// Collects entries.
  ///
  /// - Parameter entries: one for a province, indicator and year at most.
  /// - Precondition: no figure is given twice, and the figures of an indicator of a province are all of one kind.
  public init(_ entries: [Entry] = []) {
    precondition(
      Set(entries.map { $0.figure + [$0.kind.rawValue] }).count == Set(entries.map(\.figure)).count,
      "the figures of an indicator of a province are of one kind")
    precondition(
      Set(entries.map { [$0.province, $0.indicator, "\($0.year)"] }).count == entries.count,
      "a figure of a scenario is given once")
    self.entries = entries
  }

  /// The longest look ahead; beyond a generation neither the index nor its rule will be the same.
  public static let longest = 30

  /// The last year that something is said of; nil where nothing is.
  public var lastYear: Int? { entries.map(\.year).max() }

  /// The keys of the provinces that something is said of, in the order they come first.
  public var provinces: [String] {
    entries.map(\.province).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The figures of an indicator of a province for the years after a first one; nil where nothing is said of it.
  ///
  /// - Parameters:
  ///   - indicator: the code of the indicator.
  ///   - province: the key of the province.
  ///   - value: the figure of the first year.
  ///   - first: the first year.
  ///   - count: how many years.
  /// - Returns: one figure for each year from `first + 1` on.
  public func path(
    of indicator: String, in province: String, from value: Double, in first: Int, years count: Int
  ) -> Path? {
    let given = entries.filter { $0.province == province && $0.indicator == indicator }
      .sorted { $0.year < $1.year }
    guard !given.isEmpty else { return nil }
    let start = given[0].kind == .beyond ? 0 : value
    let known = [(year: first, value: start)] + given.map { (year: $0.year, value: $0.value) }
    let values = (1...count).map { elapsed -> Double in
      let year = first + elapsed
      guard let after = known.firstIndex(where: { $0.year >= year }) else {
        return known[known.count - 1].value
      }
      let (from, to) = (known[max(after - 1, 0)], known[after])
      if to.year == year { return to.value }
      return from.value
        + (to.value - from.value) * Double(year - from.year) / Double(to.year - from.year)
    }
    return Path(values: values, kind: given[0].kind)
  }
}

extension Scenario.Entry {
  /// What it is of, whatever the year.
  var figure: [String] { [province, indicator] }
}
