/// What was, with its intervals, and what may come: bands that hold so much of all futures, their median,
/// and the goal.
public struct FanChart: DrawnChart {
  /// A figure of a year that is past.
  public struct Past: Sendable, Hashable {
    /// The year.
    public let year: Int
    /// The figure as published.
    public let value: Double
    /// The interval it may have lain in; none where it is not known.
    public let interval: ClosedRange<Double>?

    /// Describes a year.
    ///
    /// - Precondition: All figures are finite.
    public init(year: Int, value: Double, interval: ClosedRange<Double>? = nil) {
      precondition(
        value.isFinite && interval?.lowerBound.isFinite != false
          && interval?.upperBound.isFinite != false,
        "the figures of \(year) are not all finite")
      (self.year, self.value, self.interval) = (year, value, interval)
    }
  }

  /// The quantiles of a year to come.
  public struct Future: Sendable, Hashable {
    /// The year.
    public let year: Int
    /// Its quantiles, in rising order: pairs around the median in their midst.
    public let quantiles: [Double]

    /// Describes a year.
    ///
    /// - Precondition: The quantiles are finite and rise, and their number is odd.
    public init(year: Int, quantiles: [Double]) {
      precondition(
        quantiles.count % 2 == 1 && quantiles.allSatisfy(\.isFinite)
          && zip(quantiles, quantiles.dropFirst()).allSatisfy { $0 <= $1 },
        "the quantiles of \(year) are pairs around a median, in rising order")
      (self.year, self.quantiles) = (year, quantiles)
    }
  }

  /// What is to be reached.
  public struct Target: Sendable, Hashable {
    /// By when.
    public let year: Int
    /// The figure.
    public let value: Double
    /// What it is called.
    public let label: String

    /// Describes a goal.
    ///
    /// - Precondition: The figure is finite.
    public init(year: Int, value: Double, label: String) {
      precondition(value.isFinite, "the goal is not finite")
      (self.year, self.value, self.label) = (year, value, label)
    }
  }

  /// The words of the chart.
  public struct Words: Sendable, Hashable {
    /// The head of the years in the table.
    public let year: String
    /// What past figures are called.
    public let past: String
    /// The head of the lower ends of intervals.
    public let low: String
    /// The head of the upper ends of intervals.
    public let high: String
    /// What intervals are, with how sure they are, for the legend.
    public let interval: String
    /// What figures are called that were published of the years to come.
    public let later: String
    /// What the dotted lines between periods mean.
    public let periodBreak: String
    /// What each quantile is called, in their order.
    public let quantiles: [String]
    /// What each band is called, the widest first.
    public let bands: [String]

    /// Collects the words.
    public init(
      year: String, past: String, low: String, high: String, interval: String, later: String,
      periodBreak: String, quantiles: [String], bands: [String]
    ) {
      self.year = year
      self.past = past
      self.low = low
      self.high = high
      self.interval = interval
      self.later = later
      self.periodBreak = periodBreak
      self.quantiles = quantiles
      self.bands = bands
    }
  }

  public let text: ChartText
  /// The past, from the first year.
  public let past: [Past]
  /// What may come, from the first year.
  public let future: [Future]
  /// What came, where years to come have been since.
  public let later: [Past]
  /// Years that do not compare with the year before.
  public let breaks: [Int]
  /// What is to be reached.
  public let target: Target?
  /// How figures are measured and written; ranks are reversed, so that the first is on top.
  public let axis: ChartAxis
  /// The words of the chart.
  public let words: Words

  /// Describes the chart.
  ///
  /// - Precondition: Years rise, the future after the past, and what came is of years to come. There is a name for each quantile and each
  ///   band, and every year has as many quantiles.
  public init(
    text: ChartText, past: [Past], future: [Future], later: [Past] = [], breaks: [Int] = [],
    target: Target? = nil, axis: ChartAxis, words: Words
  ) {
    let years = past.map(\.year) + future.map(\.year)
    precondition(zip(years, years.dropFirst()).allSatisfy { $0 < $1 }, "years rise")
    precondition(
      later.allSatisfy { came in future.contains { $0.year == came.year } },
      "what came later is of years to come")
    precondition(
      future.allSatisfy { $0.quantiles.count == words.quantiles.count }
        && (future.isEmpty || words.bands.count == words.quantiles.count / 2),
      "every quantile has a name, and every band")
    self.text = text
    self.past = past
    self.future = future
    self.later = later
    self.breaks = breaks.sorted()
    self.target = target
    self.axis = axis
    self.words = words
  }

  public var isEmpty: Bool { past.isEmpty && future.isEmpty }

  public var table: ChartTable {
    let quantiles = future.isEmpty ? [] : words.quantiles
    let blank = quantiles.map { _ in "–" }
    return ChartTable(
      columns: [words.year, words.past, words.low, words.high] + quantiles,
      rows: past.map { year in
        ["\(year.year)", axis.format(year.value)]
          + [year.interval?.lowerBound, year.interval?.upperBound].map {
            $0.map(axis.format) ?? "–"
          }
          + blank
      }
        + future.map { year in
          let came = later.first { $0.year == year.year }.map { axis.format($0.value) } ?? "–"
          return ["\(year.year)", came, "–", "–"] + year.quantiles.map(axis.format)
        })
  }
}
