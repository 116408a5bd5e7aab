/// The figures of one sub-index and year, as read from one table.
public struct Reading: Sendable {
  /// The name of the file.
  public let file: String
  /// The name of the sheet.
  public let sheet: String
  /// The year of the workbook.
  public let year: Int
  /// The sub-index.
  public let subindex: String
  /// The indicators found, the published score among them.
  public let indicators: [Indicator]
  /// The figures.
  public let figures: [Figure]
  /// What is worth knowing: empty cells and numbers stored as text, each with its place.
  public var notes: [String] { problems.map(\.note) }
  /// Whether every province was looked for, so that a figure not there is missing.
  public let isWhole: Bool
  private let problems: [(indicator: String, note: String)]

  internal init(
    file: String, sheet: String, year: Int, subindex: String, indicators: [Indicator],
    figures: [Figure], isWhole: Bool, problems: [(indicator: String, note: String)]
  ) {
    self.file = file
    self.sheet = sheet
    self.year = year
    self.subindex = subindex
    self.indicators = indicators
    self.figures = figures
    self.isWhole = isWhole
    self.problems = problems
  }

  /// The number of figures of one indicator.
  public func cells(of indicator: Indicator) -> Int {
    figures.count { $0.indicator == indicator.code }
  }

  /// The number of notes on one indicator.
  public func problems(of indicator: Indicator) -> Int {
    problems.count { $0.indicator == indicator.code }
  }
}
