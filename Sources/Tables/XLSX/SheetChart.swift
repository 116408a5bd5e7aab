/// A chart that a spreadsheet program draws of cells.
public struct SheetChart: Sendable, Hashable {
  /// What is drawn.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Lying bars, the first category on top.
    case bar
    /// Standing bars.
    case column
    /// Points joined by lines.
    case line
  }

  /// What is drawn in one colour.
  public struct Series: Sendable, Hashable {
    /// What it is called.
    public let name: String
    /// The numbers.
    public let values: CellRange
  }

  /// What is drawn.
  public let kind: Kind
  /// What stands above.
  public let title: String
  /// The sheet that holds the cells.
  public let sheet: String
  /// The names along the axis.
  public let categories: CellRange
  /// What is drawn, each in a colour.
  public let series: [Series]
  /// Where numbers begin; nil where the program sees fit, which for bars is zero.
  public let floor: Double?

  /// Describes a chart.
  ///
  /// - Precondition: there is something to draw, with as many numbers as names.
  public init(
    _ kind: Kind, title: String, sheet: String, categories: CellRange, series: [Series],
    floor: Double? = nil
  ) {
    precondition(!series.isEmpty, "a chart draws something")
    self.kind = kind
    self.title = title
    self.sheet = sheet
    self.categories = categories
    self.series = series
    self.floor = floor
  }

  /// How many times the usual size it has: taller where many names stand along the axis.
  var scale: (width: Double, height: Double) {
    let names = Double(categories.last.row - categories.first.row + 1)
    return kind == .bar ? (1.6, max(1, (names + 6) / 12)) : (1.6, 1.3)
  }

  /// How many rows of the usual height it covers: fifteen at the usual size.
  var rowsTaken: Int { Int((15 * scale.height).rounded(.up)) }
}
