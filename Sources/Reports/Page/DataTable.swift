/// A table that can be sorted by its columns, and searched.
public struct DataTable: Sendable {
  /// A column.
  public struct Column: Sendable, Hashable {
    /// Its head.
    public let label: String
    /// Whether it holds figures, which are set right.
    public let isNumeric: Bool

    /// Describes a column.
    public init(_ label: String, isNumeric: Bool = false) {
      (self.label, self.isNumeric) = (label, isNumeric)
    }
  }

  /// A cell.
  public struct Cell: Sendable, Hashable, ExpressibleByStringLiteral {
    /// What is written in it.
    public let text: String
    /// Where it leads, if anywhere.
    public let address: String?
    /// What it is sorted by; its text where there is no figure.
    public let order: Double?
    /// Whether a figure is missing, so that the cell comes last in any order.
    public let isMissing: Bool

    /// A cell of text.
    public init(_ text: String, address: String? = nil) {
      (self.text, self.address, order, isMissing) = (text, address, nil, false)
    }

    /// A figure as it is written for people, and as it is; missing where it is not finite.
    public init(_ text: String, order: Double?) {
      let order = order.flatMap { $0.isFinite ? $0 : nil }
      (self.text, self.address, self.order, isMissing) = (text, nil, order, order == nil)
    }

    /// Takes a literal as text.
    public init(stringLiteral text: String) {
      self.init(text)
    }
  }

  /// A row.
  public struct Row: Sendable, Hashable {
    /// Its cells, of which the first names the row.
    public let cells: [Cell]
    /// Whether it is marked.
    public let isOwn: Bool

    /// Describes a row.
    public init(_ cells: [Cell], isOwn: Bool = false) {
      (self.cells, self.isOwn) = (cells, isOwn)
    }
  }

  /// The words of a box that searches the first column.
  public struct Search: Sendable, Hashable {
    /// What stands before the box.
    public let label: String
    /// How many rows are left, with `{shown}` and `{all}` for the counts.
    public let count: String

    /// Collects the words.
    public init(label: String, count: String) {
      (self.label, self.count) = (label, count)
    }
  }

  /// What the table is called within its page.
  public let id: String
  /// The line above the table.
  public let caption: String
  /// The columns.
  public let columns: [Column]
  /// The rows from the top.
  public let rows: [Row]
  /// Whether the heads of columns sort.
  public let isSortable: Bool
  /// A box that searches, if wanted.
  public let search: Search?

  /// Describes a table.
  ///
  /// - Precondition: Every row has as many cells as there are columns, and `id` is a name of small Latin
  ///   letters, digits and hyphens.
  public init(
    id: String, caption: String, columns: [Column], rows: [Row], isSortable: Bool = false,
    search: Search? = nil
  ) {
    precondition(Identifier.isValid(id), "\(id) is no name of a place on a page")
    precondition(!columns.isEmpty, "a table has a column that names its rows")
    for row in rows {
      precondition(
        row.cells.count == columns.count,
        "a row has \(row.cells.count) cells for \(columns.count) columns")
    }
    self.id = id
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.isSortable = isSortable
    self.search = search
  }
}
