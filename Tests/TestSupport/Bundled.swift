public import Indices
public import Panels
public import Tables

/// The tables of `datasets/`, loaded as the program loads them.
public enum Bundled {
  /// The sub-index they hold.
  public static let subindex = "transparency"
  /// The years whose rules they hold.
  public static let years = 2013...2019

  /// The path of a file under `datasets/`.
  public static func path(_ name: String) -> String { checkout + "/datasets/" + name }

  /// The folder of the checkout.
  public static let checkout = #filePath.split(separator: "/").dropLast(3)
    .reduce(into: "") { $0 += "/" + $1 }

  /// A table under `datasets/`.
  public static func table(_ name: String) throws -> Table {
    try CSVReader().table(contentsOf: path(name))
  }

  /// The provinces.
  public static func gazetteer() throws -> Gazetteer { try loadedGazetteer.get() }

  /// The indicators.
  public static func codebook() throws -> Codebook { try loadedCodebook.get() }

  /// The figures of the years whose rules are known.
  public static func panel() throws -> Panel { try loadedPanel.get() }

  /// The figures of all years of the workbooks, 2005 to 2019.
  public static func history() throws -> Panel { try loadedHistory.get() }

  /// Read once: many tests ask, and it has thousands of rows.
  private static let loadedHistory = Result {
    try Panel(
      reading: table("transparency/data.csv"), gazetteer: gazetteer(), codebook: codebook())
  }

  // Read once, too: without optimisation that takes longer than most of what is tested with them.
  private static let loadedGazetteer = Result { try Gazetteer(reading: table("provinces.csv")) }
  private static let loadedCodebook = Result { try Codebook(reading: table("codebook.csv")) }
  /// The rows of the codebook on the sub-index alone: a panel of few columns is made sooner.
  private static let loadedIndicators = Result {
    try Codebook(codebook().indicators.filter { $0.subindex == subindex })
  }
  private static let loadedYears = Result {
    try Dictionary(grouping: history().figures, by: \.year)
  }

  private static let loadedPanel = Result {
    try Panel(
      history().figures.filter { years.contains($0.year) }, gazetteer: gazetteer(),
      codebook: codebook())
  }

  /// The rule of a year.
  public static func rule(_ year: Int) throws -> ScoringRule {
    try ScoringRule(
      year: year, subindex: subindex, reading: table("transparency/rules/\(year).csv"))
  }

  /// The assumptions on sampling.
  public static func sampling() throws -> SamplingModel {
    try SamplingModel(reading: table("sampling/data.csv"))
  }

  /// Every rule.
  public static func rules() throws -> [ScoringRule] { try years.map(rule) }

  /// The panel with some figures changed, as a what-if or a fault would.
  public static func panel(
    changing change: (Figure) -> Double?
  ) throws -> Panel {
    try Panel(
      changed(panel().figures, by: change), gazetteer: gazetteer(), codebook: codebook())
  }

  /// The figures of one year of 2005 to 2019 alone, some of them changed.
  ///
  /// - Parameters:
  ///   - year: the year.
  ///   - codebook: what the figures mean; the bundled rows on the sub-index where nothing is said.
  ///   - change: the value a figure gets; nil leaves it out.
  /// - Returns: a panel of that year.
  /// - Throws: what a table or a panel throws.
  public static func history(
    of year: Int, codebook: Codebook? = nil, changing change: (Figure) -> Double? = { $0.value }
  ) throws -> Panel {
    try Panel(
      changed(loadedYears.get()[year] ?? [], by: change), gazetteer: gazetteer(),
      codebook: codebook ?? loadedIndicators.get())
  }

  private static func changed(
    _ figures: [Figure], by change: (Figure) -> Double?
  ) -> [Figure] {
    figures.compactMap { figure in
      change(figure).map {
        Figure(
          province: figure.province, year: figure.year, indicator: figure.indicator, value: $0,
          source: figure.source)
      }
    }
  }
}
