public import Panels

/// What is assumed of the sampling error of published figures: the law of each indicator, and how the
/// errors of figures that rest on the same firms go together.
///
/// A value like any other: read from a table, written to one, and put in place of the bundled one by
/// whoever knows better.
public struct SamplingModel: Sendable, Hashable {
  /// What is assumed of one indicator.
  public struct Entry: Sendable, Hashable {
    /// The code of the indicator.
    public let indicator: String
    /// Its law.
    public let law: SamplingLaw
    /// What the assumption rests on, in words.
    public let basis: String

    /// Describes an assumption.
    public init(indicator: String, law: SamplingLaw, basis: String = "") {
      self.indicator = indicator
      self.law = law
      self.basis = basis
    }
  }

  /// How the errors of two indicators of one province go together.
  public struct Correlation: Sendable, Hashable {
    /// The code of the one.
    public let first: String
    /// The code of the other.
    public let second: String
    /// The correlation of their errors, above −1 and below 1.
    public let value: Double
    /// What it rests on, in words.
    public let basis: String

    /// Describes a correlation.
    public init(_ first: String, _ second: String, _ value: Double, basis: String = "") {
      self.first = first
      self.second = second
      self.value = value
      self.basis = basis
    }
  }

  /// The assumptions of single indicators, in the order of the file.
  public let entries: [Entry]
  /// The correlations that are not zero, in the order of the file.
  public let correlations: [Correlation]
  private let places: [String: Int]

  /// Collects assumptions.
  ///
  /// - Throws: `IndexError.badSampling` where an indicator or a pair stands twice, a spread is not above
  ///   zero, or a correlation is not between −1 and 1.
  public init(entries: [Entry], correlations: [Correlation] = []) throws(IndexError) {
    var places: [String: Int] = [:]
    for (place, entry) in entries.enumerated() {
      guard places.updateValue(place, forKey: entry.indicator) == nil else {
        throw .badSampling("\(entry.indicator) stands twice")
      }
      if case .mean(let spread) = entry.law, !(spread > 0 && spread.isFinite) {
        throw .badSampling("the spread of \(entry.indicator) is not above zero")
      }
    }
    var pairs: Set<[String]> = []
    for pair in correlations {
      guard pair.first != pair.second,
        pairs.insert([pair.first, pair.second].sorted()).inserted
      else { throw .badSampling("\(pair.first) and \(pair.second) stand twice, or are the same") }
      guard abs(pair.value) < 1 else {
        throw .badSampling(
          "the correlation of \(pair.first) and \(pair.second) is not between -1 and 1")
      }
    }
    self.entries = entries
    self.correlations = correlations
    self.places = places
  }

  /// What is assumed of an indicator: its entry, or else what its unit suggests.
  ///
  /// - Returns: nil where neither tells.
  public func entry(of indicator: Indicator) -> Entry? {
    if let place = places[indicator.code] { return entries[place] }
    return SamplingLaw.usual(for: indicator.unit).map {
      Entry(indicator: indicator.code, law: $0, basis: "the usual law of its unit")
    }
  }

  /// The correlation of the errors of two indicators of one province.
  public func correlation(_ first: String, _ second: String) -> Double {
    if first == second { return 1 }
    return correlations.first {
      ($0.first, $0.second) == (first, second) || ($0.second, $0.first) == (first, second)
    }?.value ?? 0
  }

  /// The same model with the errors of all indicators independent.
  public var withoutCorrelations: SamplingModel {
    SamplingModel(entries: entries, places: places)
  }

  private init(entries: [Entry], places: [String: Int]) {
    (self.entries, self.places, correlations) = (entries, places, [])
  }
}
