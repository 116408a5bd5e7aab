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
  public static func gazetteer() throws -> Gazetteer {
    try Gazetteer(reading: table("provinces.csv"))
  }

  /// The indicators.
  public static func codebook() throws -> Codebook {
    try Codebook(reading: table("codebook.csv"))
  }

  /// The figures of the years whose rules are known.
  public static func panel() throws -> Panel { try loadedPanel.get() }

  /// The figures of all years of the workbooks, 2005 to 2019.
  public static func history() throws -> Panel { try loadedHistory.get() }

  /// Read once: many tests ask, and it has thousands of rows.
  private static let loadedHistory = Result {
    try Panel(
      reading: table("transparency/data.csv"), gazetteer: gazetteer(), codebook: codebook())
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

  /// Every rule.
  public static func rules() throws -> [ScoringRule] { try years.map(rule) }

  /// The panel with some figures changed, as a what-if or a fault would.
  public static func panel(
    changing change: (Figure) -> Double?
  ) throws -> Panel {
    let figures = try panel().figures.compactMap { figure in
      change(figure).map {
        Figure(
          province: figure.province, year: figure.year, indicator: figure.indicator, value: $0,
          source: figure.source)
      }
    }
    return try Panel(figures, gazetteer: gazetteer(), codebook: codebook())
  }
}
