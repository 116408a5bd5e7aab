/// The figures of one sub-index and year, as read from one file.
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
  /// Whether every province was looked for, so that a figure not there is missing.
  public let isWhole: Bool
  /// What is worth knowing: empty cells, numbers stored as text, corrections, each with its place.
  public let remarks: [Remark]

  /// Collects what was read.
  public init(
    file: String, sheet: String, year: Int, subindex: String, indicators: [Indicator],
    figures: [Figure], isWhole: Bool, remarks: [Remark] = []
  ) {
    self.file = file
    self.sheet = sheet
    self.year = year
    self.subindex = subindex
    self.indicators = indicators
    self.figures = figures
    self.isWhole = isWhole
    self.remarks = remarks
  }

  /// The same reading, with one more remark.
  public func remarked(_ remark: Remark) -> Reading {
    Reading(
      file: file, sheet: sheet, year: year, subindex: subindex, indicators: indicators,
      figures: figures, isWhole: isWhole, remarks: remarks + [remark])
  }

  /// The number of figures of one indicator.
  public func cells(of indicator: Indicator) -> Int {
    figures.count { $0.indicator == indicator.code }
  }

  /// The number of remarks on one indicator.
  public func problems(of indicator: Indicator) -> Int {
    remarks.count { $0.indicator == indicator.code }
  }
}
