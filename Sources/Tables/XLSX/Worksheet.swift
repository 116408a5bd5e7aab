/// One sheet of a workbook that is to be written.
public struct Worksheet: Sendable {
  /// What stands in a cell.
  public enum Content: Sendable, Hashable {
    /// A figure or a text; a text is never taken for a formula.
    case value(Cell)
    /// A formula, and what it came to: a number or a text, for programs that do not compute.
    case formula(Formula, result: Cell)
  }

  /// A cell.
  public struct Entry: Sendable, Hashable {
    /// Where it stands.
    public let place: CellPlace
    /// What stands in it.
    public let content: Content
    /// How it looks.
    public let style: CellStyle
  }

  /// What may be typed into cells.
  public struct Validation: Sendable, Hashable {
    /// The cells.
    public let range: CellRange
    /// What may be typed.
    public let rule: ValidationRule
    /// What is said of anything else, up to 255 characters.
    public let message: String
  }

  /// What may be typed.
  public enum ValidationRule: Sendable, Hashable {
    /// A number within limits; the greatest of all numbers is none.
    case number(ClosedRange<Double>)
    /// One of a few words.
    case choice([String])
  }

  /// The name, by which formulas of other sheets know its cells.
  public let name: String
  /// The cells, in the order in which they were set.
  public private(set) var entries: [Entry] = []
  /// The widths of columns in characters, from the first on; nil leaves one as it is.
  public var columnWidths: [Double?] = []
  /// How many rows and columns stay in view.
  public var frozen: (rows: Int, columns: Int) = (0, 0)
  /// The cells, headings among them, that can be filtered.
  public var filter: CellRange?
  /// What may be typed where.
  public private(set) var validations: [Validation] = []
  /// What is said of a cell when it is pointed at.
  public private(set) var comments: [(place: CellPlace, text: String)] = []
  /// Charts, and the cell at whose upper left each begins.
  public private(set) var charts: [(place: CellPlace, chart: SheetChart)] = []
  /// Cells that stand out where they differ from cells in the same place of another sheet.
  public private(set) var comparisons: [(range: CellRange, sheet: String)] = []

  /// An empty sheet.
  ///
  /// - Parameter name: a name that Excel accepts for a sheet.
  public init(name: String) { self.name = name }

  /// Sets a figure or a text.
  public mutating func set(
    _ cell: Cell, at row: Int, _ column: Int, _ style: CellStyle = CellStyle()
  ) {
    let place = CellPlace(row: row, column: column)
    entries.append(Entry(place: place, content: .value(cell), style: style))
  }

  /// Sets a formula with what it came to.
  public mutating func set(
    _ formula: Formula, result: Cell, at row: Int, _ column: Int, _ style: CellStyle = CellStyle()
  ) {
    let place = CellPlace(row: row, column: column)
    entries.append(Entry(place: place, content: .formula(formula, result: result), style: style))
  }

  /// Says what may be typed into cells.
  public mutating func allow(
    _ rule: ValidationRule, in range: CellRange, otherwise message: String
  ) {
    validations.append(Validation(range: range, rule: rule, message: message))
  }

  /// Says something of a cell.
  public mutating func comment(_ text: String, at place: CellPlace) {
    comments.append((place, text))
  }

  /// Draws a chart.
  public mutating func draw(_ chart: SheetChart, at place: CellPlace) {
    charts.append((place, chart))
  }

  /// Lets cells stand out where they differ from those of another sheet.
  public mutating func mark(_ range: CellRange, whereOtherThanOn sheet: String) {
    comparisons.append((range, sheet))
  }

  /// How many lines the texts of rows take that go on in the next line, by the widths of their columns.
  var linesOfRows: [Int: Int] {
    entries.reduce(into: [:]) { lines, entry in
      guard entry.style.isWrapped, case .value(.text(let text)) = entry.content,
        entry.place.column <= columnWidths.count, let width = columnWidths[entry.place.column - 1]
      else { return }
      // Words end before the edge: about a seventh of a line stays empty.
      let characters = text.split(separator: "\n", omittingEmptySubsequences: false).map {
        max(1, (Double($0.count) * 7 / 6 / width).rounded(.up))
      }
      lines[entry.place.row] = max(lines[entry.place.row] ?? 1, Int(characters.reduce(0, +)))
    }
  }
}
